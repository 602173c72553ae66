"""A row of a hub is seen in its hub, and nowhere else."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from gyda.keys.context import NoHub, all_hubs, in_hub
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, an_organisation


def test_reading_outside_a_hub_is_refused(db: None) -> None:
    with pytest.raises(NoHub):
        list(Member.objects.all())


def test_a_hub_sees_its_own_rows_only(cast: Cast) -> None:
    assert cast.eira not in Member.objects.all()
    with in_hub(cast.other_hub.id):
        assert list(Member.objects.all()) == [cast.eira]
    with all_hubs():
        assert Member.objects.count() == 5


def test_saving_never_moves_a_row_to_another_hub(cast: Cast) -> None:
    cast.bryn.hub_id = cast.other_hub.id
    cast.bryn.name = "Bryn arall"
    with pytest.raises(Exception, match="did not affect any rows"):
        cast.bryn.save()


@pytest.mark.postgres
def test_the_database_refuses_a_link_into_another_hub(cast: Cast) -> None:
    foreign = an_organisation(cast.other_hub)
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.filter(id=cast.bryn.id).update(organisation_id=foreign.id)
        connection.check_constraints()


def test_system_checks_find_nothing(db: None) -> None:
    call_command("check")
