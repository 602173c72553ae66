"""Proposals for tests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.design.proposals.actions import authors, beginning, judging, translating, working
from gyda.design.proposals.actions.beginning import Words
from gyda.design.proposals.actions.working import Cost
from gyda.design.proposals.models import Proposal
from gyda.initiatives.models import Initiative, Side
from gyda.initiatives.tests.builders import a_team
from gyda.people.models import Member
from gyda.people.tests.builders import Cast, who

WHAT = "A bus goes round the valley twice a day.\n\nIt stops where somebody waits."


def some_words(
    title: str = "A bus for the valley", what: str = WHAT, language: str = "en"
) -> Words:
    return Words(title, what, language)


def a_draft(by: Member, initiative: Initiative, **fields: Any) -> Proposal:
    fields.setdefault("words", some_words())
    fields.setdefault("side", Side.CITIZEN)
    return beginning.begin(who=who(by), initiative=initiative, **fields)


def a_cost(**fields: Any) -> Cost:
    wanted = {"purpose": "DOING", "rhythm": "YEARLY", "what": "Fuel", "pence": 120_000,
              "payer": "FUND"}  # fmt: skip
    return Cost(**(wanted | fields))


def some_effect(**fields: str) -> dict[str, str]:
    wanted = {
        "group": "People without a car",
        "gains": "They get to the surgery",
        "loses": "Nothing",
    }
    return wanted | fields


def an_open_one(by: Member, initiative: Initiative, **fields: Any) -> Proposal:
    """One that was opened for amendments, with a cost and a group."""
    proposal = a_draft(by, initiative, **fields)
    common = {"who": who(by), "proposal_id": proposal.id}
    working.keep_cost(**common, cost=a_cost(), language="en")
    working.keep_effect(**common, texts=some_effect(), language="en")
    working.publish(**common)
    proposal.refresh_from_db()
    return proposal


def translated(by: Member, proposal: Proposal) -> None:
    """Put what is empty into the other language."""
    _version, pieces = translating.to_translate(proposal)
    texts = {piece.key: f"({piece.other}) {piece.words}" for piece in pieces if not piece.there}
    translating.translate(who=who(by), proposal_id=proposal.id, texts=texts)


def joined(by: Member, proposal: Proposal, member: Member, side: str = Side.PROFESSIONAL) -> None:
    authors.invite(who=who(by), proposal_id=proposal.id, member=member)
    authors.accept(who=who(member), proposal_id=proposal.id, side=side)


def one_ready(cast: Cast, initiative: Initiative | None = None) -> Proposal:
    """Everything is there: it can be put forward."""
    proposal = an_open_one(cast.bryn, initiative or a_team(cast))
    joined(cast.bryn, proposal, cast.dafydd)
    translated(cast.bryn, proposal)
    judging.say_whether(
        who=who(cast.dafydd),
        proposal_id=proposal.id,
        verdict="CAN",
        because="There is a bus",
        language="en",
    )
    proposal.refresh_from_db()
    return proposal
