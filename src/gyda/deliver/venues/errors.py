"""What can stand in the way at a venue or with a pool, in words that help."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class VenueError(DomainError):
    """The base of them all."""

    message = _("This cannot be done now. Look at the page again.")


class NotYours(VenueError):
    """Only people of the organisation and connectors look after it."""

    message = _("Only people of the organisation and connectors can do this.")


class StewardsOnly(VenueError):
    """Budgets and agreements are the hub's."""

    message = _("Only a steward can do this.")


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


class WithoutReason(VenueError):
    """Others have a right to understand."""

    message = _("Give a reason, so that everyone understands.")
    field = "words"


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


class BackAlready(VenueError):
    """Once is enough."""

    message = _("These hours have gone back already.")


class PayerMissing(VenueError):
    """Money comes from someone, and thanks from everyone."""

    message = _("Choose who pays, or leave both empty: then the venue is thanked.")
    field = "funder"


class SamePayer(VenueError):
    """A venue does not pay itself."""

    message = _("A venue cannot pay itself. Choose another organisation.")
    field = "funder"


class NothingOwed(VenueError):
    """There is nothing to settle."""

    message = _("Nothing is owed under this agreement.")


class WaitsAlready(VenueError):
    """One settlement at a time."""

    message = _("A settlement is waiting already. Settle or withdraw it first.")


class SecondPerson(VenueError):
    """Two people see the payment."""

    message = _("A second person has to say that it was paid: not the one who wrote it down.")


class OwedChanged(VenueError):
    """People came, or hours went back, since the page was read."""

    message = _("What is owed has changed in the meantime. Compare the sum with what was paid.")


class ConnectorTakesBack(VenueError):
    """What two people confirmed is not undone by one of them."""

    message = _("Two people confirmed this payment. Ask a connector to take it back.")


class SettledAlready(VenueError):
    """It has been settled, withdrawn or taken back."""

    message = _("This settlement is over already. Look at the page again.")


class SettledBefore(VenueError):
    """Money has gone for it."""

    message = _("The venue has been paid for this. Take the settlement back first.")


class EndsTooSoon(VenueError):
    """The last day comes after the first."""

    message = _("The last day must be on or after the first.")
    field = "last"


class NotAVenue(VenueError):
    """It was never opened or is closed."""

    message = _("This organisation is not an open venue.")
