"""Who gave hours to whom: a year of a hub in which nobody passes a limit."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from array import array
from dataclasses import dataclass, field
from random import Random

AMOUNTS = (15, 30, 45, 60, 60, 90, 120)


@dataclass
class Hours:
    """Transfers by the number of the member who paid and of the one who was paid."""

    balances: list[int]
    payers: "array[int]" = field(default_factory=lambda: array("l"))
    paid: "array[int]" = field(default_factory=lambda: array("l"))
    amounts: "array[int]" = field(default_factory=lambda: array("l"))

    def __len__(self) -> int:
        return len(self.amounts)


def a_year_of_hours(
    members: int, transfers: int, floor: int, ceiling: int, random: Random
) -> Hours:
    """Draw the transfers; where a balance would pass its limit, the other one gives."""
    hours = Hours([0] * members)
    balances = hours.balances
    while len(hours) < transfers:
        payer, paid = random.randrange(members), random.randrange(members)
        amount = AMOUNTS[random.randrange(len(AMOUNTS))]
        if balances[payer] < balances[paid]:
            payer, paid = paid, payer  # who received much gives next: the town stays in balance
        if payer == paid or balances[payer] - amount < floor or balances[paid] + amount > ceiling:
            continue
        balances[payer] -= amount
        balances[paid] += amount
        hours.payers.append(payer)
        hours.paid.append(paid)
        hours.amounts.append(amount)
    return hours
