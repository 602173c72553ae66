"""An entry about money: on the thread of its initiative too, where it has one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from typing import Any

from gyda.decide.funds.models import Fund
from gyda.initiatives.actions.entries import enter
from gyda.journal.actions import record
from gyda.keys.models import HubModel
from gyda.people.models import Member
from gyda.people.who import Who


def note(
    who: Who,
    verb: str,
    fund: Fund,
    about: HubModel | None = None,
    *,
    public: bool = True,
    concerns: Iterable[Member] = (),
    **data: Any,
) -> None:
    """Record a deed; what moves money is public, what people ask for themselves is not."""
    data = {"fund": str(fund.id), **data}
    thing = about or fund
    if fund.initiative is None:
        record(by=who, verb=verb, about=thing, public=public, concerns=concerns, **data)
    else:
        enter(
            fund.initiative,
            who=who,
            verb=verb,
            about=thing,
            public=public,
            concerns=concerns,
            **data,
        )
