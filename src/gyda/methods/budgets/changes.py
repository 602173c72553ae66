"""Add1 by next change point: straight to the next endowment at which somebody else wins."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from fractions import Fraction

from gyda.methods.budgets.limits import Permits
from gyda.methods.budgets.profile import Profile
from gyda.methods.budgets.rounds import Count

FARTHEST = 2**60  # steps without a change after which there is none
Winners = tuple[int, ...]
Change = tuple[Fraction, Winners]  # an endowment in internal units, and who wins from there on


class Changes:
    """The endowments first, first + step, first + 2 * step, ... at which the outcome changes.

    It is Add1 with a very small step that leaves out what provably changes nothing. While two
    counts, at a low and a high endowment, elect the same projects, every purse of a count
    between them lies between theirs (see `scan`), and so does every price, upside down. So if
    in each round the winner's price at the low endowment is below all other prices at the high
    one, nothing changes between them; else the span is halved. All in whole numbers.
    """

    def __init__(
        self, profile: Profile, ranks: Sequence[int], permits: Permits, step: Fraction
    ) -> None:
        self.profile, self.ranks, self.permits, self.step = profile, ranks, permits, step

    def after(self, first: Fraction) -> Iterator[Change]:
        """Yield the first endowment, then every change; end when there is none far and wide."""
        at, span = 0, 64
        yield first, self._winners(first)
        while span < FARTHEST:
            found = self._change(first, at, at + span)
            if found is None:
                at, span = at + span, 2 * span
                continue
            endowment = first + found * self.step
            yield endowment, self._winners(endowment)
            at, span = found, max(64, found - at)

    def _change(self, first: Fraction, low: int, high: int) -> int | None:
        """Return the first step after `low` up to `high` with another outcome than the one before.

        Spans are kept on a list, the lowest last, for they are halved some fifty times over.
        """
        spans = [(low, high)]
        while spans:
            low, high = spans.pop()
            if self._same(first + low * self.step, first + high * self.step):
                continue
            if high == low + 1:
                if self._winners(first + low * self.step) != self._winners(
                    first + high * self.step
                ):
                    return high
                continue
            middle = (low + high) // 2
            spans += [(middle, high), (low, middle)]
        return None

    def _count(self, endowment: Fraction) -> Count:
        return Count(self.profile, endowment, self.ranks, self.permits.copy())

    def _winners(self, endowment: Fraction) -> Winners:
        return tuple(one.project for one in self._count(endowment))

    def _same(self, low: Fraction, high: Fraction) -> bool:
        """Tell whether it is proven that all endowments from low to high elect the same."""
        poorer, richer = self._count(low), self._count(high)
        while True:
            level, other = poorer.next_level(), richer.next_level()
            if level is None or other is None:
                return level is other
            price = poorer.price(level)
            if level.project != other.project or richer.undercut(level.project, price):
                return False
            poorer.take(level)
            richer.take(other)
