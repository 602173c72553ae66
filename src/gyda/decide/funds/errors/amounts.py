"""More than there is, was granted, paid, decided or lent."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.errors.base import FundError


class MoreThanGranted(FundError):
    """What comes in is what was granted, at most."""

    message = _("That is more than was granted: %(left)s is still to come in.")
    field = "pence"


class NotSoMuchLeft(FundError):
    """The ledger has a floor."""

    message = _("There is not so much left: %(left)s.")
    field = "pence"


class NotSoMuchPaid(FundError):
    """Nobody can hand back more than they were given."""

    message = _("That is more than was paid: %(left)s at most can come back.")
    field = "pence"


class MoreThanDecided(FundError):
    """The decision says how much."""

    message = _("The decision was over less: %(left)s of it is not promised yet.")
    field = "pence"


class NothingLeft(FundError):
    """There is nothing to free."""

    message = _("Nothing is left of it.")


class TooMuchToRepay(FundError):
    """No more is repaid than was paid out."""

    message = _("That is more than is still to be repaid: %(left)s.")
    field = "pence"
