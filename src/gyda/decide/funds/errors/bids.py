"""What can stand in the way of a bid."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.errors.base import FundError


class BidPromised(FundError):
    """What was decided over is not changed behind its back."""

    message = _("Money is promised for this bid already. What it says stays as it was decided.")


class BidElsewhere(FundError):
    """Money for a bid goes where the bid says."""

    message = _(
        "Money for a bid comes out of its own fund, and goes to the organisation that asks."
    )
    field = "organisation"


class MoreThanAsked(FundError):
    """Nobody gets more than they asked for."""

    message = _("The bid asks for less: %(asked)s.")
    field = "pence"


class NothingToInvest(FundError):
    """A bid begins with a cost."""

    message = _("The bid has no cost in its first year yet.")
