"""What can stand in the way of a promise, and of its payment."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.errors.base import FundError


class NotItsTime(FundError):
    """Promises are made while the fund runs."""

    message = _("The fund runs from %(start)s until %(end)s.")


class DecisionHoldsNot(FundError):
    """It was corrected or overruled."""

    message = _("This decision holds no more. Choose the one that took its place.")
    field = "decision"


class DecisionOverruled(FundError):
    """What no longer holds is not paid for."""

    message = _("The decision behind this promise was overruled: free what is not paid yet.")


class DecisionElsewhere(FundError):
    """Another initiative decided it."""

    message = _("This decision belongs to another initiative than the money of this fund.")
    field = "decision"


class WhichPayee(FundError):
    """One payee, of the kind that was chosen."""

    message = _("Say who is paid, of the kind that you chose.")
    field = "payee"


class SettledAlready(FundError):
    """It has been answered."""

    message = _("This was settled already.")


class WithoutReason(FundError):
    """A no has a reason."""

    message = _("Say why, in a sentence.")
    field = "because"
