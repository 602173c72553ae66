"""Why two were matched: codes and numbers, which the pages put into words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from math import isnan

import numpy as np

from gyda.methods.matching.columns import Columns
from gyda.methods.matching.gates import Way, common, metres, ways
from gyda.methods.matching.model import Ask, Offer, Person

STEPS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)  # metres
ALIKE = 25  # per cent from which two titles are said to be alike


@dataclass(frozen=True)
class Reason:
    """A code, and the number it is about: a step of metres, parts of the week, bits, times.

    near, remote, times, times-open, language, access, alike are about the pair; checks, known,
    never-asked, seldom-asked, not-given-yet, not-asked-to-give are about the helper, for
    connectors only.
    """

    code: str
    number: int = 0


ABOUT_HELPER = frozenset(
    ("checks", "known", "never-asked", "seldom-asked", "not-given-yet", "not-asked-to-give")
)


@dataclass(frozen=True)
class Match:
    """An ask, an offer that fits it, its score in thousandths of a point, and the reasons."""

    ask: str
    offer: str
    helper: str
    score: int
    reasons: tuple[Reason, ...]

    @property
    def shared(self) -> tuple[Reason, ...]:
        """The reasons that both of them may read."""
        return tuple(one for one in self.reasons if one.code not in ABOUT_HELPER)


def match(columns: Columns, ask: int, offer: int, score: int, alike: float) -> Match:
    """Return one match with its reasons."""
    asked, offered = columns.asks.rows[ask], columns.offers.rows[offer]
    helper = columns.people.rows[int(columns.offers.person[offer])]
    reasons = [*_meeting(columns, ask, offer), *_fit(asked, offered, alike)]
    reasons += [*_safe(asked, helper), *_turn(helper)]
    return Match(asked.id, offered.id, helper.id, score, tuple(reasons))


def _meeting(columns: Columns, ask: int, offer: int) -> list[Reason]:
    one, other = np.array([ask]), np.array([offer])
    found = []
    far = float(metres(columns, one, other)[0])
    if int(ways(columns, one, other)[0]) == Way.REMOTE:
        found.append(Reason("remote"))
    elif not isnan(far):
        found.append(Reason("near", _step(far)))
    both = int(common(columns, one, other)[0])
    return [*found, Reason("times", both) if both else Reason("times-open")]


def _step(far: float) -> int:
    """Return the least of a few steps that holds the distance: metres would give homes away."""
    return next((step for step in STEPS if far <= step), STEPS[-1])


def _fit(ask: Ask, offer: Offer, alike: float) -> list[Reason]:
    found = [Reason("language", ask.spoken & offer.spoken)]
    if met := ask.needs & offer.provides:
        found.append(Reason("access", met))
    share = round(100 * alike)
    return [*found, Reason("alike", share)] if share >= ALIKE else found


def _safe(ask: Ask, helper: Person) -> list[Reason]:
    found = [Reason("checks")] if ask.checks else []
    return [*found, Reason("known")] if ask.wants_known else found


def _turn(helper: Person) -> list[Reason]:
    if helper.asked:
        return [Reason("seldom-asked", helper.asked)] if helper.asked == 1 else []
    if helper.received and not helper.given:
        return [Reason("not-asked-to-give", helper.received)]
    return [Reason("never-asked"), *([] if helper.given else [Reason("not-given-yet")])]
