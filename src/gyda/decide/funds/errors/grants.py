"""What can stand in the way of a small grant, and of its limits."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.errors.base import FundError


class LimitsOutOfOrder(FundError):
    """The stewards' limit is within the limit of all small grants."""

    message = _("What two people may grant cannot be more than the largest small grant.")
    field = "stewards_most_pence"


class ChangeWaits(FundError):
    """One change after the other, so that everyone knows to what they say yes."""

    message = _("A change of the limits waits for a second yes already. Settle it first.")


class NoSmallGrants(FundError):
    """Not every fund gives them."""

    message = _("This fund gives no small grants.")


class GrantTooLarge(FundError):
    """Small is what the hub says."""

    message = _("A small grant here is %(most)s at most.")
    field = "pence"


class NeedsDecision(FundError):
    """Above the limit, the team or a panel decides."""

    message = _(
        "Two people may grant %(most)s at most. For more, a published decision of the team or a "
        "panel is needed."
    )
    field = "decision"


class OwnGrant(FundError):
    """Nobody grants to themselves."""

    message = _("You asked for this grant yourself: others decide.")


class SettingThere(FundError):
    """One setting a day."""

    message = _("There is a setting from that day already.")
    field = "since_on"
