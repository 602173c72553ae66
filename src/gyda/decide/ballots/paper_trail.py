"""What became of the papers of paper: printed, typed once or twice, differing, put aside."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from django.db.models import Count, Q

from gyda.decide.ballots.models import Ballot, Entry, Roll, Sheet, Way
from gyda.methods.representativeness import LEAST


@dataclass(frozen=True)
class Trail:
    """How many papers stand where, and how many people are marked as having handed one in."""

    printed: int
    counted: int
    settled: int
    aside: int
    once: int
    differ: int
    marked: int

    @property
    def alike(self) -> int:
        return self.counted - self.settled

    @property
    def not_typed(self) -> int:
        return self.printed - self.counted - self.aside - self.once - self.differ

    @property
    def missing(self) -> int:
        """Return how many were handed in and are not among those that count."""
        return max(self.marked - self.counted, 0)

    @property
    def are_few(self) -> bool:
        """Tell whether so few voted on paper that their number would tell of them."""
        return self.marked < LEAST


def trail_of(ballot: Ballot) -> Trail | None:
    """Count the papers of a ballot; none where nothing was ever printed."""
    sheets = Sheet.objects.filter(ballot=ballot).aggregate(
        printed=Count("id"),
        counted=Count("id", filter=Q(is_counted=True)),
        settled=Count("id", filter=Q(settled_by__isnull=False)),
        aside=Count("id", filter=Q(is_aside=True)),
    )
    if not sheets["printed"]:
        return None
    waiting = Entry.objects.filter(sheet__ballot=ballot, sheet__is_counted=False)
    turns = waiting.aggregate(
        first=Count("id", filter=Q(turn=1)), again=Count("id", filter=Q(turn=2))
    )
    marked = Roll.objects.filter(ballot=ballot, way=Way.PAPER).count()
    return Trail(
        **sheets, once=turns["first"] - turns["again"], differ=turns["again"], marked=marked
    )
