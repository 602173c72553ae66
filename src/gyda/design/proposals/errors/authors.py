"""What can stand in the way of who writes a proposal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class InvitedAlready(DomainError):
    """They write it, or have been asked."""

    message = _("This person writes it already, or has been asked.")
    field = "member"


class NotInvited(DomainError):
    """An invitation that no longer stands."""

    message = _("This invitation no longer stands.")


class LastAuthor(DomainError):
    """Somebody looks after it."""

    message = _("You are its last author. Invite someone who stays, or withdraw it.")
