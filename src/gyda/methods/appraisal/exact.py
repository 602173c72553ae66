"""Exact numbers, and ranges of them: low, central and high."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from gyda.methods.errors import BadInput

LARGEST = 100  # digits before or behind the point: 1e999999999 would fill the memory
Number = int | str | float | Decimal | Fraction


def exact(value: Number) -> Fraction:
    """Return a number as it is written, exactly; a float counts as what it prints as.

    Raises BadInput `not-a-number`.

    >>> str(exact("0.035")), str(exact(0.1)), str(exact(Decimal("1.50")))
    ('7/200', '1/10', '3/2')
    """
    if isinstance(value, Fraction):
        return value
    try:
        number = Decimal(str(value))
        if number.is_finite() and abs(number.adjusted()) <= LARGEST:
            return Fraction(number)
    except InvalidOperation:
        pass
    raise BadInput("not-a-number", value=str(value))


@dataclass(frozen=True)
class Range:
    """A number with what it may well be instead."""

    low: Fraction
    central: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if not self.low <= self.central <= self.high:
            low, central, high = str(self.low), str(self.central), str(self.high)
            raise BadInput("range-out-of-order", low=low, central=central, high=high)

    @property
    def certain(self) -> bool:
        """Tell whether there is no range at all."""
        return self.low == self.high

    def turned(self) -> "Range":
        """Return one less the range: what is left after a share is taken off."""
        return Range(1 - self.high, 1 - self.central, 1 - self.low)


def ranged(low: Number, central: Number | None = None, high: Number | None = None) -> Range:
    """Return a range of three numbers, or of one that is taken as certain.

    >>> ranged("0.1", "0.2", "0.3").turned() == ranged("0.7", "0.8", "0.9")
    True
    """
    first = exact(low)
    middle = first if central is None else exact(central)
    return Range(first, middle, middle if high is None else exact(high))


def share_of_one(name: str, share: Range) -> Range:
    """Return the range if it lies within 0 and 1; raise BadInput `share-out-of-range`."""
    if share.low < 0 or share.high > 1:
        raise BadInput("share-out-of-range", name=name, low=str(share.low), high=str(share.high))
    return share
