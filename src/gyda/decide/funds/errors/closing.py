"""What can stand in the way of closing a fund."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.errors.base import FundError


class FundClosed(FundError):
    """Its book is closed."""

    message = _("This fund is closed.")


class PaymentsWait(FundError):
    """First what waits, then the end."""

    message = _("A payment still waits here. Settle it first.")


class PromisesStand(FundError):
    """A fund closes when every promise is paid or freed."""

    message = _("Some of its money is still promised. Pay it or free it first.")


class RepaymentsStand(FundError):
    """An investment comes back first."""

    message = _("Some of what was invested is still to be repaid into this fund.")


class StillInIt(FundError):
    """Nothing is left behind."""

    message = _("There is still %(left)s in it. Promise it, or give it back to the giver first.")
