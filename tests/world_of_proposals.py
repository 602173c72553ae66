"""The proposals of the world: one that is open, with its history, a draft, one that was joined."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, field
from uuid import UUID

from gyda.design.proposals.actions import (
    amending,
    authors,
    beginning,
    judging,
    merging,
    points,
    supporting,
    translating,
    working,
)
from gyda.design.proposals.actions.amending import Answer, Change
from gyda.design.proposals.actions.beginning import Words
from gyda.design.proposals.actions.working import Cost
from gyda.design.proposals.models import Amendment, Proposal
from gyda.initiatives.models import Initiative
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass
class Proposals:
    """What there is, each by what it is called in the tables."""

    proposals: dict[str, UUID] = field(default_factory=dict)
    amendments: dict[str, UUID] = field(default_factory=dict)
    point: UUID | None = None


def proposals_in(
    bryn: Member, carys: Member, dafydd: Member, gwen: Member, initiative_id: UUID
) -> Proposals:
    """Bryn and Dafydd write one together; Gwen amends it; Bryn has a draft, Dafydd's was joined."""
    initiative = Initiative.objects.get(id=initiative_id)
    shared = _opened(bryn, initiative, "Prydau ar olwynion")
    by = {"proposal_id": shared.id}
    authors.invite(who=Who(bryn), member=dafydd, **by)
    authors.accept(who=Who(dafydd), side="PROFESSIONAL", **by)
    judging.say_whether(
        who=Who(dafydd), verdict="CAN", because="Mae cegin yno", language="cy", **by
    )
    supporting.support(who=Who(gwen), **by)
    point = points.make_point(who=Who(gwen), side="FOR", text="Cwmni hefyd", language="cy", **by)
    taken = _amendment(gwen, shared, "ddwywaith", "deirgwaith")
    amending.accept(who=Who(bryn), amendment_id=taken.id, answer=Answer("Syniad da", "cy"))
    _translate(bryn, shared)
    waiting = _amendment(gwen, shared, "deirgwaith", "bob dydd")
    draft = _draft(bryn, initiative, "Cegin y pentref")
    authors.invite(who=Who(bryn), proposal_id=draft.id, member=gwen)
    joined = _opened(dafydd, initiative, "Cinio i bawb")
    merging.merge(who=Who(carys), proposal_id=joined.id, into_id=shared.id)
    return Proposals(
        {"open": shared.id, "draft": draft.id, "joined": joined.id},
        {"waiting": waiting.id, "accepted": taken.id},
        point.id,
    )


def _draft(by: Member, initiative: Initiative, title: str) -> Proposal:
    words = Words(title, f"{title} ddwywaith yr wythnos", "cy")
    return beginning.begin(who=Who(by), initiative=initiative, words=words, side="CITIZEN")


def _opened(by: Member, initiative: Initiative, title: str) -> Proposal:
    proposal = _draft(by, initiative, title)
    common = {"who": Who(by), "proposal_id": proposal.id}
    cost = Cost("DOING", "YEARLY", "Bwyd", 120_000, 600, "FUND", None, "UNPAID", False)
    working.keep_cost(**common, cost=cost, language="cy")
    texts = {"group": "Pobl hŷn", "gains": "Pryd poeth", "loses": "Dim"}
    working.keep_effect(**common, texts=texts, language="cy")
    working.publish(**common)
    return proposal


def _amendment(by: Member, proposal: Proposal, passage: str, text: str) -> Amendment:
    change = Change("PASSAGE", "cy", text, "Nid yw'n ddigon", "cy", passage)
    return amending.propose(who=Who(by), proposal_id=proposal.id, change=change)


def _translate(by: Member, proposal: Proposal) -> None:
    proposal.refresh_from_db()
    _version, pieces = translating.to_translate(proposal)
    english = {"title": "Meals at home", "what": "Meals at home three times a week"}
    texts = {piece.key: english.get(piece.key, "In English") for piece in pieces}
    translating.translate(who=Who(by), proposal_id=proposal.id, texts=texts)


def proposals_elsewhere(steward: Member, marker: str) -> None:
    """Something of everything, marked, in the other hub."""
    proposal = _opened(steward, Initiative.objects.earliest("id"), marker)
    points.make_point(
        who=Who(steward), proposal_id=proposal.id, side="FOR", text=marker, language="cy"
    )
