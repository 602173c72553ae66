"""Every read of this room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from gyda.initiatives.models import (
    Follow,
    Handover,
    Initiative,
    Invitation,
    Moment,
    Move,
    Programme,
    Right,
    Seat,
    Side,
    Stage,
)
from gyda.initiatives.models.initiative import InitiativeQuerySet
from gyda.journal.timeline import Line, public_lines_of, rows_of
from gyda.journal.timeline import lines_of as lines_of_entries
from gyda.people.models import Member
from gyda.people.who import Who

MOST = 12  # lines of the timeline on the initiative's own page
MANY = 200  # seats, rights, handovers: more than anyone reads, and a bound for the page


@dataclass(frozen=True)
class Composition:
    """How many sit in the team for whom."""

    citizens: int
    professionals: int

    @property
    def is_both(self) -> bool:
        return self.citizens > 0 and self.professionals > 0


@dataclass(frozen=True)
class StageLine:
    """One stage as the page shows it: whether it is now, and what say citizens have in it."""

    stage: Stage
    is_now: bool
    right: Right | None
    earlier: list[Right]


def initiative_or_404(initiative_id: UUID) -> Initiative:
    """Return the initiative of this hub."""
    return get_object_or_404(Initiative.objects.select_related("programme"), id=initiative_id)


def initiative_and_follows(initiative_id: UUID, who: Who | None) -> tuple[Initiative, bool]:
    """Return the initiative and whether the reader follows it, in one query."""
    if not who:  # it is looked up when asked for, so it is never None itself
        return initiative_or_404(initiative_id), False
    thread = {"hub_id": OuterRef("hub_id"), "initiative_id": OuterRef("id")}
    follows = Exists(Follow.objects.filter(**thread, member=who.subject))
    rows = Initiative.objects.select_related("programme").annotate(is_followed=follows)
    found: Any = get_object_or_404(rows, id=initiative_id)
    return found, found.is_followed


def listed(*, stage: str = "", ended: bool = False) -> InitiativeQuerySet:
    """Return those under way, newest first, or those that have ended."""
    rows = Initiative.objects.under_way()
    if ended:
        rows = Initiative.objects.exclude(ended_at__isnull=True)
    return rows.filter(stage=stage) if stage in Stage.values else rows


def latest(most: int) -> list[Initiative]:
    """Return the newest that are under way."""
    return list(listed().order_by("-id")[:most])


def mine(member: Member, most: int) -> list[Initiative]:
    """Return those in whose team the member sits."""
    seats = Seat.objects.taken().filter(member=member).order_by("-id").select_related("initiative")
    return [seat.initiative for seat in seats[:most]]


def team_of(initiative: Initiative) -> list[Seat]:
    """Return who sits in the team, each with the organisation they speak for."""
    seats = Seat.objects.taken().filter(initiative=initiative)
    return list(seats.select_related("member", "organisation").order_by("id")[:MANY])


def composition(team: list[Seat]) -> Composition:
    """Count the two sides."""
    citizens = sum(seat.side == Side.CITIZEN for seat in team)
    return Composition(citizens, len(team) - citizens)


def stages_of(initiative: Initiative) -> list[StageLine]:
    """Return the five stages with the rights that hold, and those that held before."""
    rights = list(Right.objects.filter(initiative=initiative).order_by("-id")[:MANY])
    return [_line(initiative, stage, rights) for stage in Stage]


def _line(initiative: Initiative, stage: Stage, rights: list[Right]) -> StageLine:
    own = [right for right in rights if right.stage == stage]
    return StageLine(
        stage=stage,
        is_now=initiative.is_open and stage == initiative.stage,
        right=next((right for right in own if right.until_at is None), None),
        earlier=[right for right in own if right.until_at],
    )


def moves_of(initiative: Initiative) -> list[Move]:
    """Return every stage entered, newest first."""
    return list(Move.objects.filter(initiative=initiative).order_by("-id")[:MANY])


def handovers_of(initiative: Initiative) -> list[Handover]:
    """Return the tasks that passed to citizens, newest first."""
    rows = Handover.objects.filter(initiative=initiative).select_related("organisation")
    return list(rows.order_by("-id")[:MANY])


def handover_or_404(handover_id: UUID) -> Handover:
    rows = Handover.objects.select_related("initiative", "organisation")
    return get_object_or_404(rows, id=handover_id)


def invitations_of(initiative: Initiative, who: Who | None, *, holds: bool) -> list[Invitation]:
    """Return what stands: for everyone, for this reader; for the team all that waits."""
    mine = Q(member__isnull=True) | Q(member=who.subject if who else None)
    rows = Invitation.objects.standing().filter(initiative=initiative)
    rows = rows if holds else rows.filter(mine)
    return list(rows.select_related("member").order_by("-id")[:MANY])


def invitation_or_404(invitation_id: UUID) -> Invitation:
    rows = Invitation.objects.select_related("initiative", "member", "by")
    return get_object_or_404(rows, id=invitation_id)


def timeline(initiative: Initiative) -> "QuerySet[Moment]":
    """Return what happened in public, newest first."""
    rows = Moment.objects.filter(initiative=initiative, entry__public=True)
    return rows.select_related("entry").order_by("-id")


def lines_of(
    moments: list[Moment], who: Who | None, initiative: Initiative, known: Iterable[Any] = ()
) -> list[Line]:
    """Return moments in words, without the title that stands above them.

    Members read names; everyone else those of people who show themselves in public.
    """
    entries = [moment.entry for moment in moments]
    rows = rows_of(entries, known=[initiative, *known])
    lines = lines_of_entries(entries, rows) if who else public_lines_of(entries, rows)
    title = f": {initiative}"
    return [Line(line.entry, line.words.removesuffix(title), line.page) for line in lines]


def programmes() -> "QuerySet[Programme]":
    return Programme.objects.order_by("-id")


def programme_or_404(programme_id: UUID) -> Programme:
    return get_object_or_404(Programme, id=programme_id)
