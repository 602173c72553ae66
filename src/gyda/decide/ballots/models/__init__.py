"""What is true of a ballot: its options, who has voted, and the papers that nobody can tie."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.ballots.models.ballot import (
    PLAIN,
    Ballot,
    Elector,
    Kind,
    Method,
    State,
    Ward,
)
from gyda.decide.ballots.models.box import Paper, Roll, Sealed, Way
from gyda.decide.ballots.models.option import Option, Standing
from gyda.decide.ballots.models.sheet import Entry, Sheet
from gyda.decide.ballots.models.tally import Tally
from gyda.decide.ballots.models.turnout import Turnout

__all__ = [
    "PLAIN",
    "Ballot",
    "Elector",
    "Entry",
    "Kind",
    "Method",
    "Option",
    "Paper",
    "Roll",
    "Sealed",
    "Sheet",
    "Standing",
    "State",
    "Tally",
    "Turnout",
    "Ward",
    "Way",
]
