"""What the result page tells of a turnout, in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from django.utils.translation import gettext as _

from gyda.decide.ballots.models import Ballot, Turnout
from gyda.heard.models import Question
from gyda.heard.models.about import GROUPS
from gyda.methods.representativeness import LEAST, UNKNOWN


@dataclass(frozen=True)
class Row:
    """Some groups: how many of them could vote, and how many did."""

    labels: list[str]
    could: int
    did: int

    @property
    def share(self) -> int:
        return round(100 * self.did / self.could)


@dataclass(frozen=True)
class Told:
    """A turnout as the page shows it."""

    could: int
    did: int
    questions: list[tuple[Question, list[Row]]]

    @property
    def share(self) -> int:
        return round(100 * self.did / self.could)


def turnout_of(ballot: Ballot) -> Told | None:
    """Return it, unless it was not counted or so few could vote that it would tell of them."""
    row = Turnout.objects.filter(ballot=ballot).first()
    if row is None or row.could < LEAST:
        return None
    asked = [(one, row.groups[one.value]) for one in Question if one.value in row.groups]
    questions = [(one, [_row(one, *part) for part in parts]) for one, parts in asked]
    return Told(row.could, row.did, questions)


def _row(question: Question, names: list[str], could: int, did: int) -> Row:
    groups = GROUPS[question]
    labels = [_("Not known") if name == UNKNOWN else str(groups(name).label) for name in names]
    return Row(labels, could, did)
