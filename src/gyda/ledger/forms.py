"""How far members may go, asked for as hours on either side of nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.utils.translation import gettext_lazy as _

from gyda.ledger.actions.limits import Limits
from gyda.ledger.models import LimitGroup
from gyda.web.fields import HoursField
from gyda.web.forms import Form

MOST = 10_000 * 60


class LimitsForm(Form):
    """Four lengths of time; the two in the middle only lead to a kind word."""

    soft_floor = HoursField(
        label=_("After how many hours received beyond those given do we say a kind word?"),
        help_text=_("We then show ways to give. Nobody is stopped."),
        required=False,
        least=0,
        most=MOST,
    )
    floor = HoursField(
        label=_("How many hours can someone receive beyond those given?"),
        help_text=_("Leave room, so that a new member's first ask does not fail."),
        least=0,
        most=MOST,
    )
    soft_ceiling = HoursField(
        label=_("After how many hours given beyond those received do we say a kind word?"),
        help_text=_("We then show what there is to ask for. Nobody is stopped."),
        required=False,
        least=0,
        most=MOST,
    )
    ceiling = HoursField(
        label=_("How many hours can someone give beyond those received?"),
        help_text=_("This keeps people from giving until they are worn out."),
        required=False,
        least=0,
        most=MOST,
    )

    def limits(self) -> Limits:
        """Return what was typed as limits of a balance."""
        typed = self.cleaned_data
        return Limits(
            floor=-typed["floor"],
            soft_floor=_negative(typed["soft_floor"]),
            soft_ceiling=typed["soft_ceiling"],
            ceiling=typed["ceiling"],
        )


def as_typed(group: LimitGroup) -> dict[str, Any]:
    """Return a group's limits as the form asks for them."""
    return {
        "floor": -group.floor,
        "soft_floor": _negative(group.soft_floor),
        "soft_ceiling": group.soft_ceiling,
        "ceiling": group.ceiling,
    }


def _negative(value: int | None) -> int | None:
    return None if value is None else -value
