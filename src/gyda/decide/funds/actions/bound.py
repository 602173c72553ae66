"""Decisions whose money is for something already: rooms above say what it is bound to."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from uuid import UUID

from gyda.decide.decisions.models import Decision
from gyda.decide.funds.models import Fund

Check = Callable[[Decision, Fund, UUID | None, int], None]

_checks: dict[str, Check] = {}


def register(about_kind: str, check: Check) -> None:
    """Name what raises unless a promise (its key, its pence) is what such a decision is for."""
    _checks[about_kind] = check


def check(decision: Decision, fund: Fund, key: UUID | None, pence: int) -> None:
    """Raise where the decision's money is for something else."""
    if decision.about_kind in _checks:
        _checks[decision.about_kind](decision, fund, key, pence)
