"""Pockets: where an account's balance lies. The only rows of the ledger that ever change."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.models import F, Q

from gyda.keys.models import HubForeignKey, HubModel
from gyda.ledger.models.account import Account


class Pocket(HubModel):
    """Every account has pocket 0. A wide account has more, its lanes: each connection pays
    into one of its own (by its number, so two seldom meet), for a row stays locked until its
    commit is on the disk, and one row would make all payers wait for one another.

    These rows are few columns and short checks on purpose: PostgreSQL reads every check of a
    table anew in each statement (docs/decisions/002-ledger.md has the figures).
    """

    account = HubForeignKey(Account, related_name="pockets")
    number = models.PositiveSmallIntegerField(default=0)
    balance = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)  # promised to others by holds, still in the balance
    due = models.BigIntegerField(default=0)  # promised to this account, not yet in the balance
    floor = models.BigIntegerField(null=True)  # null: none; see Account.floor
    ceiling = models.BigIntegerField(null=True)
    is_open = models.BooleanField(default=True)

    class Meta(HubModel.Meta):
        # A check passes on null, so "no floor" needs no words.
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "account", "number"], name="ledger_pocket_number_uq"
            ),
            models.CheckConstraint(
                condition=Q(floor__lte=F("balance") - F("held")), name="ledger_pocket_floor_ck"
            ),
            models.CheckConstraint(
                condition=Q(ceiling__gte=F("balance") + F("due")), name="ledger_pocket_ceiling_ck"
            ),
            # Without a ceiling there may be lanes; a hold of one may be resolved in another.
            models.CheckConstraint(
                condition=Q(held__gte=0) | Q(floor__isnull=True), name="ledger_pocket_held_ck"
            ),
            models.CheckConstraint(
                condition=Q(due__gte=0) | Q(ceiling__isnull=True), name="ledger_pocket_due_ck"
            ),
            models.CheckConstraint(
                condition=Q(is_open=True) | Q(balance=0, held=0, due=0),
                name="ledger_pocket_closed_ck",
            ),
        ]
