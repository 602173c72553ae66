"""What every error of a conversation is, and who may not."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class ConversationError(DomainError):
    """The base of them all."""

    message = _("This cannot be done in this conversation now. Look at the page again.")


class NotYours(ConversationError):
    """Whoever opened it, the team and the connectors look after it."""

    message = _("Only those who look after this conversation can do this.")


class MembersOnly(ConversationError):
    """Nobody counts twice, so it wants to know who is there."""

    message = _("Only members of the hub answer here. Sign in first.")


class ConsentIsNarrower(ConversationError):
    """Opinions are no hours."""

    message = _("Their consent covers the time bank only. They can widen it to everything.")
