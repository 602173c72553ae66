"""What pages read of what a panel hears, meets about and votes on."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum

from gyda.decide.ballots.models import Ballot
from gyda.decide.panels.models import (
    Panel,
    PanelAdviser,
    PanelClaim,
    PanelEvidence,
    PanelMeeting,
    PanelMotion,
    PanelQuestion,
    PanelReply,
    PanelSeat,
    PanelVote,
)

MANY = 300
FEWEST = 5


def advisers_of(panel: Panel) -> list[PanelAdviser]:
    rows = PanelAdviser.objects.filter(panel=panel).select_related("member").order_by("id")
    return list(rows[:MANY])


def evidence_of(panel: Panel) -> list[PanelEvidence]:
    return list(PanelEvidence.objects.filter(panel=panel).order_by("id")[:MANY])


def questions_of(panel: Panel) -> list[PanelQuestion]:
    """Return questions with their answers, in the order in which they were asked."""
    replies = PanelReply.objects.select_related("adviser__member").order_by("id")
    rows = PanelQuestion.objects.filter(panel=panel).select_related("to__member").order_by("id")
    return list(rows.prefetch_related(Prefetch("replies", queryset=replies))[:MANY])


def meetings_of(panel: Panel) -> list[PanelMeeting]:
    rows = PanelMeeting.objects.filter(panel=panel).select_related("meeting")
    return list(rows.order_by("meeting__starts_at")[:MANY])


def claims_of(panel: Panel, seat: PanelSeat | None) -> "QuerySet[PanelClaim]":
    """Return what is owed: all of it to the clerk, to who sits their own."""
    rows = PanelClaim.objects.filter(panel=panel).select_related("seat__member", "meeting__meeting")
    return rows.filter(seat=seat) if seat else rows


@dataclass(frozen=True)
class Spent:
    """What taking part in a panel has cost so far."""

    pence: int
    minutes: int


def spent_on(panel: Panel) -> Spent | None:
    """Return what was paid to those who sit; None while it would tell of fewer than five."""
    paid = PanelClaim.objects.filter(panel=panel, settled_at__isnull=False)
    sums = paid.aggregate(Sum("pence"), Sum("minutes"), people=Count("seat", distinct=True))
    if sums["people"] < FEWEST:
        return None
    return Spent(sums["pence__sum"], sums["minutes__sum"])


@dataclass(frozen=True)
class Voices:
    """How many want each seat as chair, and how many make a chair."""

    for_each: Mapping[UUID, int]
    needed: int


def voices_for_chair(panel: Panel) -> Voices:
    """Count those who sit and can say so here: more than half of them make a chair."""
    rows = PanelSeat.objects.taken().filter(panel=panel)
    sitting = set(rows.values_list("id", flat=True))
    said = rows.filter(member__isnull=False).values_list("wants_id", flat=True)
    wanted = Counter(one for one in said if one in sitting)
    return Voices(wanted, len(said) // 2 + 1)


def motions_of(panel: Panel) -> list[PanelMotion]:
    return list(PanelMotion.objects.filter(panel=panel).order_by("-id")[:MANY])


def ballots_of(panel: Panel) -> list[Ballot]:
    """Return the secret ballots of the panel that who sits can open."""
    return list(Ballot.objects.public().filter(body=panel.id).order_by("-id")[:MANY])


@dataclass(frozen=True)
class Tally:
    """How the seats voted on a motion, by name among the panel, and one's own vote."""

    votes: list[PanelVote]
    mine: PanelVote | None


def tally_of(motion: PanelMotion, seat: PanelSeat | None) -> Tally:
    """Return the votes of a motion, for who sits."""
    if seat is None:
        return Tally([], None)
    rows = PanelVote.objects.filter(Q(motion=motion)).select_related("seat__member").order_by("id")
    votes = list(rows[:MANY])
    return Tally(votes, next((one for one in votes if one.seat_id == seat.id), None))
