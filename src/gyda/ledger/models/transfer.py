"""A transfer: one row, one amount, from one account to another; only ever added."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from gyda.keys.models import HubForeignKey, HubIndex, HubKey, HubModel
from gyda.ledger.models.account import Account
from gyda.ledger.models.units import Unit


class Phase(models.TextChoices):
    """What the row does. A hold is resolved by a row of its own, never by an edit."""

    POSTED = "POSTED", _("done")
    HOLD = "HOLD", _("promised")
    POST = "POST", _("done as promised")
    RELEASE = "RELEASE", _("promise given back")
    EXPIRE = "EXPIRE", _("promise ran out")


MOVING = (Phase.POSTED.value, Phase.POST.value)  # rows that change balances

# Short, for PostgreSQL reads the checks of a table anew in each statement that adds to it.
PHASE_FITS = (
    Q(phase=Phase.POSTED, resolves__isnull=True, until__isnull=True)
    | Q(phase=Phase.HOLD, resolves__isnull=True, until__isnull=False)
    | Q(resolves__isnull=False, until__isnull=True, reverses__isnull=True)
)


class Transfer(HubModel):
    """id is the client's key: the same key is never carried out twice.

    debit pays, credit receives. Corrections are new rows that name what they reverse.
    """

    # No constraint of its own to the hub: debit and credit are (hub, account) links already, and
    # locking the one hub row at each transfer would make all payers of a hub meet there.
    hub = models.ForeignKey(
        "people.Hub",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
        editable=False,
    )
    debit = HubForeignKey(Account, related_name="+")
    credit = HubForeignKey(Account, related_name="+")
    amount = models.BigIntegerField()
    unit = models.CharField(max_length=7, choices=Unit)
    kind = models.CharField(max_length=16)  # why: see gyda.ledger.kinds
    phase = models.CharField(max_length=7, choices=Phase)
    resolves = HubForeignKey("self", null=True, related_name="+")
    reverses = HubForeignKey("self", null=True, related_name="+")
    until = models.DateTimeField(null=True)
    at = models.DateTimeField()

    class Meta(HubModel.Meta):
        # No page lists a hub's transfers by id, and each index less is a page less at a commit.
        constraints = [
            HubKey(fields=["hub", "id"], name="ledger_transfer_hub_id_uq"),
            models.UniqueConstraint(
                fields=["hub", "resolves"],
                condition=Q(resolves__isnull=False),
                name="ledger_transfer_resolves_uq",
            ),
            models.UniqueConstraint(
                fields=["hub", "reverses"],
                condition=Q(reverses__isnull=False),
                name="ledger_transfer_reverses_uq",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="ledger_transfer_amount_ck"),
            models.CheckConstraint(condition=~Q(debit=F("credit")), name="ledger_transfer_two_ck"),
            models.CheckConstraint(condition=PHASE_FITS, name="ledger_transfer_phase_ck"),
        ]
        indexes = [
            HubIndex(fields=["hub", "debit", "at"], name="ledger_transfer_debit_ix"),
            HubIndex(fields=["hub", "credit", "at"], name="ledger_transfer_credit_ix"),
        ]
