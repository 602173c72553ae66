"""Writing down a gift, the yes of whom it is about, changing it, taking it away."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.initiatives.actions.entries import enter
from gyda.initiatives.models import Initiative
from gyda.journal.actions import record
from gyda.keys.once import once
from gyda.letters.models import Letter
from gyda.need.gifts import errors
from gyda.need.gifts.models import Asset, AssetKind, Audience, Holder
from gyda.people.areas import folded
from gyda.people.letterbox import write_to
from gyda.people.models import Member
from gyda.people.who import Who


@dataclass(frozen=True)
class Found:
    """What was found, where, and in conversation with whom."""

    kind: str
    title: str
    language: str
    holder: str
    found_on: datetime.date
    what: str = ""
    place: str = ""
    through: str = ""
    audience: str = Audience.HUB
    member: Member | None = None
    initiative: Initiative | None = None

    def check(self, by: Member) -> dict[str, Any]:
        """Return the columns, or raise where it would be about someone without their yes."""
        if self.kind == AssetKind.PERSON and self.holder == Holder.NOBODY:
            raise errors.WhoseGift
        if self.holder == Holder.THEM and self.member is None:
            raise errors.WithWhom
        if self.member and self.member.id == by.id:
            raise errors.NotYourself
        return dict(vars(self)) | {"place_folded": folded(self.place)}


@once
@transaction.atomic
def note_asset(
    *,
    who: Who,
    found: Found,
    key: UUID | None = None,
    now: datetime.datetime | None = None,
) -> Asset:
    """Write a gift down; whoever it was found with is asked."""
    if key and (stored := Asset.objects.filter(request_key=key).first()):
        return stored
    asset = Asset.objects.create(
        by=who.subject, noted_at=now or timezone.now(), request_key=key, **found.check(who.subject)
    )
    _ask(asset)
    _enter(asset, who, "asset.noted")
    return asset


@transaction.atomic
def change_asset(*, who: Who, asset_id: UUID, found: Found) -> Asset:
    """Change it; what was found with someone waits for their yes again."""
    asset = _locked(asset_id)
    if asset.by_id != who.subject.id:
        raise errors.NotYours
    Asset.objects.filter(id=asset.id).update(agreed_at=None, **found.check(who.subject))
    asset = Asset.objects.select_related("member__person", "by").get(id=asset.id)
    _ask(asset)
    record(by=who, verb="asset.changed", about=asset)
    return asset


def _ask(asset: Asset) -> None:
    if asset.member and asset.member.is_active:
        write_to(asset.member, "asset_asked", about_id=asset.id, asset=asset)


@transaction.atomic
def agree(*, who: Who, asset_id: UUID, now: datetime.datetime | None = None) -> Asset:
    """Say yes: it may be shown, with my name to members."""
    asset = _locked(asset_id)
    _require_theirs(who, asset)
    Asset.objects.filter(id=asset.id).update(agreed_at=now or timezone.now())
    asset.refresh_from_db()
    _enter(asset, who, "asset.agreed")
    return asset


@transaction.atomic
def decline(*, who: Who, asset_id: UUID, now: datetime.datetime | None = None) -> None:
    """Say no, at any time: my own gift is taken away, and from another my name is."""
    asset = _locked(asset_id)
    _require_theirs(who, asset)
    record(by=who, verb="asset.declined", about=asset)
    without_them(asset, now or timezone.now())


def without_them(asset: Asset, now: datetime.datetime) -> None:
    """Take the person it was found with out of it, and all of it when it is theirs."""
    Letter.objects.filter(about_id=asset.id).delete()
    Asset.objects.filter(id=asset.id, holder=Holder.THEM).update(withdrawn_at=now, **EMPTY)
    Asset.objects.filter(id=asset.id).update(member=None, agreed_at=None)


EMPTY = {"title": "", "what": "", "through": "", "place": "", "place_folded": ""}


@transaction.atomic
def take_away(*, who: Who, asset_id: UUID, now: datetime.datetime | None = None) -> None:
    """Take a gift off the list: who wrote it down, or a connector."""
    asset = _locked(asset_id)
    if asset.by_id != who.subject.id and not who.actor.is_connector:
        raise errors.NotYours
    Letter.objects.filter(about_id=asset.id).delete()
    Asset.objects.filter(id=asset.id).update(
        withdrawn_at=now or timezone.now(), member=None, agreed_at=None, **EMPTY
    )
    record(by=who, verb="asset.withdrawn", about=asset)


def _require_theirs(who: Who, asset: Asset) -> None:
    if asset.member_id != who.subject.id or not who.reaches_everything:
        raise errors.NotYours


def _locked(asset_id: UUID) -> Asset:
    asset = Asset.objects.select_for_update().get(id=asset_id)
    if asset.withdrawn_at:
        raise errors.NoLongerThere
    return asset


def _enter(asset: Asset, who: Who, verb: str) -> None:
    """Put it on the initiative's timeline only where everyone may read the gift itself."""
    public = asset.audience == Audience.PUBLIC and not (asset.waits and asset.holder == Holder.THEM)
    if asset.initiative and verb == "asset.noted":
        enter(asset.initiative, who=who, verb=verb, about=asset, public=public)
    else:
        record(by=who, verb=verb, about=asset)
