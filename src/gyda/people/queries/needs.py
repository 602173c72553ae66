"""Access needs: each look by someone else is written down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence

from django.db.models import QuerySet

from gyda.people.actions.looks import note_look
from gyda.people.models import AccessNeed, Look, Member
from gyda.people.models.needs import LookReason
from gyda.people.who import Who


def needs_of(member: Member) -> QuerySet[AccessNeed]:
    """Return the needs themselves; whoever is not the member goes through the functions below."""
    return AccessNeed.objects.filter(member=member).order_by("kind")


def needs_seen_by(who: Who, member: Member, reason: str) -> Sequence[AccessNeed]:
    """Return all needs of a member to someone with a reason, and note that they looked."""
    needs = list(needs_of(member))
    if needs and who.actor_id != member.id:
        note_look(who=who, member=member, reason=reason)
    return needs


def needs_for_meeting(who: Who, member: Member) -> Sequence[AccessNeed]:
    """Return what the person who meets the member may know; call it for an agreed partner only."""
    needs = list(needs_of(member).filter(told=True))
    if needs and who.actor_id != member.id:
        note_look(who=who, member=member, reason=LookReason.EXCHANGE)
    return needs


def looks_at(member: Member) -> QuerySet[Look]:
    """Return who looked at the member's needs, newest first."""
    return Look.objects.filter(member=member).select_related("looked_by").order_by("-id")
