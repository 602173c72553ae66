"""What can stand in the way of a line of costs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class HoursAreNoSaving(DomainError):
    """Work is never counted as money saved (field row 14)."""

    message = _("A saving is money alone. Hours that people give are never counted as a saving.")
    field = "minutes"


class NothingAsked(DomainError):
    """A line without pounds and hours."""

    message = _("Write pounds, hours or both.")
    field = "pence"


class WhoPays(DomainError):
    """Money comes from somewhere."""

    message = _("Say who pays.")
    field = "payer"


class WhichOrganisation(DomainError):
    """It pays, so it is named."""

    message = _("Say which organisation pays.")
    field = "organisation"


class WhoseHours(DomainError):
    """Hours are somebody's."""

    message = _("Say whose hours these are.")
    field = "hours_of"


class PaidToday(DomainError):
    """The substitution check (field row 14) is answered."""

    message = _("Say whether somebody is paid for this work today.")
    field = "replaces_paid"
