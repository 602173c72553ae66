"""Options are made from proposals and ideas: words kept, a link both ways, told what became."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.test import Client

from gyda.decide.ballots import errors
from gyda.decide.ballots.actions import announcing, opening, options, taking
from gyda.decide.ballots.models import Ballot, Option, Standing
from gyda.decide.tests.ballot_builders import a_draft, a_vote, counted
from gyda.decide.tests.test_ballots_views import path, signed_in, text
from gyda.design.proposals.actions import judging, stages, working
from gyda.design.proposals.models import Proposal
from gyda.design.tests.builders import a_cost, one_ready, some_words, translated
from gyda.need.tests.idea_builders import an_idea
from gyda.people.tests.builders import Cast, a_member, who


def forward(cast: Cast, **fields: Any) -> Proposal:
    proposal = one_ready(cast, **fields)
    stages.put_forward(who=who(cast.bryn), proposal_id=proposal.id)
    proposal.refresh_from_db()
    return proposal


def take(cast: Cast, ballot: Ballot, proposal: Proposal) -> Option:
    return taking.take(who=who(cast.alys), ballot_id=ballot.id, proposal_id=proposal.id)


def test_one_press_puts_a_proposal_on_the_paper_as_it_is(cast: Cast) -> None:
    proposal, ballot = forward(cast), a_draft(cast.alys, costs=())
    alys, here = signed_in(cast.alys), path(cast, f"{ballot.id}/options/from/")
    assert "Put it on the paper: A bus for the valley" in text(alys.get(here))
    for _twice in range(2):
        alys.post(path(cast, f"{ballot.id}/options/from/{proposal.id}/"))
    option = Option.objects.get(ballot=ballot)
    assert (option.title_en, option.pence) == ("A bus for the valley", 120_000)
    assert option.gains_en == "People without a car: They get to the surgery"
    assert option.loses_cy == "(cy) People without a car: (cy) Nothing"
    assert option.state == Standing.PUT
    assert "On the paper, with the number 1." in text(alys.get(here))
    page = text(alys.get(path(cast, f"{ballot.id}/")))
    assert f"/proposals/{proposal.id}/versions/1/" in page


def test_only_what_was_put_forward_goes_on_the_paper(cast: Cast) -> None:
    proposal, ballot = one_ready(cast), a_draft(cast.alys, costs=())
    with pytest.raises(errors.NotForward):
        take(cast, ballot, proposal)
    outside = signed_in(cast.bryn).post(path(cast, f"{ballot.id}/options/from/{proposal.id}/"))
    assert outside.status_code == 404
    assert not Option.objects.exists()


def test_a_newer_version_takes_the_place_of_the_older_and_is_checked_anew(cast: Cast) -> None:
    proposal, ballot = forward(cast), a_draft(cast.alys, costs=())
    option = take(cast, ballot, proposal)
    Option.objects.filter(id=option.id).update(state=Standing.FEASIBLE)
    stages.take_back(who=who(cast.bryn), proposal_id=proposal.id)
    again: dict[str, Any] = {"who": who(cast.bryn), "proposal_id": proposal.id}
    working.write(**again, words=some_words("A small bus for the valley"))
    working.keep_cost(**again, cost=a_cost(what="Tyres", pence=1_000), language="en")
    translated(cast.bryn, proposal)
    working.publish(**again, why="Cheaper", why_language="en")
    judging.say_whether(
        who=who(cast.dafydd), proposal_id=proposal.id, verdict="CAN", because="-", language="en"
    )
    stages.put_forward(**again)
    assert Option.objects.get(id=option.id).title_en == "A bus for the valley"
    page = text(signed_in(cast.alys).get(path(cast, f"{ballot.id}/options/from/")))
    assert "The paper has an older version of it." in page
    newer = take(cast, ballot, proposal)
    assert (newer.id, newer.state, newer.pence) == (option.id, Standing.PUT, 121_000)
    assert newer.title_en == "A small bus for the valley"


def test_who_wrote_the_proposal_does_not_check_it(cast: Cast) -> None:
    proposal, ballot = forward(cast), a_draft(cast.alys, costs=())
    option = take(cast, ballot, proposal)
    with pytest.raises(errors.OwnOption):
        options.judge(who=who(cast.dafydd), option_id=option.id, can_be_done=True)


def test_nobody_puts_a_proposal_in_other_words(cast: Cast) -> None:
    proposal, ballot = forward(cast), a_draft(cast.alys, costs=())
    option = take(cast, ballot, proposal)
    alys, here = signed_in(cast.alys), path(cast, f"options/{option.id}/")
    assert 'name="title_en"' not in text(alys.get(here))
    alys.post(here, {"title_en": "Something else", "pence": "1", "rivals": "2"})
    option.refresh_from_db()
    assert (option.title_en, option.pence, option.rivals) == ("A bus for the valley", 120_000, 2)
    assert option.source_id


def test_an_idea_brings_its_own_words_and_the_rest_is_asked(cast: Cast) -> None:
    idea, ballot = an_idea(cast.bryn), a_draft(cast.alys, costs=())
    alys = signed_in(cast.alys)
    assert f"?from=need.idea:{idea.id}" in text(alys.get(path(cast, f"{ballot.id}/options/from/")))
    here = path(cast, f"{ballot.id}/options/new/?from=need.idea:{idea.id}")
    assert 'name="title_en"' not in text(alys.get(here))
    sent = {"title_cy": "Mainc", "summary_cy": "Mainc newydd", "pence": "300", "minutes": "2"}
    sent |= {f"{side}_{lang}": "-" for side in ("gains", "loses") for lang in ("cy", "en")}
    alys.post(here, sent | {"title_en": "Something else"})
    option = Option.objects.get(ballot=ballot)
    assert (option.title_en, option.title_cy) == (idea.title, "Mainc")
    assert (option.source, option.source_id) == ("need.idea", idea.id)
    changing = text(alys.get(path(cast, f"options/{option.id}/")))
    assert 'name="title_en"' not in changing
    assert 'name="title_cy"' in changing
    assert alys.get(path(cast, f"{ballot.id}/options/new/?from=need.idea:x")).status_code == 404


def test_what_was_joined_or_taken_back_is_off_the_paper(cast: Cast) -> None:
    ballot = a_draft(cast.alys)
    first, second, third, _fourth = Option.objects.filter(ballot=ballot).order_by("number")
    options.merge(who=who(cast.alys), option_id=first.id, into_id=second.id)
    options.withdraw(who=who(cast.alys), option_id=third.id)
    for option in (first, third):
        with pytest.raises(errors.OffThePaper):
            options.judge(who=who(cast.dafydd), option_id=option.id, can_be_done=True)


def test_the_link_stands_on_both_sides_and_the_proposal_hears_what_was_decided(cast: Cast) -> None:
    proposal, idea, ballot = forward(cast), an_idea(cast.bryn), a_draft(cast.alys, costs=(100,))
    page = f"/en/hubs/{cast.hub.slug}/proposals/{proposal.id}/"
    take(cast, ballot, proposal)
    first = Option.objects.get(ballot=ballot, number=1)
    Option.objects.filter(id=first.id).update(source="need.idea", source_id=idea.id)
    assert "It is decided here:" not in text(Client().get(page))
    Option.objects.filter(ballot=ballot).update(state=Standing.FEASIBLE)
    opening.open_ballot(who=who(cast.alys), ballot_id=ballot.id)
    assert f"/ballots/{ballot.id}/" in text(Client().get(page))
    assert "On a ballot" in text(Client().get(f"/en/hubs/{cast.hub.slug}/ideas/{idea.id}/"))
    a_vote(ballot, a_member(cast.hub), "2")
    counted(ballot, cast.alys)
    announcing.announce(who=who(cast.alys), ballot_id=ballot.id, **announcing.words_for(ballot))
    proposal.refresh_from_db()
    assert (proposal.state, proposal.outcome) == ("DECIDED", "ADOPTED")
    ballot.refresh_from_db()
    assert f"/decisions/{ballot.decision}/" in text(Client().get(page))
    decision = text(Client().get(f"/en/hubs/{cast.hub.slug}/decisions/{ballot.decision}/"))
    assert f"/ballots/{ballot.id}/result/" in decision
