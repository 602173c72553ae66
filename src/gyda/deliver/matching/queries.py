"""Who could help with what: for a member's page, for the desk, for the week."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gyda.deliver.matching.gather import community, the_match_rules
from gyda.deliver.matching.models import MatchRules, MatchWish, Suggestion
from gyda.deliver.models import Exchange, Listing
from gyda.deliver.models.exchange import OPEN as STANDING
from gyda.deliver.models.listing import Kind
from gyda.deliver.queries.listing import visible_to
from gyda.methods.matching import Community, Match, asks_for, helpers_for
from gyda.people.models import Member, Whereabouts
from gyda.people.who import Who

FEW = 5
MOST_READ = 2_000  # listings of others that a page looks through, the newest first
OPEN_FOR = datetime.timedelta(days=14)  # a suggestion waits for an answer


@dataclass(frozen=True)
class Fit:
    """An ask, a helper with the offer that fits, and why."""

    ask: Listing
    offer: Listing
    reasons: Sequence[tuple[str, int]]

    @property
    def helper(self) -> Member:
        found: Member = self.offer.member
        return found


@dataclass(frozen=True)
class Fits:
    """What a member's page shows."""

    to_me: list[Fit]  # asks that fit what I offer
    for_me: list[tuple[Listing, list[Fit]]]  # my asks, each with people who could help
    brought: list[Suggestion]  # asks that were brought to me and wait for an answer


def open_asks(today: datetime.date) -> QuerySet[Listing]:
    """Return the asks that are up and that nobody has said yes to yet."""
    taken = Exchange.objects.filter(
        hub_id=OuterRef("hub_id"), listing_id=OuterRef("id"), state__in=STANDING
    )
    shown = Listing.objects.shown(today).filter(~Exists(taken), kind=Kind.ASK)
    return shown.select_related("member", "category")


def fits_of(who: Who, now: datetime.datetime | None = None) -> Fits:
    """Return the asks that fit what a member offers, and people who could help with theirs."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    mine = list(_shown(today).filter(member=who.subject)[:50])
    theirs = _others(who, mine, today)
    me = str(who.subject.id)
    asks = [one for one in (*mine, *theirs) if not one.is_offer]
    offers = [one for one in (*mine, *theirs) if one.is_offer]
    whole = community(asks, offers, now=now, rules=the_match_rules())
    own = {str(one.id) for one in mine}
    helpers = helpers_for(_only(whole, own), most=FEW)
    return Fits(
        to_me=_fits(asks_for(whole, me, most=FEW), asks, offers),
        for_me=[(one, _fits(helpers.get(str(one.id), []), asks, offers)) for one in mine
                if not one.is_offer],
        brought=list(brought_to(who, now)),
    )  # fmt: skip


def _only(whole: Community, ids: set[str]) -> Community:
    return replace(whole, asks=[ask for ask in whole.asks if ask.id in ids])


def _shown(today: datetime.date) -> QuerySet[Listing]:
    return Listing.objects.shown(today).select_related("member", "category").order_by("-id")


def _others(who: Who, mine: Sequence[Listing], today: datetime.date) -> list[Listing]:
    """Return the other side of what the member has up: asks on the shelves of their offers."""
    offered = {one.category_id for one in mine if one.is_offer}
    asked = {one.category_id for one in mine if not one.is_offer}
    sides = Q(kind=Kind.ASK, category_id__in=offered) | Q(kind=Kind.OFFER, category_id__in=asked)
    rows = visible_to(who, today).filter(sides).exclude(member=who.subject)
    return list(rows.select_related("member", "category").order_by("-id")[:MOST_READ])


def helpers_of(
    asks: Sequence[Listing], now: datetime.datetime, rules: MatchRules | None = None
) -> dict[UUID, list[Fit]]:
    """Return for each ask up to five people to ask, for a connector."""
    today = timezone.localdate(now)
    shelves = {ask.category_id for ask in asks}
    rows = _shown(today).filter(kind=Kind.OFFER, category_id__in=shelves)
    offers = list(rows[:MOST_READ])
    whole = community(asks, offers, now=now, rules=rules or the_match_rules())
    found = helpers_for(whole, most=FEW, seed=str(today))
    return {ask.id: _fits(found.get(str(ask.id), []), asks, offers) for ask in asks}


def _fits(
    matches: Sequence[Match], asks: Sequence[Listing], offers: Sequence[Listing]
) -> list[Fit]:
    by_id = {str(one.id): one for one in (*asks, *offers)}
    return [
        Fit(by_id[one.ask], by_id[one.offer], [(why.code, why.number) for why in one.reasons])
        for one in matches
    ]


def brought_to(who: Who, now: datetime.datetime) -> QuerySet[Suggestion]:
    """Return what was brought to someone and still waits: open, not blocked, not answered."""
    today = timezone.localdate(now)
    asks = visible_to(who, today).filter(id__in=open_asks(today).values("id"))
    rows = Suggestion.objects.filter(
        helper=who.subject,
        declined_at__isnull=True,
        suggested_at__gt=now - OPEN_FOR,
        ask__in=asks.values("id"),
    )
    return rows.select_related("ask__member", "ask__category").order_by("-id")


def suggestion_or_404(who: Who, suggestion_id: UUID) -> Suggestion:
    """Return a suggestion that was made to this person."""
    rows = Suggestion.objects.select_related("ask__member")
    return get_object_or_404(rows, id=suggestion_id, helper=who.subject)


def open_ask_or_404(ask_id: UUID, today: datetime.date) -> Listing:
    """Return an ask that still waits."""
    return get_object_or_404(open_asks(today), id=ask_id)


def wish_of(member: Member) -> MatchWish:
    """Return how a member wants to be asked; unsaved defaults until they say."""
    return MatchWish.objects.filter(member=member).first() or MatchWish(member=member)


def area_of(member: Member) -> str:
    """Return the small area that is kept of a member's home, or nothing."""
    found = Whereabouts.objects.filter(member=member).values_list("area_id", flat=True).first()
    return found or ""
