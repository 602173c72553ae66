"""What a move will do: every row against the others and against what the hub has already."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.moving.plan.whole import Plan, make_plan

__all__ = ["Plan", "make_plan"]
