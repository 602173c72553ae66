"""What was done, by whom, for whom: rows that are only ever added."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import secrets

from django.db import models
from django.db.models import Q

from gyda.keys.models import HubForeignKey, HubModel


def new_salt() -> str:
    """Return 16 random bytes, without which nobody can guess an entry from its leaf."""
    return secrets.token_hex(16)


class Entry(HubModel):
    """One action. Holds ids and figures, never names or free text, so that it can stay for good."""

    at = models.DateTimeField()
    actor = HubForeignKey("people.Member", null=True, related_name="+")  # null: Gyda itself
    principal = HubForeignKey("people.Member", null=True, related_name="+")
    verb = models.CharField(max_length=60)  # dotted: exchange.confirmed
    about_type = models.CharField(max_length=40)  # room.model, lower case
    about_id = models.UUIDField()
    data = models.JSONField(default=dict)
    public = models.BooleanField(default=False)
    salt = models.CharField(max_length=32, default=new_salt, editable=False)

    class Meta(HubModel.Meta):
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["hub", "about_id", "id"], name="journal_entry_about_ix"),
            models.Index(fields=["hub", "actor", "id"], name="journal_entry_actor_ix"),
            models.Index(fields=["hub", "principal", "id"], name="journal_entry_principal_ix"),
            models.Index(fields=["hub", "verb", "id"], name="journal_entry_verb_ix"),
            models.Index(
                fields=["hub", "id"], condition=Q(public=True), name="journal_entry_public_ix"
            ),
        ]


class Seal(HubModel):
    """A batch of entries under one root; each seal names the one before."""

    number = models.PositiveIntegerField()  # 1, 2, 3 … in the hub
    count = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)  # the seal before; empty on the first
    sealed_at = models.DateTimeField()
    own_hash = models.CharField(max_length=64)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "number"], name="journal_seal_number_uq"),
            models.CheckConstraint(condition=Q(number__gt=0), name="journal_seal_number_ck"),
            models.CheckConstraint(condition=Q(count__gt=0), name="journal_seal_count_ck"),
            models.CheckConstraint(
                condition=Q(number=1, previous="") | (Q(number__gt=1) & ~Q(previous="")),
                name="journal_seal_previous_ck",
            ),
        ]


class SealedEntry(HubModel):
    """Where an entry stands in its seal."""

    entry = HubForeignKey(Entry, related_name="+")
    seal = HubForeignKey(Seal, related_name="sealed")
    position = models.PositiveIntegerField()  # 0, 1, 2 … in the seal
    leaf = models.CharField(max_length=64)

    class Meta(HubModel.Meta):
        verbose_name_plural = "sealed entries"
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "entry"], name="journal_sealedentry_entry_uq"),
            models.UniqueConstraint(
                fields=["hub", "seal", "position"], name="journal_sealedentry_position_uq"
            ),
        ]


class Notice(HubModel):
    """An entry that concerns a member who did not do it."""

    member = HubForeignKey("people.Member", related_name="+")
    entry = HubForeignKey(Entry, related_name="+")
    read_at = models.DateTimeField(null=True)

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "member", "entry"], name="journal_notice_entry_uq"
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "member", "id"], name="journal_notice_member_ix"),
            models.Index(
                fields=["hub", "member"],
                condition=Q(read_at__isnull=True),
                name="journal_notice_unread_ix",
            ),
        ]


class TickRun(HubModel):
    """When a chore of `gyda tick` is due again in a hub."""

    name = models.CharField(max_length=60)
    next_at = models.DateTimeField()

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(fields=["hub", "name"], name="journal_tickrun_name_uq"),
        ]
