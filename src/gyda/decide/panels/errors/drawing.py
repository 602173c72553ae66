"""What can stand in the way of drawing, and of filling a seat."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError


class NotDice(DomainError):
    """As many digits as there are dice."""

    message = _("Enter the %(dice)s digits that the dice show, from left to right.")
    field = "faces"


class OnlyNumbers(DomainError):
    """Words around it could be chosen so that another lot comes out."""

    message = _(
        "Enter only what the source gave: numbers, and letters from a to f, with nothing but "
        "spaces and commas between."
    )
    field = "said"


class RollAgain(DomainError):
    """A number that is not in the list."""

    message = _("There is no lot with this number. Roll again.")
    field = "faces"


class NoReserve(DomainError):
    """Nobody stands by any more."""

    message = _("Nobody stands by any more. Draw again from the pool.")


class NoEmptySeat(DomainError):
    """Nothing to fill."""

    message = _("No seat is empty.")
