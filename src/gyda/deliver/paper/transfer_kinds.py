"""Why hours go onto paper and come off it, and what a line of a statement says of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from gyda.deliver.paper.models import HandOut, Note
from gyda.ledger import kinds

NOTE = _("Note %(words)s")


def _handed(transfers: Sequence[UUID]) -> QuerySet[HandOut, Any]:
    rows = HandOut.objects.filter(transfer_id__in=transfers)
    return rows.values_list("transfer_id", "words", "language")


def _redeemed(transfers: Sequence[UUID]) -> QuerySet[Note, Any]:
    rows = Note.objects.filter(transfer_id__in=transfers)
    return rows.values_list("transfer_id", Cast("number", CharField()), Value(""))


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register("NOTE_OUT", _("Onto paper notes"), goes_with=_handed)
    kinds.register("NOTE_IN", _("A paper note"), goes_with=_redeemed, frame=NOTE)
    kinds.register("NOTE_SPENT", _("A note spent at a venue"), goes_with=_redeemed, frame=NOTE)
    kinds.register("NOTE_BACK", _("A note lost or void"), goes_with=_redeemed, frame=NOTE)
    kinds.register("NOTE_LAPSED", _("A note out of date"), goes_with=_redeemed, frame=NOTE)
