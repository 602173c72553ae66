"""What can stand in the way of an appeal."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class AppealedAlready(DomainError):
    """One appeal for each decision."""

    message = _("There is an appeal already.")


class NotYours(DomainError):
    """An appeal is made by whom it is about."""

    message = _("Only who it is about can do this, or who acts for them.")


class NoAppeal(DomainError):
    """Nothing waits."""

    message = _("No appeal waits here.")


class DecidedIt(DomainError):
    """The second look is someone else's."""

    message = _("You decided the first time. Someone else looks at it again.")
