"""What needs a connector today: a few of each, the longest waiting first."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from gyda.deliver.models import Activity, Exchange, HowItWas, Listing, Policy, Refusal
from gyda.deliver.models.activity import ActivityState
from gyda.deliver.models.exchange import ExchangeQuerySet, State
from gyda.deliver.models.listing import Kind
from gyda.keys.context import current_hub
from gyda.letters.models import Letter
from gyda.people.models import ActingConsent, Application, Card, Hub, Member
from gyda.people.models.card import WRONG_PINS
from gyda.people.queries import not_seen_since, waiting_applications
from gyda.referral.queries.referrals import on_the_desk
from gyda.safeguarding.queries.checks import company_to_find
from gyda.web.paging import first_of

A_FEW = 5
SOON = datetime.timedelta(days=30)
HAS = ("has_letters", "has_refused_notes", "has_referrals", "has_company")
SETTLES = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Watch:
    """A card that is locked, or a consent that ends soon."""

    is_card: bool
    member_id: UUID
    name: str
    supporter: str
    until: datetime.datetime | None


@dataclass(frozen=True)
class Today:
    """One list for each kind of thing; each may be longer than what is shown."""

    newcomers: list[Application]
    exchanges: list[Exchange]
    asks: list[Listing]
    unseen: list[Member]
    has_letters: bool
    has_refused_notes: bool
    has_referrals: bool
    has_company: bool
    watches: list[Watch]
    activities: list[Activity]

    @property
    def is_quiet(self) -> bool:
        return not any(vars(self).values())


def today(now: datetime.datetime | None = None) -> Today:
    """Return the desk, in as many queries as it has lists."""
    now = now or timezone.now()
    rules = _rules_and_more()
    return Today(
        newcomers=list(waiting_applications()[:A_FEW]),
        exchanges=first_of(exchanges_in_order(), waiting(now), 2 * A_FEW),
        asks=list(unmatched_asks(rules["unmatched_days"], now)[:A_FEW]),
        unseen=list(unseen_members(rules["unseen_days"], now)[:A_FEW]),
        has_letters=bool(rules["has_letters"]),
        has_refused_notes=bool(rules["has_refused_notes"]),
        has_referrals=bool(rules["has_referrals"]),
        has_company=bool(rules["has_company"]),
        watches=watches(now),
        activities=list(unrecorded_activities(now)[:A_FEW]),
    )


def _rules_and_more() -> dict[str, int]:
    """Return after how many days things come to the desk, and whether paper waits for someone."""
    default = Policy()
    days = {
        name: Coalesce(Subquery(Policy.objects.values(name)[:1]), getattr(default, name))
        for name in ("unmatched_days", "unseen_days")
    }
    row = (
        Hub.objects.filter(id=current_hub())
        .annotate(
            **days,
            has_letters=Exists(Letter.objects.to_print()),
            has_refused_notes=Exists(Refusal.objects.filter(seen_at__isnull=True)),
            has_referrals=Exists(on_the_desk()),
            has_company=Exists(company_to_find()),
        )
        .values(*days, *HAS)
        .get()
    )
    return dict(row)


def waiting(now: datetime.datetime) -> tuple[Q, Q, Q]:
    """Say of which exchanges one or both have to confirm or to settle what was done."""
    over = Q(state=State.AGREED, when_at__lte=now - SETTLES)
    return Q(state=State.DONE), Q(state=State.DIFFERING), over


def exchanges_in_order() -> ExchangeQuerySet:
    """Return all exchanges, those first that have stood as they do the longest."""
    return Exchange.objects.with_people().order_by("state_at", "id")


def unmatched_asks(days: int, now: datetime.datetime) -> QuerySet[Listing]:
    """Return the asks that nobody has answered for so many days."""
    answered = Exchange.objects.filter(hub_id=OuterRef("hub_id"), listing_id=OuterRef("id"))
    old = now - datetime.timedelta(days=days)
    shown = Listing.objects.shown(timezone.localdate(now)).filter(kind=Kind.ASK)
    open_asks = shown.filter(~Exists(answered), created_at__lte=old)
    return open_asks.select_related("member", "category").order_by("id")


def unseen_members(days: int, now: datetime.datetime) -> QuerySet[Member]:
    """Return who has been away for so many days, those who left us last first."""
    day = timezone.localdate(now) - datetime.timedelta(days=days)
    return not_seen_since(day).order_by("-last_seen_on", "id")


def watches(now: datetime.datetime) -> list[Watch]:
    """Return the cards that took too many wrong PINs, and the consents to act that end soon."""
    locked = Card.objects.live().filter(wrong__gte=WRONG_PINS)
    ending = ActingConsent.objects.standing(now).filter(until__lte=now + SOON)
    no_day = Cast(Value(None), DateTimeField())
    cards = locked.values_list(Value(True), "member_id", "member__name", Value(""), no_day)
    consents = ending.values_list(
        Value(False), "principal_id", "principal__name", "supporter__name", "until"
    )
    return [Watch(*row) for row in cards.union(consents, all=True)[: 2 * A_FEW]]


def unrecorded_activities(now: datetime.datetime) -> QuerySet[Activity]:
    """Return the activities that are over and whose hours are not recorded."""
    rows = Activity.objects.filter(state=ActivityState.PLANNED, ends_at__lte=now)
    return rows.order_by("ends_at", "id")


def unheard(*, beside: Member) -> QuerySet[HowItWas]:
    """Return what people told the connectors, not read yet, but for what is about the reader."""
    about = Q(exchange__giver=beside) | Q(exchange__receiver=beside)
    rows = HowItWas.objects.filter(~about, seen_at__isnull=True)
    return rows.select_related("by", "exchange__giver", "exchange__receiver")
