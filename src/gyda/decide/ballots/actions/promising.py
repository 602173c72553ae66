"""Money of the fund is promised to whoever carries out what won."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import transaction

from gyda.decide.ballots.both import both
from gyda.decide.ballots.models import Option
from gyda.decide.decisions.models import Decision
from gyda.decide.funds.actions.promises import Promise, commit
from gyda.decide.funds.models import Commitment
from gyda.people.who import Who


@transaction.atomic
def promise_to(
    *, who: Who, option: Option, decision: Decision, payee: dict[str, Any]
) -> Commitment:
    """Promise what an option costs, once; `commit` sees to who may, and how much there is."""
    ballot, (title_cy, title_en) = option.ballot, both(option, "title")
    promise = Promise(
        title_cy=title_cy, title_en=title_en, pence=option.pence, initiative=ballot.initiative,
        **payee,
    )  # fmt: skip
    return commit(who=who, fund=ballot.fund, decision=decision, promise=promise, key=option.id)
