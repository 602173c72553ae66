"""A ballot claims no stronger right than somebody gave it before anyone votes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest

from gyda.decide.ballots import errors
from gyda.decide.ballots.actions import announcing, opening
from gyda.decide.ballots.models import Ballot
from gyda.decide.decisions.errors import NoRight
from gyda.decide.tests.ballot_builders import a_vote, counted, terms
from gyda.decide.tests.test_ballots_views import path, signed_in, text
from gyda.initiatives.models import Initiative
from gyda.initiatives.tests.builders import a_right, a_team
from gyda.people.tests.builders import Cast, who

pytestmark = pytest.mark.django_db
PLAIN: dict[str, Any] = {"kind": "MOTION", "method": "MAJORITY", "pence": None}


def on_thread(cast: Cast, thread: Initiative, say: str) -> Ballot:
    return opening.draft(who=who(cast.bryn), terms=terms(say=say, **PLAIN), initiative=thread)


def opened(cast: Cast, ballot: Ballot) -> Ballot:
    return opening.open_ballot(who=who(cast.bryn), ballot_id=ballot.id)


def test_it_claims_no_more_than_its_initiative_says(cast: Cast) -> None:
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE", say="CONSULTED")
    for more in ("JOINT", "CITIZEN"):
        with pytest.raises(errors.MoreThanSaid):
            on_thread(cast, thread, more)
    ballot = on_thread(cast, thread, "CONSULTED")
    with pytest.raises(errors.MoreThanSaid):
        opening.change(who=who(cast.bryn), ballot_id=ballot.id, terms=terms(**PLAIN))
    assert opened(cast, ballot).state == "OPEN"


def test_what_was_lowered_meanwhile_opens_no_more(cast: Cast) -> None:
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE", say="CITIZEN")
    ballot = on_thread(cast, thread, "CITIZEN")
    a_right(cast.bryn, thread, "DECIDE", say="JOINT")
    with pytest.raises(errors.MoreThanSaid):
        opened(cast, ballot)


def test_once_votes_are_taken_the_right_stays_whatever_the_body_says_later(cast: Cast) -> None:
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE", say="CITIZEN")
    ballot = opened(cast, on_thread(cast, thread, "CITIZEN"))
    a_vote(ballot, cast.carys, "YES")
    a_right(cast.bryn, thread, "DECIDE", say="INFORMED", lead="PROFESSIONALS")
    counted(ballot, cast.alys)
    ballot.refresh_from_db()
    words = announcing.words_for(ballot)
    decision = announcing.announce(who=who(cast.bryn), ballot_id=ballot.id, **words)
    assert decision.right == "CITIZEN"


def test_a_thread_says_first_who_decides(cast: Cast) -> None:
    ballot = on_thread(cast, a_team(cast), "INFORMED")
    with pytest.raises(NoRight):
        opened(cast, ballot)


def test_of_the_hubs_own_a_steward_gives_the_right(cast: Cast) -> None:
    ballot = opening.draft(who=who(cast.carys), terms=terms(**PLAIN))
    with pytest.raises(errors.StewardsGive):
        opening.open_ballot(who=who(cast.carys), ballot_id=ballot.id)
    assert opening.open_ballot(who=who(cast.alys), ballot_id=ballot.id).state == "OPEN"
    asked = opening.draft(who=who(cast.carys), terms=terms(say="CONSULTED", **PLAIN))
    assert opening.open_ballot(who=who(cast.carys), ballot_id=asked.id).state == "OPEN"


def test_where_the_team_votes_citizens_do_not_decide_alone(cast: Cast) -> None:
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE", say="CITIZEN")
    team: dict[str, Any] = {"electorate": "TEAM", **PLAIN}
    with pytest.raises(errors.TeamTogether):
        opening.draft(who=who(cast.bryn), terms=terms(**team), initiative=thread)
    opening.draft(who=who(cast.bryn), terms=terms(say="JOINT", **team), initiative=thread)


def test_the_form_says_what_stands_on_the_initiative(cast: Cast) -> None:
    thread = a_team(cast)
    a_right(cast.bryn, thread, "DECIDE", say="CONSULTED")
    words = {f"{name}_{lang}": name for name in ("title", "question") for lang in ("cy", "en")}
    sent = words | {
        "kind": "MOTION", "method": "MAJORITY", "say": "CITIZEN", "electorate": "ALL",
        "closes_on_day": "1", "closes_on_month": "3", "closes_on_year": "2099",
        "key": str(thread.id),
    }  # fmt: skip
    here = path(cast, f"new/?initiative={thread.id}")
    shown = text(signed_in(cast.bryn).post(here, sent))
    assert "Citizens are asked; professionals decide. A ballot cannot claim more" in shown
    assert 'href="#id_say' in shown
    assert not Ballot.objects.exists()
