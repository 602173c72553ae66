"""What is true of proposals."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.design.proposals.models.amendment import Amendment, AmendmentState, Extent
from gyda.design.proposals.models.author import Author, Support
from gyda.design.proposals.models.cost import CostLine, HoursOf, Payer, Purpose, Rhythm
from gyda.design.proposals.models.effect import Effect
from gyda.design.proposals.models.feasibility import Feasibility, Verdict
from gyda.design.proposals.models.point import Point, PointState, PointSupport, Side
from gyda.design.proposals.models.proposal import Outcome, Proposal, State
from gyda.design.proposals.models.version import Version

__all__ = [
    "Amendment",
    "AmendmentState",
    "Author",
    "CostLine",
    "Effect",
    "Extent",
    "Feasibility",
    "HoursOf",
    "Outcome",
    "Payer",
    "Point",
    "PointState",
    "PointSupport",
    "Proposal",
    "Purpose",
    "Rhythm",
    "Side",
    "State",
    "Support",
    "Verdict",
    "Version",
]
