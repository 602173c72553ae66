"""At the same moment: one person over web, paper and proxy; votes while the ballot closes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from functools import partial

import pytest

from gyda.decide.ballots.actions import casting, closing, sheets
from gyda.decide.ballots.models import Paper, Roll, Sealed
from gyda.decide.tests.ballot_builders import a_ballot
from gyda.deliver.tests.test_exchange_races import at_once, refused
from gyda.keys.context import in_hub
from gyda.people.models.consent import Scope
from gyda.people.tests.builders import a_cast, a_member, who
from gyda.people.who import Who

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_sixteen_votes_of_one_person_over_every_way_are_one() -> None:
    people = a_cast()
    with in_hub(people.hub.id):
        ballot = a_ballot(people.alys)
    bryn, say = people.bryn, partial(casting.cast, ballot_id=ballot.id, said="1")
    ways: list[Callable[[], object]] = [
        partial(say, who=who(bryn)),
        partial(say, who=Who(people.carys, bryn, Scope.EVERYTHING)),
        partial(say, who=who(people.carys), caller=bryn),
        partial(sheets.mark, who=who(people.carys), ballot_id=ballot.id, member=bryn),
    ]
    results = at_once(people.hub.id, *(ways * 4))
    assert refused(results) == 15
    with in_hub(people.hub.id):
        (row,) = Roll.objects.all()
        assert Sealed.objects.count() == (0 if row.way == "PAPER" else 1)


def test_what_is_acknowledged_while_the_ballot_closes_is_counted() -> None:
    people = a_cast()
    with in_hub(people.hub.id):
        ballot = a_ballot(people.alys)
        voters = [a_member(people.hub) for _number in range(15)]
    acts: list[Callable[[], object]] = [
        partial(casting.cast, who=who(one), ballot_id=ballot.id, said="1") for one in voters
    ]
    closes = partial(closing.close, by=who(people.alys), ballot_id=ballot.id)
    results = at_once(people.hub.id, *acts[:8], closes, *acts[8:])
    with in_hub(people.hub.id):
        assert Paper.objects.count() == Roll.objects.count() == 15 - refused(results)
        assert not Sealed.objects.exists()
