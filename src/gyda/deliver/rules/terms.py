"""What may be exchanged, and between whom."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils import timezone

from gyda.deliver.errors.exchange import (
    Blocked,
    BothSides,
    GoodsForHours,
    ListingClosed,
    NotAMember,
    NoTime,
    NotInSteps,
    NotOpen,
    TooMany,
    WithOneself,
)
from gyda.deliver.models import Listing
from gyda.deliver.models.exchange import MOST_MINUTES
from gyda.deliver.queries.policy import the_policy
from gyda.people.models import Member
from gyda.people.models.member import State as Membership
from gyda.people.queries import blocked_ids
from gyda.people.who import Who

TIME, GOODS = "TIME", "GOODS"


def check_time(nature: str) -> None:
    """Goods are not paid with hours: they could count as earnings, and hours are for people."""
    if nature != TIME:
        raise GoodsForHours


def check_minutes(minutes: int, *, least: int = 1) -> None:
    """A length of time in the hub's steps, and not a slip of the pen."""
    step = the_policy().step_minutes
    if minutes < least:
        raise NoTime
    if minutes > MOST_MINUTES:
        raise TooMany
    if minutes % step:
        raise NotInSteps(minutes=step)


def check_members(*members: Member) -> None:
    """Both belong to the hub today."""
    for member in members:
        if member.state != Membership.ACTIVE:
            raise NotAMember(name=member.shown_name)


def check_two(giver: Member, receiver: Member) -> None:
    """Two different active members who have not shut each other out."""
    if giver.id == receiver.id:
        raise WithOneself
    check_members(giver, receiver)
    if receiver.id in blocked_ids(giver):
        raise Blocked


def check_pair(who: Who, giver: Member, receiver: Member) -> None:
    """One of the two is the one who acts, or for whom they act; nobody signs for both."""
    if who.subject.id not in (giver.id, receiver.id):
        raise NotOpen
    check_two(giver, receiver)
    if who.principal and who.actor.id in (giver.id, receiver.id):
        raise BothSides


def check_listing(listing: Listing | None, giver: Member, receiver: Member) -> None:
    """An offer is answered by who receives, an ask by who gives, while it is shown."""
    if listing is None:
        return
    owner = giver if listing.is_offer else receiver
    shown = Listing.objects.shown(timezone.localdate()).filter(id=listing.id)
    if listing.member_id != owner.id or not shown.exists():
        raise ListingClosed
