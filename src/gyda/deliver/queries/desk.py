"""What needs a connector today: a few of each, the longest waiting first."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from gyda.deliver.models import Activity, Exchange, HowItWas, Listing, Policy
from gyda.deliver.models.activity import ActivityState
from gyda.deliver.models.exchange import ExchangeQuerySet, State
from gyda.deliver.models.listing import Kind
from gyda.deliver.queries.policy import the_policy
from gyda.letters.models import Letter
from gyda.letters.queries import letters_to_print
from gyda.people.models import ActingConsent, Application, Card, Member
from gyda.people.models.card import WRONG_PINS
from gyda.people.queries import not_seen_since, waiting_applications

A_FEW = 5
SOON = datetime.timedelta(days=30)
SETTLES = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Today:
    """One list for each kind of thing; each may be longer than what is shown."""

    newcomers: list[Application]
    exchanges: list[Exchange]
    asks: list[Listing]
    unseen: list[Member]
    letters: list[Letter]
    cards: list[Card]
    consents: list[ActingConsent]
    activities: list[Activity]

    @property
    def is_quiet(self) -> bool:
        return not any(vars(self).values())


def today(now: datetime.datetime | None = None) -> Today:
    """Return the desk, in as many queries as it has lists and one for the rules."""
    now = now or timezone.now()
    policy = the_policy()
    return Today(
        newcomers=list(waiting_applications()[:A_FEW]),
        exchanges=list(waiting_exchanges(now)[: 2 * A_FEW]),
        asks=list(unmatched_asks(policy, now)[:A_FEW]),
        unseen=list(unseen_members(policy, now)[:A_FEW]),
        letters=list(letters_to_print()[:A_FEW]),
        cards=list(locked_cards()[:A_FEW]),
        consents=list(ending_consents(now)[:A_FEW]),
        activities=list(unrecorded_activities(now)[:A_FEW]),
    )


def waiting_exchanges(now: datetime.datetime) -> ExchangeQuerySet:
    """Return what one or both have to confirm or to settle, the longest waiting first."""
    over = Q(state=State.AGREED, when_at__lte=now - SETTLES)
    rows = Exchange.objects.filter(Q(state__in=[State.DONE, State.DIFFERING]) | over)
    return rows.with_people().order_by("state_at", "id")


def unmatched_asks(policy: Policy, now: datetime.datetime) -> QuerySet[Listing]:
    """Return the asks that nobody has answered for some days."""
    answered = Exchange.objects.filter(hub_id=OuterRef("hub_id"), listing_id=OuterRef("id"))
    old = now - datetime.timedelta(days=policy.unmatched_days)
    shown = Listing.objects.shown(timezone.localdate(now)).filter(
        kind=Kind.ASK, created_at__lte=old
    )
    return shown.filter(~Exists(answered)).select_related("member", "category").order_by("id")


def unseen_members(policy: Policy, now: datetime.datetime) -> QuerySet[Member]:
    """Return who has been away for a while, those who left us last first."""
    day = timezone.localdate(now) - datetime.timedelta(days=policy.unseen_days)
    return not_seen_since(day).order_by("-last_seen_on", "id")


def locked_cards() -> QuerySet[Card]:
    """Return the cards that took too many wrong PINs."""
    return Card.objects.live().filter(wrong__gte=WRONG_PINS).select_related("member").order_by("id")


def ending_consents(now: datetime.datetime) -> QuerySet[ActingConsent]:
    """Return the consents to act that end soon."""
    rows = ActingConsent.objects.standing(now).filter(until__lte=now + SOON)
    return rows.select_related("principal", "supporter").order_by("until", "id")


def unrecorded_activities(now: datetime.datetime) -> QuerySet[Activity]:
    """Return the activities that are over and whose hours are not recorded."""
    rows = Activity.objects.filter(state=ActivityState.PLANNED, ends_at__lte=now)
    return rows.order_by("ends_at", "id")


def unheard() -> QuerySet[HowItWas]:
    """Return what people told the connectors, not read yet."""
    rows = HowItWas.objects.filter(seen_at__isnull=True)
    return rows.select_related("by", "exchange__giver", "exchange__receiver")
