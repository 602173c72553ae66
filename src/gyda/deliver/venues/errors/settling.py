"""What can stand in the way of agreements and payments, in words that help."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.deliver.venues.errors.base import VenueError


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


class OtherSide(VenueError):
    """Venue and payer each see the payment."""

    message = _(
        "The other side has to say that it was paid: who pays wrote it down, so the venue "
        "confirms it, or the other way round."
    )


class OwedChanged(VenueError):
    """People came, or hours went back, since the page was read."""

    message = _("What is owed has changed in the meantime. Compare the sum with what was paid.")


class ConnectorTakesBack(VenueError):
    """What two people confirmed is not undone by one of them."""

    message = _("Two people confirmed this payment. Ask a connector to take it back.")


class SettledAlready(VenueError):
    """It has been settled, withdrawn or taken back."""

    message = _("This settlement is over already. Look at the page again.")


class EndsTooSoon(VenueError):
    """The last day comes after the first."""

    message = _("The last day must be on or after the first.")
    field = "last"


class NotAVenue(VenueError):
    """It was never opened or is closed."""

    message = _("This organisation is not an open venue.")
