"""Entries about criteria: what is public stands on the thread of the initiative."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from gyda.design.criteria.models import RuleSet
from gyda.initiatives.actions.entries import enter
from gyda.journal.actions import By, record
from gyda.keys.models import HubModel
from gyda.people.models import Member


def note(
    by: By,
    verb: str,
    rule_set: RuleSet,
    *,
    public: bool = True,
    about: HubModel | None = None,
    concerns: Iterable[Member] = (),
    **data: Any,
) -> None:
    """Record a deed."""
    if public:
        thread = rule_set.initiative
        enter(thread, who=by, verb=verb, about=about or rule_set, concerns=concerns, **data)
    else:
        record(by=by, verb=verb, about=about or rule_set, public=False, concerns=concerns, **data)
