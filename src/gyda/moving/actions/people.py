"""What the steward decides for those who were brought over: letters, cards, a yes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

from django.db import transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.moving.errors import StewardsOnly
from gyda.moving.models import BroughtMember, Move
from gyda.moving.queries import to_write_to, without_card
from gyda.people.actions.cards import issue_card
from gyda.people.actions.joining import become_member
from gyda.people.errors import AlreadyMember
from gyda.people.letterbox import write_to
from gyda.people.models import Card, Member
from gyda.people.models.member import State
from gyda.people.who import Who

LETTERS_AT_ONCE = 500
CARDS_AT_ONCE = 12


@transaction.atomic
def tell(*, who: Who, now: datetime.datetime | None = None) -> int:
    """Write to those who were brought over and not written to yet, some hundreds at a time."""
    _stewards_only(who)
    now = now or timezone.now()
    rows = list(to_write_to().order_by("id")[:LETTERS_AT_ONCE])
    told = BroughtMember.objects.filter(id__in=[row.id for row in rows], told_at__isnull=True)
    if told.update(told_at=now) and rows:
        for row in rows:
            invited = row.member.state == State.WAITING
            write_to(row.member, "moved_over", about_id=row.id, invited=invited)
        last = Move.objects.latest("id")
        record(by=who, verb="moving.told", about=last, letters=len(rows))
    return len(rows)


@transaction.atomic
def make_cards(*, who: Who) -> list[tuple[Card, str]]:
    """Make cards, with their PINs, for a sheetful of members who can be reached on paper only."""
    _stewards_only(who)
    rows = without_card().order_by("id")[:CARDS_AT_ONCE]
    return [issue_card(who=who, member=row.member) for row in rows]


@transaction.atomic
def welcome(*, who: Who, member: Member, now: datetime.datetime | None = None) -> Member:
    """Take someone in on their word, given by mouth or on paper."""
    _stewards_only(who)
    waiting = Member.objects.select_for_update(of=("self",)).filter(id=member.id)
    if not waiting.filter(state=State.WAITING).exists():
        raise AlreadyMember
    record(by=who, verb="moving.welcomed", about=member, member=str(member.id))
    return become_member(
        who=who,
        member=member,
        how="ADDED",
        now=now or timezone.now(),
        role=member.role,
        organisation=member.organisation,
    )


def _stewards_only(who: Who) -> None:
    if not who.actor.is_steward or who.is_acting:
        raise StewardsOnly
