"""What can stand in the way of who puts themselves forward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class InAlready(DomainError):
    """One person, one chance."""

    message = _("This person is in the pool already.")


class BroughtAlready(DomainError):
    """The same file twice would give everyone of it two chances."""

    message = _("In the pool already, just as in this file: %(names)s. Take them out of the file.")
    field = "people"


class NotInThePool(DomainError):
    """Nothing to take back."""

    message = _("This person is not in the pool.")


class AdvisersStayOut(DomainError):
    """Who advises does not sit."""

    message = _("Advisers of a panel do not sit on it.")


class ProfessionalsStayOut(DomainError):
    """A panel of citizens."""

    message = _("Who comes for an organisation does not sit on a panel of citizens.")


class ClerkStaysOut(DomainError):
    """Who reads the names gives no seat to themselves."""

    message = _("The clerk of a panel gives no seat to themselves.")


class AnswerAll(DomainError):
    """Without the answers nobody can be drawn fairly."""

    message = _("Answer every question: the panel is balanced by these answers.")


class NoSuchGroup(DomainError):
    """An answer that is none of the groups."""

    message = _("This is none of the groups of this panel.")


class UnknownPlace(DomainError):
    """The hub's table of areas lacks it."""

    message = _("We do not know this place. Enter the postcode.")


class TooFewPeople(DomainError):
    """Nothing to draw from."""

    message = _("There are fewer people in the pool than seats on the panel.")


class PoolIsGone(DomainError):
    """It was deleted on its day."""

    message = _("The pool has been deleted, so nobody can be drawn from it.")
