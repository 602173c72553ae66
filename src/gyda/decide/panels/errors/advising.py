"""What can stand in the way of advisers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class SitsAlready(DomainError):
    """Whoever sits does not advise."""

    message = _("Who sits on the panel, or may be drawn for it, does not advise it.")
    field = "member"


class AdvisesAlready(DomainError):
    """Named once."""

    message = _("This person advises the panel already.")
    field = "member"


class NotAnAdviser(DomainError):
    """Recorded answers are the advisers' own."""

    message = _("Only the advisers of this panel answer here.")
