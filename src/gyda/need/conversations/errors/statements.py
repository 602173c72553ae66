"""What can stand in the way of a statement."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.need.conversations.errors.base import ConversationError


class TooLong(ConversationError):
    """What is read in one breath."""

    message = _("A statement has at most 140 letters: %(text)s")
    field = "seeds"


class SaidAlready(ConversationError):
    """Somebody wrote the same words."""

    message = _("Somebody has said the same: you can answer that one instead.")
    field = "text"


class TakesNoStatements(ConversationError):
    """Those who opened it wrote all the statements."""

    message = _("No new statements are taken here.")


class EnoughForNow(ConversationError):
    """Others want to be read, too."""

    message = _("You have several statements that wait to be read. Wait until they are.")


class NotTheSame(ConversationError):
    """Two different statements of one conversation, both of them shown or waiting."""

    message = _("These two cannot be joined.")


class SameLanguage(ConversationError):
    """A translation is in the other language."""

    message = _("This statement has its translation, or needs none.")
