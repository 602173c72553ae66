"""A note: hours on a piece of paper, from the drawer to the account."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gyda.deliver.paper.models.batch import NoteBatch
from gyda.keys.models import HubForeignKey, HubManager, HubModel, HubQuerySet
from gyda.ledger.models import Account
from gyda.people.models import Member, Organisation
from gyda.people.models.person import Language


class NoteState(models.TextChoices):
    """Where a note is."""

    DRAWER = "DRAWER", _("not handed out")
    OUT = "OUT", _("handed out")
    REDEEMED = "REDEEMED", _("redeemed")
    LOST = "LOST", _("lost")
    VOID = "VOID", _("void")
    EXPIRED = "EXPIRED", _("out of date")


ENDED = (NoteState.REDEEMED, NoteState.LOST, NoteState.VOID, NoteState.EXPIRED)


class Source(models.TextChoices):
    """Where the hours on a note come from."""

    POT = "POT", _("the hub's pot")
    ISSUE = "ISSUE", _("new hours, issued by the hub")
    ORGANISATION = "ORGANISATION", _("an organisation's account")
    MEMBER = "MEMBER", _("the member's own hours")


class HandOut(HubModel):
    """Notes given into someone's hand at one moment: their hours left an account for paper."""

    source = models.CharField(max_length=12, choices=Source)
    account = HubForeignKey(Account, related_name="+")  # that the hours came from
    holder = HubForeignKey(Member, null=True, related_name="+")  # null: whoever has the note
    handed_by = HubForeignKey(Member, related_name="+")
    handed_at = models.DateTimeField()
    count = models.PositiveSmallIntegerField()
    minutes = models.PositiveIntegerField()  # all notes together
    words = models.CharField(max_length=200, blank=True)  # what for
    language = models.CharField(max_length=2, choices=Language)
    transfer_id = models.UUIDField()  # the key of the form, too: sent twice is handed out once

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "transfer_id"], name="deliver_handout_transfer_uq"
            ),
            models.CheckConstraint(
                condition=Q(count__gt=0, minutes__gt=0), name="deliver_handout_figures_ck"
            ),
            models.CheckConstraint(
                condition=~Q(source=Source.MEMBER) | Q(holder__isnull=False),
                name="deliver_handout_own_hours_have_a_holder_ck",
            ),
        ]
        indexes = [models.Index(fields=["hub", "holder", "id"], name="deliver_handout_holder_ix")]


class NoteQuerySet(HubQuerySet["Note"]):
    """Notes by where they are."""

    def out(self) -> "NoteQuerySet":
        return self.filter(state=NoteState.OUT)

    def out_of_date(self, today: datetime.date) -> "NoteQuerySet":
        return self.out().filter(batch__expires_on__lt=today)


NoteManager = HubManager.from_queryset(NoteQuerySet)


class Note(HubModel):
    """One piece of paper. Its code is not stored: it is worked out from the number and the key."""

    batch = HubForeignKey(NoteBatch, related_name="notes")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=NoteState, default=NoteState.DRAWER)
    handout = HubForeignKey(HandOut, null=True, related_name="notes")
    ended_at = models.DateTimeField(null=True)
    transfer_id = models.UUIDField(null=True)  # by which the hours left the paper
    request_key = models.UUIDField(null=True)  # of the form that redeemed it
    member = HubForeignKey(Member, null=True, related_name="+")  # who has the hours now
    organisation = HubForeignKey(Organisation, null=True, related_name="+")  # or where spent
    entered_by = HubForeignKey(Member, null=True, related_name="+")

    objects: ClassVar["NoteManager[Self]"] = NoteManager()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "number"], name="deliver_note_number_uq"),
            models.UniqueConstraint(
                fields=["hub", "transfer_id"],
                condition=Q(transfer_id__isnull=False),
                name="deliver_note_transfer_uq",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=NoteState.DRAWER,
                    handout__isnull=True,
                    transfer_id__isnull=True,
                    ended_at__isnull=True,
                )
                | Q(
                    state=NoteState.OUT,
                    handout__isnull=False,
                    transfer_id__isnull=True,
                    ended_at__isnull=True,
                )
                | Q(
                    state__in=[NoteState.REDEEMED, NoteState.LOST, NoteState.EXPIRED],
                    handout__isnull=False,
                    transfer_id__isnull=False,
                    ended_at__isnull=False,
                )
                | Q(
                    state=NoteState.VOID,
                    handout__isnull=True,
                    transfer_id__isnull=True,
                    ended_at__isnull=False,
                )
                | Q(
                    state=NoteState.VOID,
                    handout__isnull=False,
                    transfer_id__isnull=False,
                    ended_at__isnull=False,
                ),
                name="deliver_note_state_ck",
            ),
            models.CheckConstraint(
                condition=Q(member__isnull=True, organisation__isnull=True)
                | Q(state=NoteState.REDEEMED, member__isnull=False, organisation__isnull=True)
                | Q(state=NoteState.REDEEMED, member__isnull=True, organisation__isnull=False),
                name="deliver_note_one_end_ck",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "batch", "number"], name="deliver_note_batch_ix"),
            models.Index(fields=["hub", "handout"], name="deliver_note_handout_ix"),
            models.Index(fields=["hub", "member", "id"], name="deliver_note_member_ix"),
            models.Index(
                fields=["hub", "organisation", "ended_at"], name="deliver_note_organisation_ix"
            ),
            models.Index(
                fields=["hub", "batch"],
                condition=Q(state=NoteState.OUT),
                name="deliver_note_out_ix",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def minutes(self) -> int:
        """What it is worth; read with its batch, or it costs a query."""
        return int(self.batch.minutes)
