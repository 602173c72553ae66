"""Who could vote and who did, by group, with no few told of; and finished ballots as open data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import random
from typing import Any

from django.test import Client

from gyda.decide.ballots import export
from gyda.decide.ballots.actions import closing
from gyda.decide.ballots.holding_back import told
from gyda.decide.ballots.models import Ballot, Turnout
from gyda.decide.tests.ballot_builders import a_ballot, a_vote, counted, story_c
from gyda.decide.tests.test_ballots_views import path, text
from gyda.heard.actions.about import tell
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, a_member, who


def test_no_part_tells_of_a_few_and_nobody_is_told_twice() -> None:
    chance = random.Random(7)  # noqa: S311
    for _number in range(2_000):
        did = {name: chance.choice([0, 1, 4, 5, 20]) for name in "abcdef"[: chance.randint(1, 6)]}
        groups = {name: (n + chance.choice([0, 1, 4, 5, 20]), n) for name, n in did.items()}
        parts = told(groups)
        names = [name for part in parts for name in part.names]
        assert all(part.did >= 5 and part.could - part.did >= 5 for part in parts)
        assert not parts or sorted(names) == sorted(name for name in groups if groups[name][0])
        assert sum(part.did for part in parts) in (0, sum(did.values()))
        assert len(parts) != 1


def people(cast: Cast, answer: str, number: int) -> list[Member]:
    found = [a_member(cast.hub) for _number in range(number)]
    for member in found:
        tell(who=who(member), answers={"AGE": answer})
    return found


def a_turnout(cast: Cast) -> Ballot:
    """Twelve of the young and seven of the old could vote besides three of whom nothing is known;
    six and two did.
    """
    young, old = people(cast, "16_24", 12), people(cast, "75_UP", 7)
    ballot = a_ballot(cast.alys)
    for member in [*young[:6], *old[:2]]:
        a_vote(ballot, member, "1")
    return ballot


def test_small_groups_are_told_together_or_not_at_all(cast: Cast) -> None:
    ballot = a_turnout(cast)
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    row = Turnout.objects.get(ballot=ballot)
    everyone = Member.objects.active().count()
    assert (row.could, row.did) == (everyone, 8)
    assert row.groups == {}  # two of the old voted: with the young they are all there is
    more = people(cast, "45_64", 14)
    second = a_ballot(cast.alys)
    for member in more[:7]:
        a_vote(second, member, "2")
    for member in Member.objects.filter(id__in=_young(cast))[:6]:
        a_vote(second, member, "2")
    closing.close(by=who(cast.alys), ballot_id=second.id)
    told_of = Turnout.objects.get(ballot=second).groups["AGE"]
    assert ["45_64"] in [names for names, _could, _did in told_of]
    assert sum(could for _names, could, _did in told_of) == Member.objects.active().count()


def _young(cast: Cast) -> Any:
    from gyda.heard.models import Answer

    return Answer.objects.filter(question="AGE", answer="16_24").values("member_id")


def test_the_result_says_how_many_could_and_did(cast: Cast) -> None:
    ballot = a_turnout(cast)
    counted(ballot, cast.alys)
    page = text(Client().get(path(cast, f"{ballot.id}/result/")))
    could = Turnout.objects.get(ballot=ballot).could
    assert f"Of {could} who could vote, 8 did" in page


def test_a_turnout_is_no_part_of_a_paper(cast: Cast) -> None:
    names = {field.name for field in Turnout._meta.get_fields()}
    assert names == {"id", "hub", "ballot", "could", "did", "groups"}


def test_finished_ballots_are_open_data_and_open_ones_are_not(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    assert not list(export.records())
    assert not list(export.papers())
    tally = counted(ballot, cast.alys)
    (record,) = export.records()
    assert json.loads(json.dumps(record)) == record
    assert [one["number"] for one in record["options"] if one["won"]] == [1, 4]
    assert record["files"] == tally.files
    assert record["turnout"]["did"] == 10
    papers = list(export.papers())
    assert sorted(one["marks"] for one in papers) == ["1,2,3"] * 6 + ["4"] * 4
    assert {one["ballot_id"] for one in papers} == {str(ballot.id)}
    assert not any("member" in one for one in papers)
