"""What can stand in the way at the door, in words that help."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.venues.errors.base import VenueError


class TooLateToCancel(VenueError):
    """The venue counts on it by now."""

    message = _("It is too late to cancel here. Ring the venue or a connector: they still can.")


class NotBooked(VenueError):
    """It is over one way or another."""

    message = _("This booking is over or was cancelled. Look at the page again.")


class TooEarly(VenueError):
    """Nobody has come before it begins."""

    message = _("It has not begun. Say who came on the day.")


class OwnBooking(VenueError):
    """Someone else says that you came."""

    message = _("Someone else has to say that you came: ask a colleague or a connector.")


class CorrectedAlready(VenueError):
    """Once is enough."""

    message = _("This has been put right already. Look at the page again.")


class BackAlready(VenueError):
    """Once is enough."""

    message = _("These hours have gone back already.")


class SettledBefore(VenueError):
    """Money has gone for it."""

    message = _("The venue has been paid for this. Take the settlement back first.")
