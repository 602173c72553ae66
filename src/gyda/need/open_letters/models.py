"""What is true of open letters and their signatures."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.people.models import Member, Organisation
from gyda.people.models.person import Language
from gyda.web.bilingual import Bilingual

FORGET_DAYS = 14


class LetterPolicy(HubModel):
    """One row for a hub that has set its rules: who may sign, how long a signature may wait."""

    non_members = models.BooleanField(default=False)
    forget_days = models.PositiveSmallIntegerField(default=FORGET_DAYS)

    class Meta(HubModel.Meta):
        verbose_name_plural = "letter policies"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub"], name="need_letterpolicy_hub_uq"),
            models.CheckConstraint(
                condition=Q(forget_days__gte=1, forget_days__lte=90),
                name="need_letterpolicy_days_ck",
            ),
        ]


class Standing(models.TextChoices):
    """Where an open letter stands; the answer it is owed is told by the answers."""

    SIGNING = "SIGNING", _("Open for signatures")
    DELIVERED = "DELIVERED", _("Delivered")
    CLOSED = "CLOSED", _("Closed without being delivered")
    REMOVED = "REMOVED", _("Taken down")


SHOWN = (Standing.SIGNING, Standing.DELIVERED, Standing.CLOSED)


class OpenLetterQuerySet(HubQuerySet["OpenLetter"]):
    """Open letters by how they stand."""

    def shown(self) -> "OpenLetterQuerySet":
        return self.filter(standing__in=SHOWN)


OpenLetterManager = HubManager.from_queryset(OpenLetterQuerySet)


class Translated(models.TextChoices):
    """How the other language came about."""

    BOTH = "BOTH", _("Written in both languages")
    PERSON = "PERSON", _("Translated by a person")
    MACHINE = "MACHINE", _("Translated by a machine")


class OpenLetter(HubModel):
    """Text in both languages; the counters hold confirmed signatures and nothing else."""

    title = Bilingual(models.CharField, max_length=120)
    text = Bilingual(models.TextField, max_length=6000)
    original = models.CharField(max_length=2, choices=Language)
    translated = models.CharField(max_length=7, choices=Translated)
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    recipient = Bilingual(models.CharField, max_length=120, blank=True)  # when outside the hub
    initiative = HubForeignKey(Initiative, null=True, blank=True, related_name="+")
    author = HubForeignKey(Member, null=True, blank=True, related_name="+")  # null: erased
    standing = models.CharField(max_length=9, choices=Standing, default=Standing.SIGNING)
    persons = models.PositiveIntegerField(default=0)
    organisations = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField()
    delivered_on = models.DateField(null=True, blank=True)
    delivered_to = models.CharField(max_length=120, blank=True)
    delivered_by = HubForeignKey(Member, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    request_key = models.UUIDField(null=True, blank=True)

    author_id: UUID | None
    get_translated_display: Callable[[], str]
    initiative_id: UUID | None
    organisation_id: UUID | None
    title_cy: str
    title_en: str
    recipient_cy: str
    recipient_en: str

    objects: ClassVar["OpenLetterManager[Self]"] = OpenLetterManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "request_key"], name="need_letter_request_uq"),
            models.CheckConstraint(
                condition=~Q(title_cy="") & ~Q(title_en="") & ~Q(text_cy="") & ~Q(text_en=""),
                name="need_letter_both_tongues_ck",
            ),
            models.CheckConstraint(
                condition=Q(organisation__isnull=False, recipient_cy="", recipient_en="")
                | (Q(organisation__isnull=True) & ~Q(recipient_cy="") & ~Q(recipient_en="")),
                name="need_letter_recipient_ck",
            ),
            models.CheckConstraint(
                condition=(
                    Q(standing="DELIVERED", delivered_on__isnull=False) & ~Q(delivered_to="")
                )
                | Q(standing__in=("SIGNING", "CLOSED"), delivered_on__isnull=True)
                | Q(standing="REMOVED"),
                name="need_letter_delivered_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "standing", "id"], name="need_letter_standing_ix"),
            models.Index(fields=["hub", "initiative", "id"], name="need_letter_thread_ix"),
            models.Index(fields=["hub", "author", "id"], name="need_letter_author_ix"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def is_open(self) -> bool:
        return self.standing == Standing.SIGNING

    @property
    def is_shown(self) -> bool:
        return self.standing in SHOWN


class Kind(models.TextChoices):
    """People and organisations are counted apart."""

    PERSON = "PERSON", _("For myself")
    ORGANISATION = "ORGANISATION", _("For an organisation")


class Way(models.TextChoices):
    """How a signature came, and so how it is known to be someone's own."""

    MEMBER = "MEMBER", _("A member, signed in")
    ACTING = "ACTING", _("A member, through someone who acts for them")
    EMAIL = "EMAIL", _("Confirmed by e-mail")
    PAPER = "PAPER", _("On a paper sheet")


class SignatureQuerySet(HubQuerySet["Signature"]):
    """Signatures by whether they count."""

    def counted(self) -> "SignatureQuerySet":
        return self.filter(confirmed_at__isnull=False)

    def waiting(self) -> "SignatureQuerySet":
        return self.filter(confirmed_at__isnull=True)


SignatureManager = HubManager.from_queryset(SignatureQuerySet)


class Signature(HubModel):
    """One name under a letter. Once confirmed, name and address are kept only by consent."""

    letter = HubForeignKey(OpenLetter, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PERSON)
    way = models.CharField(max_length=6, choices=Way)
    member = HubForeignKey(Member, null=True, blank=True, related_name="+")
    organisation = HubForeignKey(Organisation, null=True, blank=True, related_name="+")
    mark = models.CharField(max_length=64, blank=True)  # keyed hash: who it is, not to be read
    name = models.CharField(max_length=80, blank=True)  # of the person, or of the organisation
    is_public = models.BooleanField(default=False)
    hidden = models.BooleanField(default=False, db_default=False)  # its name is taken down
    email = models.EmailField(blank=True)
    hears = models.BooleanField(default=False)
    language = models.CharField(max_length=2, choices=Language)
    digest = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    typed_by = HubForeignKey(Member, null=True, blank=True, related_name="+")

    letter_id: UUID
    member_id: UUID | None

    objects: ClassVar["SignatureManager[Self]"] = SignatureManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "letter", "kind", "member"],
                condition=Q(member__isnull=False, kind="PERSON"),
                name="need_signature_member_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "letter", "kind", "mark"],
                condition=~Q(mark=""),
                name="need_signature_mark_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "letter", "organisation"],
                condition=Q(organisation__isnull=False),
                name="need_signature_organisation_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "digest"], condition=~Q(digest=""), name="need_signature_digest_uq"
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=False) | ~Q(mark=""), name="need_signature_who_ck"
            ),
            models.CheckConstraint(
                condition=Q(way="EMAIL") | Q(confirmed_at__isnull=False),
                name="need_signature_only_email_waits_ck",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, expires_at__isnull=False)
                | (
                    Q(confirmed_at__isnull=False, expires_at__isnull=True)
                    & (Q(hears=True) | Q(email=""))
                    & (Q(is_public=True) | Q(kind="ORGANISATION") | Q(name=""))
                ),
                name="need_signature_forgets_ck",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "letter", "id"],
                condition=Q(is_public=True, confirmed_at__isnull=False),
                name="need_signature_public_ix",
            ),
            models.Index(fields=["hub", "member", "id"], name="need_signature_of_ix"),
            models.Index(
                fields=["hub", "expires_at"],
                condition=Q(confirmed_at__isnull=True),
                name="need_signature_ends_ix",
            ),
        ]
