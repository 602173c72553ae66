"""What can stand in the way of granting and giving hours, in words that help."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.venues.errors.base import VenueError


class NotGranted(VenueError):
    """A pool is never given beyond."""

    message = _("There are not so many hours in the organisation's pool. Choose fewer hours.")
    field = "minutes"


class GivenAlready(VenueError):
    """What was given to people cannot be taken out of the budget."""

    message = _("So much of it has been given already. Take back less.")


class NothingGranted(VenueError):
    """A grant is of something."""

    message = _("Enter how many hours, or how much money.")
    field = "minutes"


class GrantClosed(VenueError):
    """It is over."""

    message = _("This grant is closed.")


class OwnHours(VenueError):
    """Nobody gives themselves hours."""

    message = _("Someone else has to give you hours: ask a colleague or a connector.")
    field = "member"
