"""Adding up what a proposal costs: pure; hours are never money, and never a saving."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass

from gyda.design.proposals.models import CostLine, HoursOf, Payer, Purpose, Rhythm


@dataclass(frozen=True)
class Costs:
    """Sums of the lines; `fund` is what is asked of the money that is decided about.

    Savings stand beside the costs and are not taken off: who reads them sees both.
    """

    pence_once: int = 0
    pence_yearly: int = 0
    minutes_once: int = 0
    minutes_yearly: int = 0
    fund_once: int = 0
    fund_yearly: int = 0
    taking_part_once: int = 0
    taking_part_yearly: int = 0
    saved_once: int = 0
    saved_yearly: int = 0
    citizens_once: int = 0  # minutes
    citizens_yearly: int = 0
    replacing: int = 0  # lines by which citizens would do what somebody is paid for today

    @property
    def minutes(self) -> int:
        """All hours of the first year."""
        return self.minutes_once + self.minutes_yearly

    @property
    def fund_pence(self) -> int:
        """What the fund pays in the first year."""
        return self.fund_once + self.fund_yearly

    @property
    def from_citizens(self) -> bool:
        """Whether some of its hours come from citizens."""
        return self.citizens_once + self.citizens_yearly > 0


def add_up(lines: Iterable[CostLine]) -> Costs:
    """Return the sums.

    >>> lines = [CostLine(purpose="DOING", rhythm="ONCE", pence=50_000, payer="FUND"),
    ...          CostLine(purpose="DOING", rhythm="YEARLY", minutes=600, hours_of="UNPAID"),
    ...          CostLine(purpose="SAVING", rhythm="YEARLY", pence=9_000, payer="FUND")]
    >>> costs = add_up(lines)
    >>> costs.pence_once, costs.pence_yearly, costs.minutes, costs.saved_yearly
    (50000, 0, 600, 9000)
    """
    lines = list(lines)
    spent = [one for one in lines if one.purpose != Purpose.SAVING]
    saved = [one for one in lines if one.purpose == Purpose.SAVING]
    fund = [one for one in spent if one.payer == Payer.FUND]
    part = [one for one in spent if one.purpose == Purpose.TAKING_PART]
    citizens = [one for one in spent if one.hours_of in (HoursOf.CREDITS, HoursOf.UNPAID)]
    return Costs(
        *_pence(spent),
        *_minutes(spent),
        *_pence(fund),
        *_pence(part),
        *_pence(saved),
        *_minutes(citizens),
        replacing=sum(one.replaces_paid for one in spent),
    )


def _pence(lines: list[CostLine]) -> tuple[int, int]:
    return (
        sum(one.pence for one in lines if one.rhythm == Rhythm.ONCE),
        sum(one.pence for one in lines if one.rhythm == Rhythm.YEARLY),
    )


def _minutes(lines: list[CostLine]) -> tuple[int, int]:
    return (
        sum(one.minutes for one in lines if one.rhythm == Rhythm.ONCE),
        sum(one.minutes for one in lines if one.rhythm == Rhythm.YEARLY),
    )
