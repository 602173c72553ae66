"""What can stand in the way in this room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class HeardError(DomainError):
    """The base of them all."""

    message = _("This cannot be done now. Look at the page again.")


class NotYours(HeardError):
    """What someone says of themselves is theirs."""

    message = _("Only the person themselves can do this, or who acts for them in everything.")


class StewardsOnly(HeardError):
    """Who lives here is loaded by one who looks after the hub."""

    message = _("Only the stewards of the hub can do this.")


class NoFigures(HeardError):
    """A table has at least one group."""

    message = _("Give the figures of at least one question.")


class OrganiserOnly(HeardError):
    """One person sees to the needs and opens the meeting."""

    message = _("Only the organiser of the meeting can do this.")


class NotForAll(HeardError):
    """Some meetings are for those who are invited."""

    message = _("This meeting is for those who are invited.")


class AlreadyOver(HeardError):
    """It was held or cancelled."""

    message = _("This meeting is over, or was cancelled.")


class NotPlanned(HeardError):
    """Only what is planned can be opened or cancelled."""

    message = _("This meeting is not planned any more. Look at the page again.")


class NotOpen(HeardError):
    """What was held was open."""

    message = _("This meeting is not open. Open it first.")


class NeedsWait(HeardError):
    """Nobody comes to a meeting that they cannot take part in."""

    message = _(
        "This meeting cannot open yet: %(number)s of the needs of those who come are neither met "
        "nor waived by the person."
    )


class SayHow(HeardError):
    """Met means that someone knows how."""

    message = _("Say how it is met.")
    field = "how"


class EndsBeforeItStarts(HeardError):
    """Time goes one way."""

    message = _("It must end later than it starts.")
    field = "ends"


class NowhereToMeet(HeardError):
    """People must know where."""

    message = _("Say where it is: a place, an address online, or a phone number.")
    field = "place_cy"


class WithoutReason(HeardError):
    """Others have a right to understand."""

    message = _("Give a reason in both languages.")
    field = "because_cy"
