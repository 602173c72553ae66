"""What can stand in the way of a booking, in words that help."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.venues.errors.base import VenueError


class Full(VenueError):
    """Others were quicker."""

    message = _("The places are taken. Look for another time, or another place.")
    field = "people"


class FewerLeft(VenueError):
    """There is room, but not for so many."""

    message = _("There is not room for so many any more. Places left: %(left)s")
    field = "people"


class TooManyEach(VenueError):
    """Others shall have a chance too."""

    message = _("One person can book for at most this many: %(most)s")
    field = "people"


class BookedAlready(VenueError):
    """One booking for one time."""

    message = _("There is a booking for this time already. Cancel it first to change it.")


class NotOpen(VenueError):
    """It has begun, was cancelled, or the venue takes no more bookings."""

    message = _("This time can no longer be booked. Choose another one.")


class NotEnoughHours(VenueError):
    """Places are paid with hours that someone has."""

    message = _(
        "There are not enough hours for this yet. Give an hour to someone, "
        "or talk to a connector: they can help."
    )


class MoneyRunOut(VenueError):
    """What the funder set aside is promised already."""

    message = _(
        "The venue cannot take bookings at the moment: what its funder set aside is used up. "
        "Tell a connector."
    )
