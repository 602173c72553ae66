"""What the pages read: our own rows, and of the other hub only what the agreement opens."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from gyda.between.actions.paying import Receiver
from gyda.between.errors import NobodyThere
from gyda.between.models import Across, Crossing, Pact, Side, State
from gyda.deliver.models import Listing
from gyda.deliver.models.listing import Kind
from gyda.keys.context import in_hub
from gyda.ledger.models import Account, Unit
from gyda.ledger.queries import with_totals
from gyda.people.models import Hub, Member
from gyda.people.queries import blocked_ids
from gyda.people.who import Who
from gyda.safeguarding.queries import without_their_checks
from gyda.web.paging import Page, page_of


def pacts() -> list[Pact]:
    """Return what stands, or is offered, or was, with other hubs."""
    return list(Pact.objects.select_related("partner").order_by("partner__slug"))


def standing() -> list[Pact]:
    """Return the agreements that stand."""
    return [pact for pact in pacts() if pact.stands]


def pact_or_404(slug: str) -> Pact:
    rows = Pact.objects.select_related("partner")
    return get_object_or_404(rows, partner__slug=slug)


def standing_or_404(slug: str) -> Pact:
    pact = pact_or_404(slug)
    if not pact.stands:
        raise Http404
    return pact


def owed() -> dict[UUID, int]:
    """Return by hub what we owe it; below nothing, it owes us."""
    rows = Account.objects.filter(partner__isnull=False, unit=Unit.MINUTES)
    found: Any = with_totals(rows)
    return {account.partner_id: account.total or 0 for account in found}


def own(who: Who) -> QuerySet[Crossing]:
    """Return the subject's hours to and from other hubs; what was refused on coming in is not
    theirs."""
    rows = Crossing.objects.filter(member=who.subject).select_related("partner")
    return rows.exclude(side=Side.IN, state=State.REFUSED)


def _offers(who: Who) -> QuerySet[Listing]:
    """Return the offers of the hub that we are in now, for a reader from elsewhere."""
    hidden = Across.objects.filter(shows_offers=False).values("member_id")
    shown = Listing.objects.shown(timezone.localdate()).filter(kind=Kind.OFFER)
    shown = shown.exclude(member_id__in=hidden).exclude(without_their_checks())
    themselves = Member.objects.filter(person=who.subject.person).first()
    if themselves:  # whoever belongs to both hubs meets the same people in both
        apart = {themselves.id, *blocked_ids(themselves)}
        shown = shown.exclude(member_id__in=apart)
    return shown.select_related("member__person", "category")


def _shows(who: Who) -> bool:
    """Tell whether the partner lets members of our hub read its offers; asked in its own rows."""
    theirs = Pact.objects.filter(partner_id=who.hub_id).first()
    return bool(theirs and theirs.stands and theirs.shows_offers)


def offers_of(who: Who, partner: Hub, request: HttpRequest) -> Page[Listing] | None:
    """Return a page of the partner's offers, or nothing where it shows none."""
    with in_hub(partner.id):
        return page_of(_offers(who), request) if _shows(who) else None


def offer_or_404(who: Who, partner: Hub, listing: UUID) -> Listing:
    """Return one offer of the partner."""
    with in_hub(partner.id):
        if not _shows(who):
            raise Http404
        return get_object_or_404(_offers(who), id=listing)


def receiver_of(offer: Listing) -> Receiver:
    member = offer.member
    return Receiver(member.id, member.person_id, member.shown_name)


def receiver_by_code(partner: Hub, code: str) -> Receiver:
    """Return whom a code names in the other hub."""
    with in_hub(partner.id):
        rows = Across.objects.select_related("member").filter(code=code)
        found = rows.filter(member__state="ACTIVE").first() if code else None
    if found is None:
        raise NobodyThere
    return Receiver(found.member.id, found.member.person_id, found.member.shown_name)


@dataclass(frozen=True)
class Month:
    """What crossed in one month, in minutes."""

    first: datetime.date
    sent: int
    received: int


def months_with(partner: Hub) -> list[Month]:
    """Return the months in which anything crossed, newest first."""
    done = Crossing.objects.filter(partner=partner, state=State.PAID).order_by()
    rows = done.annotate(first=TruncMonth("at")).values_list("first")
    sums = rows.annotate(
        sent=Sum("minutes", filter=Q(side=Side.OUT)),
        received=Sum("minutes", filter=Q(side=Side.IN)),
    )
    return [
        Month(first.date(), sent or 0, received or 0)
        for first, sent, received in sorted(sums, reverse=True)
    ]
