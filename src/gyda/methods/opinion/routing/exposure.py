"""What a person was shown, and with what chance: the log that makes honest estimates possible."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from gyda.methods.opinion.routing.chances import Bools, Floats, draw

NEVER = -1


@dataclass(frozen=True)
class Shown:
    """One line of the exposure log: what was shown to whom at which step, and by what chance.

    ``chance``: of this statement at this step. ``reach``: ``chance`` times the chance that no
    earlier step had shown it. ``opened``: the first step at which it could have been shown to her.
    ``among``: how many statements had a chance. ``linked``: she came by a link straight to it;
    nothing was drawn, and chance and reach are 1.
    """

    person: int
    statement: int
    step: int
    chance: float
    reach: float
    opened: int
    among: int
    linked: bool = False


@dataclass(frozen=True)
class Exposure:
    """One person's path so far: keep it beside her session.

    ``step``: how many statements were routed to her. ``unseen`` (m,): the chance, along this path,
    that none of her steps showed the statement. ``opened`` (m,): the first step at which it could
    have been shown, −1 = not yet.
    """

    person: int
    step: int
    unseen: Floats
    opened: NDArray[np.int64]

    @classmethod
    def fresh(cls, person: int, statements: int) -> Self:
        """Return the path of someone who has just come."""
        return cls(person, 0, np.ones(statements), np.full(statements, NEVER))

    def grown(self, statements: int) -> Self:
        """Make room for statements that came since, at the end."""
        more = statements - len(self.unseen)
        return replace(
            self,
            unseen=np.append(self.unseen, np.ones(more)),
            opened=np.append(self.opened, np.full(more, NEVER)),
        )

    def next(self, odds: Floats, lot: float) -> tuple[Shown, Self]:
        """Draw what to show from ``chances`` by a lot in [0, 1); return the line and the path.

        >>> shown, path = Exposure.fresh(7, 2).next(np.array([0.25, 0.75]), 0.5)
        >>> shown.statement, shown.chance, shown.reach, path.unseen.tolist()
        (1, 0.75, 0.75, [0.75, 0.25])
        """
        chosen = draw(odds, lot)
        may: Bools = odds > 0
        opened = np.where((self.opened == NEVER) & may, self.step, self.opened)
        shown = Shown(
            person=self.person,
            statement=chosen,
            step=self.step,
            chance=float(odds[chosen]),
            reach=float(odds[chosen] * self.unseen[chosen]),
            opened=int(opened[chosen]),
            among=int(may.sum()),
        )
        unseen = self.unseen * (1 - odds)
        return shown, replace(self, step=self.step + 1, unseen=unseen, opened=opened)

    def linked(self, statement: int) -> Shown:
        """Return the line for a statement that she reached by a link: it counts as no step."""
        return Shown(self.person, statement, self.step, 1.0, 1.0, self.step, 1, linked=True)
