"""Agreements: what one hub says is kept in its own rows, then told to the other until it knows."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import transaction
from django.utils import timezone

from gyda.between.errors import NoPact, NoSuchHub, NotOffered, StewardsOnly
from gyda.between.models import Pact
from gyda.journal.actions import record
from gyda.keys.context import in_hub
from gyda.ledger import accounts
from gyda.ledger.actions.limits import set_partner_limits
from gyda.people.models import Hub
from gyda.people.who import GydaItself, Who


@transaction.atomic
def propose(
    *, who: Who, slug: str, we_may_owe: int, they_may_owe: int, shows_offers: bool = False
) -> Pact:
    """Offer another hub that each accepts the other's hours, at par, up to a limit each way."""
    stewards_only(who)
    partner = Hub.objects.filter(slug=slug).exclude(id=who.hub_id).first()
    if partner is None:
        raise NoSuchHub
    limits = {"we_may_owe": we_may_owe, "they_may_owe": they_may_owe}
    pact = _say(partner, ours=True, shows_offers=shows_offers, **limits)
    verb = "between.agreed" if pact.stands else "between.proposed"
    record(by=who, verb=verb, about=pact, public=True, partner=partner.slug, **_sealed(limits))
    return pact


@transaction.atomic
def accept(*, who: Who, partner: Hub, seen: int, shows_offers: bool = False) -> Pact:
    """Say yes to what the other hub offers; `seen` is the version of it that was read."""
    stewards_only(who)
    pact = locked(partner)
    if not pact.theirs or pact.heard != seen:
        raise NotOffered
    limits = {"we_may_owe": pact.said_we_may_owe, "they_may_owe": pact.said_they_may_owe}
    pact = _say(partner, ours=True, shows_offers=shows_offers, **limits)
    record(
        by=who,
        verb="between.agreed",
        about=pact,
        public=True,
        partner=partner.slug,
        **_sealed(limits),
    )
    return pact


@transaction.atomic
def end(*, who: Who, partner: Hub) -> Pact:
    """Accept no more hours from the other hub. What is owed stays owed until it is settled."""
    stewards_only(who)
    pact = locked(partner)
    if not (pact.ours or pact.theirs):
        raise NoPact
    pact = _say(partner, ours=False, shows_offers=False)
    record(by=who, verb="between.ended", about=pact, public=True, partner=partner.slug)
    return pact


def tell(pact: Pact) -> None:
    """Let the other hub know what we say; each hub in a transaction of its own, any number of
    times."""
    here = Hub.objects.get(id=pact.hub_id)
    with in_hub(pact.partner_id):
        _hear(here, pact)
    with in_hub(pact.hub_id):
        known = Pact.objects.filter(id=pact.id, version__gte=pact.version, told__lt=pact.version)
        known.update(told=pact.version)


@transaction.atomic
def _hear(other: Hub, said: Pact) -> None:
    pact = locked(other)
    if pact.heard >= said.version:
        return
    pact.theirs, pact.heard = said.ours, said.version
    pact.said_we_may_owe, pact.said_they_may_owe = said.they_may_owe, said.we_may_owe
    pact.save(update_fields=["theirs", "heard", "said_we_may_owe", "said_they_may_owe"])
    _apply(pact)
    verb = "between.they-agree" if said.ours else "between.they-ended"
    record(by=GydaItself(pact.hub_id), verb=verb, about=pact, partner=other.slug)


def _sealed(limits: dict[str, int]) -> Any:
    """Return the limits as the entry keeps them."""
    return dict(limits)


def _say(partner: Hub, **said: Any) -> Pact:
    pact = locked(partner)
    for name, value in said.items():
        setattr(pact, name, value)
    pact.version += 1
    pact.changed_at = timezone.now()
    pact.save()
    _apply(pact)
    return pact


def locked(partner: Hub) -> Pact:
    """Return our side of what stands with another hub, made when there is none, and lock it."""
    fresh = {"changed_at": timezone.now()}
    pact, _ = Pact.objects.get_or_create(partner=partner, defaults=fresh)
    rows = Pact.objects.select_for_update(of=("self",)).select_related("partner")
    return rows.get(id=pact.id)


def _apply(pact: Pact) -> None:
    """Let the database hold the limits; where nothing stands, what is owed can only shrink."""
    account = accounts.partner(pact.partner)
    we, they = (pact.we_may_owe, pact.they_may_owe) if pact.stands else (0, 0)
    set_partner_limits(account=account, floor=-they, ceiling=we)


def stewards_only(who: Who) -> None:
    if not who.actor.is_steward or who.is_acting:
        raise StewardsOnly
