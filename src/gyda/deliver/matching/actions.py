"""Bringing asks to people: by a connector, once a week by itself, and how people want that."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.deliver.matching.errors import (
    ConnectorsOnly,
    MovedOften,
    NotNow,
    NotYours,
    StewardsOnly,
    UnknownPostcode,
)
from gyda.deliver.matching.gather import community, the_match_rules
from gyda.deliver.matching.models import MatchRules, MatchWeek, MatchWish, Suggestion
from gyda.deliver.matching.queries import helpers_of, open_asks
from gyda.deliver.models import Listing
from gyda.deliver.models.listing import Kind
from gyda.journal.actions import record
from gyda.journal.models import Entry
from gyda.methods.matching import Match, week
from gyda.people.areas import sector_of
from gyda.people.letterbox import write_to
from gyda.people.models import Member, SmallArea, Whereabouts
from gyda.people.who import GydaItself, Who
from gyda.web.units import day

WEEK = datetime.timedelta(days=7)
SETTLED = datetime.timedelta(days=90)
MOVES = 2  # changes of a postcode in that time: one, and one to put a slip right


@transaction.atomic
def bring(*, who: Who, ask: Listing, helper_id: UUID, now: datetime.datetime) -> Suggestion:
    """A connector brings an ask to one of the people who fit; the person decides."""
    ConnectorsOnly.check(who)
    Member.objects.select_for_update(of=("self",)).get(id=helper_id)  # one ask after the other
    if stored := Suggestion.objects.filter(ask=ask, helper=helper_id, by=who.actor).first():
        return stored  # the same button pressed twice
    rules = the_match_rules()
    fits = [fit for fit in helpers_of([ask], now, rules)[ask.id] if fit.helper.id == helper_id]
    if not fits or ask.member_id == who.actor.id or _has_enough(helper_id, rules, now):
        raise NotNow
    (fit,) = fits
    made = Suggestion.objects.create(
        ask=ask,
        offer=fit.offer,
        helper=fit.helper,
        by=who.actor,
        reasons=[list(reason) for reason in fit.reasons],
        suggested_at=now,
    )
    concerns = [fit.helper]
    record(by=who, verb="match.brought", about=made, concerns=concerns, helper=str(fit.helper.id))
    write_to(fit.helper, "match_brought", about_id=made.id, ask=ask, by=who.actor)
    return made


def _has_enough(helper_id: UUID, rules: MatchRules, now: datetime.datetime) -> bool:
    wish = MatchWish.objects.filter(member=helper_id).values_list("most", flat=True).first()
    most = rules.most if wish is None else wish
    this_week = Suggestion.objects.filter(helper=helper_id, suggested_at__gt=now - WEEK)
    return len(this_week[:most]) >= most


@transaction.atomic
def decline(*, who: Who, suggestion: Suggestion, now: datetime.datetime) -> None:
    """Not this time; nobody is told, and no reason is asked."""
    if suggestion.helper_id != who.subject.id:
        raise NotYours
    if suggestion.declined_at is None:
        suggestion.declined_at = now
        suggestion.save(update_fields=["declined_at"])
        record(by=who, verb="match.declined", about=suggestion)


@transaction.atomic
def say_how(
    *,
    who: Who,
    most: int | None,
    reach_km: int | None,
    is_young: bool,
    postcode: str = "",
    forget_place: bool = False,
) -> MatchWish:
    """Keep how a member wants to be asked; of a postcode only the sector stays."""
    if not who.reaches_everything:
        raise NotYours
    wish, _is_new = MatchWish.objects.update_or_create(
        hub_id=who.hub_id,
        member=who.subject,
        defaults={"most": most, "reach_km": reach_km, "is_young": is_young},
    )
    moves = _live_in(wish, postcode) if postcode else False
    if forget_place and not postcode:
        Whereabouts.objects.filter(member=who.subject).delete()
    record(by=who, verb="match.wish-changed", about=wish, moves=int(moves))
    return wish


def _live_in(wish: MatchWish, postcode: str) -> bool:
    """Keep the sector of a postcode; tell whether it is another one.

    Who could move about as often as they like could find out from where a neighbour lives near.
    The row of the wish is held, so that two forms at one moment do not count as one.
    """
    area = SmallArea.objects.filter(code=sector_of(postcode)).first()
    if area is None:
        raise UnknownPostcode
    if Whereabouts.objects.filter(member=wish.member_id, area=area).exists():
        return False
    moves = Entry.objects.filter(
        about_id=wish.id, verb="match.wish-changed", at__gt=timezone.now() - SETTLED, data__moves=1
    ).order_by("at")
    if len(lately := list(moves.values_list("at", flat=True)[:MOVES])) >= MOVES:
        raise MovedOften(day=day(lately[0] + SETTLED))
    Whereabouts.objects.update_or_create(
        hub_id=wish.hub_id, member_id=wish.member_id, defaults={"area": area}
    )
    return True


@transaction.atomic
def set_match_rules(*, who: Who, rules: dict[str, Any]) -> MatchRules:
    """Keep how the hub brings people together."""
    StewardsOnly.check(who)
    before = the_match_rules()
    changed = sorted(name for name, value in rules.items() if getattr(before, name) != value)
    kept, _is_new = MatchRules.objects.update_or_create(hub_id=who.hub_id, defaults=rules)
    record(by=who, verb="match.rules-changed", about=kept, public=True, changed=changed)
    return kept


def bring_weekly(*, hub_id: UUID, now: datetime.datetime) -> int:
    """Tick: once in a week bring the open asks to people; return to how many asks."""
    rules = the_match_rules()
    name = week_named(now)
    if not rules.is_on or MatchWeek.objects.filter(week=name).exists():
        return 0
    return make_week(hub_id=hub_id, now=now, rules=rules).suggestions


def week_named(now: datetime.datetime) -> str:
    """Return the ISO week of a moment: 2026-W47."""
    year, number, _day = timezone.localdate(now).isocalendar()
    return f"{year}-W{number:02d}"


@transaction.atomic
def make_week(*, hub_id: UUID, now: datetime.datetime, rules: MatchRules) -> MatchWeek:
    """Match all that is open, keep it, and write one letter to each who is asked."""
    today = timezone.localdate(now)
    asks = list(open_asks(today).order_by("id"))
    offers = Listing.objects.shown(today).filter(kind=Kind.OFFER).select_related("member__person")
    all_offers = list(offers.order_by("id"))
    name = week_named(now)
    whole = community(asks, all_offers, now=now, rules=rules, whole=True)
    found = week(whole, people=rules.people, seed=f"{hub_id} {name}")
    by_id = {str(one.id): one for one in (*asks, *all_offers)}
    made = _keep(found, by_id, now)
    done = MatchWeek.objects.create(
        hub_id=hub_id, week=name, made_at=now, asks=len(asks), suggestions=len(made)
    )
    record(by=GydaItself(hub_id), verb="match.week", about=done, suggestions=len(made))
    _write(made)
    return done


def _keep(
    found: Sequence[Match], by_id: dict[str, Listing], now: datetime.datetime
) -> list[Suggestion]:
    rows = [
        Suggestion(
            hub_id=by_id[one.ask].hub_id,
            ask=by_id[one.ask],
            offer=by_id[one.offer],
            helper=by_id[one.offer].member,
            reasons=[[why.code, why.number] for why in one.reasons],
            suggested_at=now,
        )
        for one in found
    ]
    return Suggestion.objects.bulk_create(rows, batch_size=1000)


def _write(made: Sequence[Suggestion]) -> None:
    """Write one letter to each, with all that is brought to them."""
    theirs: defaultdict[UUID, list[Suggestion]] = defaultdict(list)
    for one in made:
        theirs[one.helper_id].append(one)
    for some in theirs.values():
        asks = [one.ask for one in some]
        write_to(some[0].helper, "match_week", about_id=some[0].id, asks=asks)
