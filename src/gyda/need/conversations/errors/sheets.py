"""What can stand in the way of a sheet of paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.need.conversations.errors.base import ConversationError


class SheetUnknown(ConversationError):
    """No such sheet was printed here."""

    message = _("No sheet with this code was printed for this conversation. Check the letters.")
    field = "code"


class SheetTyped(ConversationError):
    """One sheet, one person."""

    message = _("This sheet was typed in already. Each sheet counts once.")
    field = "code"


class SheetEmpty(ConversationError):
    """Somebody answered something."""

    message = _("Tick at least one answer as it stands on the sheet.")
