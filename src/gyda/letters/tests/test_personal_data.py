"""What letters and journal hold on a member: handed over whole, and erased where it can be."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest

from gyda.journal.actions import record
from gyda.journal.models import Entry, Notice
from gyda.keys.personal_data import registered
from gyda.letters.actions import choose, mark_printed
from gyda.letters.models import Letter, LetterChoice
from gyda.letters.tests.builders import a_letter
from gyda.people.tests.builders import Cast, who

pytestmark = pytest.mark.usefixtures("made_kinds")
OURS = (Letter, LetterChoice, Entry, Notice)


def test_everything_held_on_a_member_is_handed_over_and_nothing_of_others(cast: Cast) -> None:
    a_letter(cast.bryn, x="for Bryn")
    a_letter(cast.carys, x="for Carys")
    choose(member_id=cast.bryn.id, kind="greeting", cadence="WEEKLY")
    record(by=who(cast.carys), verb="test.done", about=cast.bryn, concerns=[cast.bryn])
    record(by=who(cast.carys, cast.bryn), verb="test.done", about=cast.bryn)
    held = {model: registered()[model].export(cast.bryn) for model in OURS}
    assert [len(held[model]) for model in OURS] == [1, 1, 1, 2]
    assert held[Letter][0]["subject"] == "Hello <for Bryn>"
    assert held[LetterChoice] == [{"kind": "greeting", "cadence": "WEEKLY"}]


def test_erasing_burns_letters_and_keeps_the_record(cast: Cast) -> None:
    a_letter(cast.bryn)
    kept = a_letter(cast.carys, email=None)
    mark_printed(who=who(cast.bryn), letter_ids=[kept.id])
    choose(member_id=cast.bryn.id, kind="greeting", cadence="WEEKLY")
    record(by=who(cast.bryn), verb="test.done", about=cast.bryn, concerns=[cast.carys])
    record(by=who(cast.carys), verb="test.done", about=cast.bryn, concerns=[cast.bryn])
    for model in OURS:
        registered()[model].erase(cast.bryn)
    kept.refresh_from_db()
    assert list(Letter.objects.all()) == [kept]
    assert kept.printed_by is None
    assert not LetterChoice.objects.exists()
    assert list(Notice.objects.values_list("member", flat=True)) == [cast.carys.id]
    assert Entry.objects.count() == 2
