"""Why hours go onto paper and come off it, and what a line of a statement says of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from gyda.deliver.paper.models import HandOut, Note
from gyda.ledger import kinds


def _handed(transfers: Sequence[UUID]) -> dict[UUID, kinds.Detail]:
    rows = HandOut.objects.filter(transfer_id__in=transfers)
    return {row.transfer_id: _what(row) for row in rows}


def _what(row: HandOut) -> kinds.Detail:
    if row.words:
        return kinds.Detail(words=row.words, language=row.language)
    words = ngettext("%(count)s note", "%(count)s notes", row.count)
    return kinds.Detail(words=words % {"count": row.count})


def _redeemed(transfers: Sequence[UUID]) -> dict[UUID, kinds.Detail]:
    rows = Note.objects.filter(transfer_id__in=transfers).values_list("transfer_id", "number")
    return {key: kinds.Detail(words=_("Note %(number)s") % {"number": n}) for key, n in rows if key}


def register() -> None:
    """Make the kinds known to the ledger."""
    kinds.register("NOTE_OUT", gettext_lazy("Onto paper notes"), goes_with=_handed)
    kinds.register("NOTE_IN", gettext_lazy("A paper note"), goes_with=_redeemed)
    kinds.register("NOTE_SPENT", gettext_lazy("A note spent at a venue"), goes_with=_redeemed)
    kinds.register("NOTE_BACK", gettext_lazy("A note lost or void"), goes_with=_redeemed)
    kinds.register("NOTE_LAPSED", gettext_lazy("A note out of date"), goes_with=_redeemed)
