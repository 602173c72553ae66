"""What cannot be done when people are brought together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.errors import roles
from gyda.web.errors import DomainError


class NotNow(DomainError):
    """Does not fit, has been asked, or has enough asks: which of these is nobody's business."""

    message = _("This person is not to be asked for this now. Choose someone else from the list.")


class ConnectorsOnly(roles.ConnectorsOnly):
    """Who is asked for what is a connector's to bring about."""

    message = _("Only a connector can bring an ask to someone.")


class StewardsOnly(roles.StewardsOnly):
    """How the hub brings people together is set by a steward."""

    message = _("Only a steward can change how the hub brings people together.")


class NotYours(DomainError):
    """How someone wants to be asked is theirs to say."""

    message = _("Only the member can say how they want to be asked.")


class MovedOften(DomainError):
    """Whoever can be anywhere can work out where others are."""

    field = "postcode"
    message = _(
        "You have changed your postcode twice in three months. So that nobody finds out where "
        "others live, it can be changed again after %(day)s. A postcode can be forgotten at any "
        "time."
    )


class UnknownPostcode(DomainError):
    """No postcode, or none in the list that was loaded."""

    field = "postcode"
    message = _("Enter a full postcode, like SA10 8PB, or leave it empty")
