"""What can stand in the way of a judgement on a statement."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.need.conversations.errors.base import ConversationError


class JudgedAlready(ConversationError):
    """Somebody was quicker."""

    message = _("Somebody has decided about this statement already.")


class ReasonIsMissing(ConversationError):
    """The author has a right to know."""

    message = _("Choose a reason: the author is told.")
    field = "reason"


class WordsAreMissing(ConversationError):
    """Another reason has to be said."""

    message = _("Say the reason in words.")
    field = "words"


class OwnJudgement(ConversationError):
    """Nobody judges an appeal against themselves."""

    message = _("An appeal is decided by somebody else than who decided first.")


class OwnStatement(ConversationError):
    """Nobody judges their own words."""

    message = _("Somebody else decides about what you wrote yourself.")


class NothingToAppeal(ConversationError):
    """There is no refusal, or it was appealed against."""

    message = _("There is nothing to appeal against, or you have done so already.")
