"""Reads a hub, or the part of it that a page needs, for gyda.methods.matching: in five queries."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Collection, Iterable, Sequence
from math import nan
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from gyda.deliver.matching.models import MatchRules, MatchWish, Suggestion
from gyda.deliver.models import Exchange, Listing
from gyda.deliver.models.codes import Access, Care, together
from gyda.deliver.models.exchange import State
from gyda.deliver.models.listing import Spoken, Where
from gyda.methods import matching
from gyda.people.models import Block, Member, Whereabouts
from gyda.safeguarding.queries import checks_held, checks_needed

MEMORY = datetime.timedelta(weeks=8)  # over which it counts who was asked
YEAR = datetime.timedelta(weeks=52)  # over which hours given and received count
SPOKEN = {Spoken.EN: 1, Spoken.CY: 2, Spoken.BOTH: 3}
PLACES = {
    Where.PLACE: matching.Where.PLACE,
    Where.HOME: matching.Where.HOME,
    Where.ONLINE: matching.Where.ONLINE,
    Where.ANYWHERE: matching.Where.ANYWHERE,
}
OF_PLACE = together(
    (Access.STEP_FREE, Access.TRANSPORT, Access.QUIET, Access.HEARING_LOOP, Access.TOILET)
    + (Access.SUPPORTER,)
)
BY_CONNECTOR = "SEEN"  # where the ask wants checks, and the hub names none for its shelf
HOUR = 60
KILOMETRE = 1000.0
Pairs = list[tuple[str, str]]


def the_match_rules() -> MatchRules:
    """Return the hub's rules; unsaved defaults until the steward sets them."""
    return MatchRules.objects.first() or MatchRules()


def community(
    asks: Sequence[Listing],
    offers: Sequence[Listing],
    *,
    now: datetime.datetime,
    rules: MatchRules,
    whole: bool = False,
) -> matching.Community:
    """Return what the matching needs to know of these asks and offers.

    `whole`: these are all of the hub, so that people need not be named one by one.
    """
    people = {one.member_id for one in (*asks, *offers)}
    blocks, already = _apart(asks, None if whole else people)
    facts = _facts(now, None if whole else people)
    needed = checks_needed({ask.category_id for ask in asks})
    homes = {row["id"]: _home(row) for row in facts}
    held = checks_held(people) if _checks_matter(asks, needed, facts) else {}
    return matching.Community(
        people=[_person(row, held.get(row["id"], frozenset())) for row in facts],
        offers=[_offer(one, homes) for one in offers if one.member_id in homes],
        asks=[_ask(one, homes, needed, now) for one in asks if one.member_id in homes],
        blocks=blocks,
        already=already,
        rules=_rules(rules),
    )


def _checks_matter(
    asks: Sequence[Listing],
    needed: dict[UUID | None, frozenset[str]],
    facts: Sequence[dict[str, Any]],
) -> bool:
    """Most asks need none: then nobody's checks are read."""
    wanted = any(needed.values()) or any(ask.care & Care.CHECKED for ask in asks)
    return wanted or any(row["is_young"] for row in facts)


def _rules(rules: MatchRules) -> matching.Rules:
    young = frozenset((rules.young_level,)) if rules.young_level else frozenset()
    reach = rules.reach_km * KILOMETRE
    return matching.Rules(reach=reach, most=rules.most, of_place=OF_PLACE, young_checks=young)


def _facts(now: datetime.datetime, ids: Collection[UUID] | None) -> list[dict[str, Any]]:
    members = Member.objects.active() if ids is None else Member.objects.active().filter(id__in=ids)
    homes = Whereabouts.objects.filter(hub_id=OuterRef("hub_id"), member_id=OuterRef("id"))
    wishes = MatchWish.objects.filter(hub_id=OuterRef("hub_id"), member_id=OuterRef("id"))
    asked = Suggestion.objects.filter(
        hub_id=OuterRef("hub_id"), helper_id=OuterRef("id"), suggested_at__gt=now - MEMORY
    )
    rows = members.order_by().annotate(
        easting=Subquery(homes.values("area__easting")[:1]),
        northing=Subquery(homes.values("area__northing")[:1]),
        most=Subquery(wishes.values("most")[:1]),
        reach_km=Subquery(wishes.values("reach_km")[:1]),
        is_young=Subquery(wishes.values("is_young")[:1]),
        asked=_sum(asked.values("helper_id").annotate(n=Count("id")).values("n")),
        given=_sum(_hours("giver_id", now)),
        received=_sum(_hours("receiver_id", now)),
    )
    names = ("easting", "northing", "most", "reach_km", "is_young", "asked", "given", "received")
    return list(rows.values("id", "role", *names))


def _hours(side: str, now: datetime.datetime) -> Any:
    paid = Exchange.objects.filter(
        Q(state__in=[State.CONFIRMED, State.THANKED], state_at__gt=now - YEAR),
        **{"hub_id": OuterRef("hub_id"), side: OuterRef("id")},
    )
    return paid.order_by().values(side).annotate(n=Sum("settled_minutes")).values("n")


def _sum(rows: Any) -> Coalesce:
    return Coalesce(Subquery(rows[:1]), Value(0))


def _home(row: dict[str, Any]) -> tuple[float, float]:
    if row["easting"] is None:
        return nan, nan
    return float(row["easting"]), float(row["northing"])


def _person(row: dict[str, Any], held: frozenset[str]) -> matching.Person:
    known = bool(row["given"] or row["received"]) or row["role"] != "MEMBER"
    return matching.Person(
        id=str(row["id"]),
        reach=nan if row["reach_km"] is None else row["reach_km"] * KILOMETRE,
        most=-1 if row["most"] is None else row["most"],
        asked=row["asked"],
        given=row["given"],
        received=row["received"],
        checks=held | {BY_CONNECTOR} if held else held,
        is_known=known,
        is_young=bool(row["is_young"]),
    )


def _shared(one: Listing, homes: dict[UUID, tuple[float, float]]) -> dict[str, Any]:
    easting, northing = homes[one.member_id]
    return {
        "id": str(one.id),
        "person": str(one.member_id),
        "kind": str(one.category_id),
        "title": one.title,
        "where": PLACES[Where(one.where)],
        "easting": easting,
        "northing": northing,
        "times": one.times,
        "spoken": SPOKEN[Spoken(one.spoken)],
        "wants_known": bool(one.care & Care.KNOWN),
    }


def _offer(one: Listing, homes: dict[UUID, tuple[float, float]]) -> matching.Offer:
    return matching.Offer(provides=one.access, **_shared(one, homes))


def _ask(
    one: Listing,
    homes: dict[UUID, tuple[float, float]],
    needed: dict[UUID | None, frozenset[str]],
    now: datetime.datetime,
) -> matching.Ask:
    checks = needed[one.category_id]
    if one.care & Care.CHECKED and not checks:
        checks = frozenset((BY_CONNECTOR,))
    return matching.Ask(
        minutes=one.minutes or HOUR,
        needs=one.access,
        checks=checks,
        waiting=max(0, (now - one.created_at).days),
        **_shared(one, homes),
    )


def _apart(asks: Sequence[Listing], ids: Collection[UUID] | None) -> tuple[Pairs, Pairs]:
    """Return whom a block keeps apart; and who was brought to an ask before, or answered it."""
    blocks = Block.objects.all() if ids is None else Block.objects.filter(member__in=ids)
    named = {ask.id for ask in asks}
    brought = Suggestion.objects.filter(ask__in=named).order_by()
    answered = Exchange.objects.filter(listing__in=named).order_by()
    pairs = list(
        blocks.order_by()
        .values_list("member_id", "blocked_id")
        .union(
            brought.values_list("ask_id", "helper_id"),
            answered.values_list("listing_id", "giver_id"),
        )
    )
    return (
        _texts(pair for pair in pairs if pair[0] not in named),
        _texts(pair for pair in pairs if pair[0] in named),
    )


def _texts(pairs: Iterable[tuple[UUID, UUID]]) -> Pairs:
    return [(str(one), str(other)) for one, other in pairs]
