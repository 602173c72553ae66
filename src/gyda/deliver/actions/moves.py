"""How an exchange moves: one row changed under its lock, one step noted, one entry recorded."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F

from gyda.deliver.errors.exchange import ChangedMeanwhile
from gyda.deliver.models import Exchange, ExchangeStep, Policy
from gyda.deliver.models.exchange import OPEN, State
from gyda.deliver.queries.policy import the_policy
from gyda.deliver.rules.exchange import Deed, require
from gyda.journal.actions import By, record
from gyda.keys.context import current_hub
from gyda.people.who import GydaItself, Who

_DAY = datetime.timedelta(days=1)
NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Words:
    """What someone wrote, and in which language."""

    text: str = ""
    language: str = ""

    @property
    def columns(self) -> dict[str, str]:
        return {"words": self.text, "language": self.language} if self.text else {}


def itself() -> GydaItself:
    """Return who acts when the clock does."""
    return GydaItself(current_hub())


def locked(exchange_id: UUID) -> Exchange:
    """Return the exchange, which nobody else can change until this transaction ends."""
    rows = Exchange.objects.with_people().select_for_update(of=("self",))
    return rows.get(id=exchange_id)


def take_up(deed: Deed, who: Who, exchange_id: UUID, version: int | None = None) -> Exchange:
    """Return the exchange, locked, if this person may take this step in it now."""
    exchange = locked(exchange_id)
    if version is not None and version != exchange.version:
        raise ChangedMeanwhile
    require(deed, who, exchange)
    return exchange


def clocks(policy: Policy, since: datetime.datetime, state: str) -> dict[str, Any]:
    """Return when an exchange that has stood so since then is reminded of, and when it lapses."""
    if state not in OPEN:
        return {"lapses_at": None, "remind_at": None}
    lapses = since + policy.lapse_days * _DAY
    first = since + _DAY if state == State.AGREED else lapses - policy.remind_days * _DAY
    return {"lapses_at": lapses, "remind_at": first}


def next_reminder(
    policy: Policy, lapses: datetime.datetime, now: datetime.datetime
) -> datetime.datetime | None:
    """Return when the next reminder is due after this one, if there is still one to come."""
    times = [lapses - days * _DAY for days in (policy.remind_days, policy.last_remind_days)]
    return next((time for time in times if time > now), None)


def move(
    exchange: Exchange,
    to: State,
    now: datetime.datetime,
    columns: Mapping[str, Any] = NOTHING,
    since: datetime.datetime | None = None,
) -> Exchange:
    """Bring the exchange into a state, unless someone else was quicker."""
    clock = clocks(the_policy(), since or now, to)
    return change(exchange, **columns, **clock, state=to, state_at=now)


def change(exchange: Exchange, **columns: Any) -> Exchange:
    """Write columns of the exchange, if it still stands as it was read."""
    seen = Exchange.objects.filter(id=exchange.id, state=exchange.state, version=exchange.version)
    if not seen.update(version=F("version") + 1, **columns):
        raise ChangedMeanwhile
    for name, value in (columns | {"version": exchange.version + 1}).items():
        setattr(exchange, name, value)
    return exchange


def note(
    exchange: Exchange, by: By, kind: str, now: datetime.datetime, words: Words, **fields: Any
) -> ExchangeStep:
    """Add one step to the history that both sides read."""
    return ExchangeStep.objects.create(
        exchange=exchange,
        kind=kind,
        at=now,
        actor_id=by.actor_id,
        principal_id=by.principal_id,
        **fields,
        **words.columns,
    )


def enter(exchange: Exchange, by: By, verb: str, **data: Any) -> None:
    """Record the deed, and give both sides a notice of it."""
    record(
        by=by,
        verb=f"exchange.{verb}",
        about=exchange,
        concerns=[exchange.giver_id, exchange.receiver_id],
        giver=str(exchange.giver_id),
        receiver=str(exchange.receiver_id),
        **data,
    )
