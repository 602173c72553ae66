"""What can stand in the way of opening a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.need.conversations.errors.base import ConversationError


class HubSaysMembersOnly(ConversationError):
    """The hub decides whether anyone may answer without signing in."""

    message = _("In this hub only members answer. Stewards can allow more in the rules.")
    field = "voters"


class AnyoneMayRead(ConversationError):
    """Who may answer has to be able to read."""

    message = _("When anyone may answer, everyone must be able to read it.")
    field = "is_public"


class ClosesBefore(ConversationError):
    """It opens first."""

    message = _("It must close after it opens.")
    field = "closes_on"


class HearsBefore(ConversationError):
    """The answer comes after the question."""

    message = _("The day on which people hear back must come after the conversation closes.")
    field = "hear_by_on"


class AskAtLeastFive(ConversationError):
    """An empty page invites nobody."""

    message = _("Write at least five statements to begin with, one on each line.")
    field = "seeds"
