"""How near an exchange comes to a limit, said before anyone is refused."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from enum import StrEnum

from gyda.deliver.queries import hours
from gyda.people.models import Member


class Nearness(StrEnum):
    """What paying these minutes would do to the receiver's account."""

    FINE = ""
    LOW = "LOW"  # below the soft limit: a kind word
    NOT_ENOUGH = "NOT_ENOUGH"  # below the hard limit: it will be refused


def nearness(receiver: Member, minutes: int) -> Nearness:
    """Tell how near to a limit the receiver would come."""
    balance = hours.of(receiver)
    if balance.available is not None and minutes > balance.available:
        return Nearness.NOT_ENOUGH
    soft = balance.soft_floor
    if soft is not None and balance.balance - balance.held - minutes < soft:
        return Nearness.LOW
    return Nearness.FINE
