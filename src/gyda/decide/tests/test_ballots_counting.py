"""Ballots are counted as the story says, and everyone is told why."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest

from gyda.decide.ballots import errors
from gyda.decide.ballots.actions import casting, closing, counting
from gyda.decide.ballots.models import Paper, Roll, Sealed
from gyda.decide.ballots.pabulib import pots_of
from gyda.decide.tests.ballot_builders import a_ballot, a_vote, counted, story_c
from gyda.methods import budgets
from gyda.people.models.consent import Scope
from gyda.people.tests.builders import Cast, who
from gyda.people.who import Who


def test_equal_shares_gives_the_four_something_and_greedy_nothing(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    tally = counted(ballot, cast.alys)
    (record,) = tally.records("en")
    assert record["selected"] == ["1", "4"]
    assert record["voters"]["without_a_winner"] == 0
    assert record["greedy"]["selected"] == ["1", "2", "3"]
    assert record["greedy"]["share_without"] == 0.4


def test_each_option_is_told_why_in_both_languages(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    tally = counted(ballot, cast.alys)
    said = {language: tally.records(language)[0]["projects"] for language in ("cy", "en")}
    assert set(said["en"]) == {"1", "2", "3", "4"}
    assert "order of ties" in said["en"]["2"]["words"]
    assert said["cy"]["2"]["words"] != said["en"]["2"]["words"]


def test_what_is_published_counts_to_the_same(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    counted(ballot, cast.alys)
    text = pots_of(ballot).text(None)
    election = budgets.read(text)
    assert election.voters == 10
    assert budgets.equal_shares(election, ties="cost").selected == ("1", "4")


def test_nothing_is_counted_twice_or_before_the_end(cast: Cast) -> None:
    ballot, _voters = story_c(cast.alys)
    with pytest.raises(errors.StillOpen):
        counting.count(who=who(cast.alys), ballot_id=ballot.id)
    first = counted(ballot, cast.alys)
    assert counting.count(who=who(cast.alys), ballot_id=ballot.id).id == first.id
    assert Paper.objects.filter(ballot=ballot).count() == 10
    assert not Sealed.objects.filter(ballot=ballot).exists()


def test_a_vote_after_the_end_is_refused(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    closing.close(by=who(cast.alys), ballot_id=ballot.id)
    with pytest.raises(errors.NotOpen):
        a_vote(ballot, cast.bryn, "1")
    ballot = a_ballot(cast.alys)
    with pytest.raises(errors.NotOpen):
        casting.cast(who=who(cast.bryn), ballot_id=ballot.id, said="1", now=ballot.closes_at)


def test_a_second_vote_is_refused_whichever_way(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    a_vote(ballot, cast.bryn, "1")
    acting = Who(cast.alys, cast.bryn, Scope.EVERYTHING)
    for again in (
        lambda: a_vote(ballot, cast.bryn, "2"),
        lambda: casting.cast(who=acting, ballot_id=ballot.id, said="2"),
        lambda: casting.cast(who=who(cast.carys), ballot_id=ballot.id, said="2", caller=cast.bryn),
    ):
        with pytest.raises(errors.VotedAlready):
            again()
    assert Roll.objects.filter(ballot=ballot).count() == 1
    assert Sealed.objects.filter(ballot=ballot).count() == 1


def test_the_receipt_is_in_the_published_list(cast: Cast) -> None:
    ballot = a_ballot(cast.alys)
    receipt = a_vote(ballot, cast.bryn, "2,4")
    counted(ballot, cast.alys)
    assert Paper.objects.get(ballot=ballot, code=receipt).marks == "2,4"
    assert f"{receipt};2,4".encode() in pots_of(ballot).text(None)
