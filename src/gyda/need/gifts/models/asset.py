"""A gift of the place: one of six kinds, and in which conversation it was found."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member
from gyda.people.models.person import Language


class AssetKind(models.TextChoices):
    """The six of asset-based community development (Kretzmann and McKnight 1993)."""

    PERSON = "PERSON", _("A person's gift")
    ASSOCIATION = "ASSOCIATION", _("A club or group")
    INSTITUTION = "INSTITUTION", _("An institution")
    PLACE = "PLACE", _("A place or a space")
    EXCHANGE = "EXCHANGE", _("Trade and exchange")
    CULTURE = "CULTURE", _("Stories and culture")


class Audience(models.TextChoices):
    """Who may read of it."""

    HUB = "HUB", _("Members of the hub")
    PUBLIC = "PUBLIC", _("Everyone")


class Holder(models.TextChoices):
    """Whose gift it is."""

    NOBODY = "NOBODY", _("It belongs to no one person")
    ME = "ME", _("It is my own")
    THEM = "THEM", _("It is the gift of the person I talked with")


class AssetQuerySet(HubQuerySet["Asset"]):
    """Gifts by who may know of them."""

    def there(self) -> "AssetQuerySet":
        return self.filter(withdrawn_at__isnull=True)

    def shown(self) -> "AssetQuerySet":
        """Someone's own gift is shown once they have said yes."""
        agreed = ~Q(holder=Holder.THEM) | Q(agreed_at__isnull=False)
        return self.there().filter(agreed)

    def shown_to(self, *, members: bool) -> "AssetQuerySet":
        return self.shown() if members else self.shown().filter(audience=Audience.PUBLIC)


AssetManager = HubManager.from_queryset(AssetQuerySet)


class Asset(HubModel):
    """What there is and where; `member` is with whom it was found, named only by their yes."""

    kind = models.CharField(max_length=11, choices=AssetKind)
    title = models.CharField(max_length=100, blank=True)
    what = models.TextField(max_length=1000, blank=True)
    language = models.CharField(max_length=2, choices=Language)
    place = models.CharField(max_length=80, blank=True)
    place_folded = models.CharField(max_length=80, blank=True)
    through = models.CharField(max_length=200, blank=True)  # through whom to ask
    audience = models.CharField(max_length=6, choices=Audience, default=Audience.HUB)
    holder = models.CharField(max_length=6, choices=Holder)
    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="+")
    by = HubForeignKey(Member, related_name="+")
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    found_on = models.DateField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    noted_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    objects: ClassVar["AssetManager[Self]"] = AssetManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="need_asset_request_uq"),
            models.CheckConstraint(
                condition=~Q(kind="PERSON") | ~Q(holder="NOBODY"), name="need_asset_of_someone_ck"
            ),
            models.CheckConstraint(
                condition=~Q(holder="THEM")
                | Q(member__isnull=False)
                | Q(withdrawn_at__isnull=False),
                name="need_asset_of_them_ck",
            ),
            models.CheckConstraint(
                condition=~Q(title="") | Q(withdrawn_at__isnull=False), name="need_asset_title_ck"
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "place_folded", "id"], name="need_asset_place_ix"),
            models.Index(fields=["hub", "initiative", "id"], name="need_asset_initiative_ix"),
            models.Index(fields=["hub", "member", "id"], name="need_asset_member_ix"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def waits(self) -> bool:
        """Whether the person it was found with has not said yes."""
        return self.member_id is not None and self.agreed_at is None
