"""What can stand in the way of ending a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.need.conversations.errors.base import ConversationError


class SayWhatIsNext(ConversationError):
    """Nobody is sent home without a word."""

    message = _("Say what happens next, in both languages.")
    field = "next_cy"


class IsOpen(ConversationError):
    """What is open cannot be opened again."""

    message = _("This conversation is open.")


class StillOpen(ConversationError):
    """First the answers, then what became of them."""

    message = _("Close the conversation first.")
