"""What is kept of a move."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.moving.models.brought import BroughtListing, BroughtMember, BroughtTransfer
from gyda.moving.models.move import Fault, File, Move, Phase, State

__all__ = [
    "BroughtListing",
    "BroughtMember",
    "BroughtTransfer",
    "Fault",
    "File",
    "Move",
    "Phase",
    "State",
]
