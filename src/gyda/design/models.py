"""The tables of this room's parts."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.design.proposals.models import (
    Amendment,
    Author,
    CostLine,
    Effect,
    Feasibility,
    Point,
    PointSupport,
    Proposal,
    Support,
    Version,
)

__all__ = [
    "Amendment",
    "Author",
    "CostLine",
    "Effect",
    "Feasibility",
    "Point",
    "PointSupport",
    "Proposal",
    "Support",
    "Version",
]
