"""What a steward would look up in the record: who voted, and who is in a pool."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest

from gyda.decide.tests.ballot_builders import a_ballot, a_vote
from gyda.decide.tests.panels_for_tests import a_panel, goes_in
from gyda.journal.models import Entry
from gyda.journal.queries import audited_entries
from gyda.journal.sentences import labels
from gyda.people.tests.builders import Cast

pytestmark = pytest.mark.django_db


def test_the_record_tells_no_steward_who_voted(cast: Cast) -> None:
    a_vote(a_ballot(cast.alys), cast.bryn, "1")
    assert Entry.objects.filter(verb="ballot.voted", actor=cast.bryn).exists()
    assert not audited_entries(members=[cast.bryn.id]).filter(verb="ballot.voted").exists()
    assert not audited_entries(verb="ballot.voted").exists()
    assert audited_entries(verb="ballot.opened").exists()
    assert "ballot.voted" not in dict(labels())


def test_the_record_tells_no_steward_who_is_in_a_pool(cast: Cast) -> None:
    goes_in(a_panel(cast), cast.bryn, "old")
    assert Entry.objects.filter(verb="panel.put_forward", actor=cast.bryn).exists()
    assert not audited_entries(verb="panel.put_forward").exists()
