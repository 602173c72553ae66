"""What can stand in the way of opening a panel."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotNow(DomainError):
    """The panel has moved on."""

    message = _("This cannot be done with this panel now. Look at the page again.")


class ClerkOnly(DomainError):
    """One person keeps the names."""

    message = _("Only the clerk of this panel can do this.")


class PayInTwoWays(DomainError):
    """Hours or pounds, as the panel pays."""

    message = _("Say how much a meeting is paid, in the way that you chose.")
    field = "pay"


class NameTheSource(DomainError):
    """A source that is named afterwards can be chosen to fit."""

    message = _("Name the public source, and which of its numbers it will be.")
    field = "source_cy"


class PurgeFirst(DomainError):
    """The pool is kept for as short as can be."""

    message = _("The pool is deleted after it closes, and within two years.")
    field = "purge_on"


class CloseLater(DomainError):
    """People need time to put themselves forward."""

    message = _("Choose a day that is still to come.")
    field = "closes_on"
