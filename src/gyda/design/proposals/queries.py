"""Every read of proposals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from gyda.design.proposals.costing import Costs, add_up
from gyda.design.proposals.models import (
    Amendment,
    Author,
    CostLine,
    Effect,
    Feasibility,
    Point,
    PointSupport,
    Proposal,
    Side,
    State,
    Support,
    Version,
)
from gyda.design.proposals.models.proposal import ProposalQuerySet
from gyda.design.proposals.rules import Facts
from gyda.initiatives.models import Handover, Initiative
from gyda.people.who import Who

MANY = 200
FEWEST = 5  # fewer supporters than that are no public figure


def costs_of(version: Version) -> Costs:
    """Return what a version costs: pence once, pence a year, minutes; and by whom."""
    return add_up(costs_in(version))


def costs_in(version: Version) -> list[CostLine]:
    """Return the lines, in the order in which they were written."""
    rows = CostLine.objects.filter(version=version).select_related("organisation")
    return list(rows.order_by("id")[:MANY])


def effects_in(version: Version) -> list[Effect]:
    """Return the groups, in the order in which they were written."""
    return list(Effect.objects.filter(version=version).order_by("id")[:MANY])


def ready_for_decision(initiative: Initiative) -> "QuerySet[Proposal]":
    """Return what was put forward and is not decided, each with its newest version at `newest`."""
    rows = Proposal.objects.filter(initiative=initiative, state=State.FORWARD)
    return with_words(rows).order_by("id")


def with_words(rows: "QuerySet[Proposal]") -> "QuerySet[Proposal]":
    """Fetch the newest published version of each along with it, as a list of one: `newest`."""
    versions = Version.objects.newest().select_related("proposal")
    return rows.prefetch_related(Prefetch("versions", queryset=versions, to_attr="newest"))


def newest_of(proposal: Proposal) -> Version:
    """Return the version that holds; of a draft the one in work."""
    rows = Version.objects.filter(proposal=proposal).select_related("by", "translated_by")
    if proposal.latest:
        return rows.get(number=proposal.latest)
    return rows.get(number__isnull=True)


def in_work_of(proposal: Proposal) -> Version | None:
    """Return what its authors work on."""
    return Version.objects.filter(proposal=proposal, number__isnull=True).first()


def published(proposal: Proposal) -> list[Version]:
    """Return its versions, newest first."""
    rows = Version.objects.published().filter(proposal=proposal).select_related("by")
    return list(rows.order_by("-number")[:MANY])


def version_or_404(proposal: Proposal, number: int) -> Version:
    rows = Version.objects.published().filter(proposal=proposal)
    return get_object_or_404(rows.select_related("by", "translated_by"), number=number)


@dataclass(frozen=True)
class Reading:
    """A proposal, and how this reader stands to it."""

    proposal: Proposal
    is_author: bool
    is_invited: bool
    supports: bool
    is_handed: bool  # a task passed to citizens, on the terms that the initiative says


def reading_or_404(proposal_id: UUID, who: Who | None) -> Reading:
    """Return what this reader may read: a draft is for its authors and those they invited."""
    handed = Handover.objects.filter(
        hub_id=OuterRef("hub_id"), initiative_id=OuterRef("initiative_id"), back_at__isnull=True
    )
    rows: Any = Proposal.objects.select_related("initiative").annotate(handed=Exists(handed))
    member = who.subject if who else None
    own = {"hub_id": OuterRef("hub_id"), "proposal_id": OuterRef("id"), "member": member}
    if member:
        rows = rows.annotate(
            writes=Exists(Author.objects.writing().filter(**own)),
            asked=Exists(Author.objects.filter(**own, standing="INVITED")),
            backs=Exists(Support.objects.filter(**own)),
        )
    found: Any = get_object_or_404(rows, id=proposal_id)
    if not member:
        reading = Reading(found, False, False, False, found.handed)
    else:
        reading = Reading(found, found.writes, found.asked, found.backs, found.handed)
    if not found.latest and not (reading.is_author or reading.is_invited):
        raise Http404
    return reading


def shown_or_404(proposal_id: UUID) -> Proposal:
    """Return a proposal that is shown."""
    return get_object_or_404(Proposal.objects.shown().select_related("initiative"), id=proposal_id)


def listed(*, state: str = "", initiative: UUID | None = None) -> ProposalQuerySet:
    """Return those that are shown, or those withdrawn or joined when asked for."""
    rows = Proposal.objects.public() if state in PAST else Proposal.objects.shown()
    if state in State.values and state != State.DRAFT:
        rows = rows.filter(state=state)
    if initiative:
        rows = rows.filter(initiative=initiative)
    return rows.select_related("initiative")


PAST = (State.WITHDRAWN, State.MERGED)


def drafts_of(who: Who | None) -> list[Proposal]:
    """Return the drafts that this person writes, or was asked to."""
    if not who:
        return []
    near = Author.objects.near().filter(member=who.subject).values("proposal_id")
    rows = Proposal.objects.filter(state=State.DRAFT, id__in=near).select_related("initiative")
    versions = Version.objects.filter(number__isnull=True)
    rows = rows.prefetch_related(Prefetch("versions", queryset=versions, to_attr="newest"))
    return list(rows.order_by("-id")[:MANY])


def authors_of(proposal: Proposal) -> list[Author]:
    """Return who writes it, and who was asked."""
    rows = Author.objects.near().filter(proposal=proposal)
    return list(rows.select_related("member", "organisation").order_by("id")[:MANY])


def points_of(proposal: Proposal, who: Who | None = None) -> dict[str, list[Any]]:
    """Return the two columns, joined proposals' points too; `is_mine`: what `who` agrees with."""
    rows = Point.objects.shown().filter(Q(proposal=proposal) | Q(proposal__top=proposal))
    supports = PointSupport.objects.filter(point=OuterRef("id"))
    mine = supports.filter(member=who.subject) if who else supports.none()
    points = rows.annotate(is_mine=Exists(mine)).order_by("-supports", "id")[: 2 * MANY]
    return {side: [point for point in points if point.side == side] for side in Side}


def amendments_of(proposal: Proposal) -> list[Amendment]:
    """Return all amendments, newest first; the version and its author come along."""
    rows = Amendment.objects.filter(version__proposal=proposal)
    return list(rows.select_related("version", "by").order_by("-id")[:MANY])


def amendment_or_404(amendment_id: UUID) -> Amendment:
    """Return an amendment to a proposal that everyone reads."""
    rows = Amendment.objects.exclude(version__proposal__state=State.DRAFT)
    rows = rows.select_related("version__proposal__initiative", "by", "answered_by")
    return get_object_or_404(rows, id=amendment_id)


def feasibility_of(proposal: Proposal) -> list[Feasibility]:
    """Return what professionals said of its versions, newest first."""
    rows = Feasibility.objects.filter(version__proposal=proposal)
    return list(rows.select_related("version", "by", "organisation").order_by("-id")[:MANY])


def facts(proposal: Proposal) -> Facts:
    """Gather what the rules look at: of what the authors work on, or else of what holds."""
    said = {"hub_id": OuterRef("hub_id"), "version_id": OuterRef("id")}
    asked = {"hub_id": OuterRef("hub_id"), "version__proposal_id": OuterRef("proposal_id")}
    rows: Any = Version.objects.filter(proposal=proposal).select_related("translated_by")
    rows = rows.filter(Q(number__isnull=True) | Q(number=proposal.latest)).annotate(
        said=Exists(Feasibility.objects.filter(**said)),
        waiting=Exists(Amendment.objects.waiting().filter(**asked)),
    )
    found = sorted(rows, key=lambda one: one.is_published)  # what is worked on comes first
    sides = Author.objects.writing().filter(proposal=proposal).values_list("side", flat=True)
    return Facts(
        version=found[0],
        costs=costs_in(found[0]),
        effects=effects_in(found[0]),
        sides=set(sides),
        is_said=found[0].said,
        is_waiting=found[0].waiting,
        in_work=bool(proposal.latest) and not found[0].is_published,
    )


def joined_with(proposal: Proposal) -> list[Proposal]:
    """Return what was joined with it directly."""
    return list(with_words(Proposal.objects.filter(merged_into=proposal)).order_by("id")[:MANY])


def from_source(kind: str, about_id: UUID) -> list[Proposal]:
    """Return the proposals that were worked up from something of a room above."""
    rows = Proposal.objects.public().filter(source_kind=kind, source_id=about_id)
    return list(with_words(rows).order_by("id")[:MANY])


def others_open(proposal: Proposal) -> list[Proposal]:
    """Return the others of its initiative that are open."""
    rows = Proposal.objects.filter(initiative=proposal.initiative_id, state=State.OPEN)
    return list(with_words(rows.exclude(id=proposal.id)).order_by("-id")[:MANY])
