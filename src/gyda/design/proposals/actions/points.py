"""Points for and against, and agreeing with them; there is nothing to reply to."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from uuid import UUID

from django.db import transaction

from gyda.design.proposals import errors
from gyda.design.proposals.actions.recording import note, tell_one
from gyda.design.proposals.actions.working import locked
from gyda.design.proposals.models import Point, PointState, PointSupport, Proposal
from gyda.initiatives.points import actions as points
from gyda.people.who import Who


@transaction.atomic
def make_point(
    *,
    who: Who,
    proposal_id: UUID,
    side: str,
    text: str,
    language: str,
    now: datetime.datetime | None = None,
) -> Point:
    """Say what speaks for it, or against; the same words from the same person stand once."""
    proposal = locked(proposal_id)
    if not proposal.is_shown:
        raise errors.MovedOn
    about = {"proposal": proposal}
    point, is_new = points.point_made(
        Point, who=who, about=about, side=side, text=text, language=language, now=now
    )
    if is_new:
        note(who, f"proposal.point_{side.lower()}", proposal, about=point)
    return point


@transaction.atomic
def agree(*, who: Who, point_id: UUID, now: datetime.datetime | None = None) -> None:
    """Agree with a point; the second time changes nothing."""
    point = _shown(point_id)
    if points.agreed(PointSupport, point, who.subject, now):
        note(who, "proposal.point_agreed", point.proposal, about=point, public=False)


@transaction.atomic
def agree_no_more(*, who: Who, point_id: UUID) -> None:
    """Take that back."""
    point = _shown(point_id)
    if points.agreed_no_more(PointSupport, point, who.subject):
        note(who, "proposal.point_left", point.proposal, about=point, public=False)


@transaction.atomic
def take_point_back(*, who: Who, point_id: UUID) -> None:
    """Take back a point of one's own; its words are gone."""
    point = _shown(point_id)
    if point.author_id != who.subject.id:
        raise errors.NotAnAuthor
    points.take_back(point)
    note(who, "proposal.point_withdrawn", point.proposal, about=point, public=False)


@transaction.atomic
def take_point_down(*, who: Who, point_id: UUID, because: str, language: str) -> None:
    """Take a point down; who made it is told why."""
    if not who.actor.is_connector or who.is_acting:
        raise errors.NotForYou
    point = _shown(point_id)
    Point.objects.filter(id=point.id).update(
        state=PointState.REMOVED, removed_by=who.actor, removed_because=because.strip(),
        removed_language=language,
    )  # fmt: skip
    note(who, "proposal.point_removed", point.proposal, about=point, public=False)
    point.refresh_from_db()
    tell_one(point.author, "proposal_point_removed", point.proposal, point=point)


def _shown(point_id: UUID) -> Point:
    """Return a point that is shown, locked, under a proposal that is."""
    point = Point.objects.select_for_update().get(id=point_id)
    if not (point.is_shown and _on(point).is_shown):
        raise errors.MovedOn
    return point


def _on(point: Point) -> Proposal:
    """Return the proposal on whose page it stands."""
    found: Proposal = point.proposal.top or point.proposal
    return found
