"""What can stand in the way of an answer."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.need.conversations.errors.base import ConversationError


class NotOpen(ConversationError):
    """It has not begun, or it has ended."""

    message = _("This conversation takes no answers now.")


class NotAsked(ConversationError):
    """The statement is not, or no longer, shown."""

    message = _("This statement is no longer asked about. Here is another one.")


class NoSuchSeat(ConversationError):
    """The room has not so many seats."""

    message = _("There is no such seat in this room.")


class NothingToTake(ConversationError):
    """No answers from before."""

    message = _("There are no answers to take along.")
