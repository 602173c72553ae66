"""Publishing a version: tried, answered for, in both languages at once, for a time."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.design.criteria import errors
from gyda.design.criteria.actions.lines import held_draft
from gyda.design.criteria.actions.recording import note
from gyda.design.criteria.impact import as_data, tried_on
from gyda.design.criteria.models import RuleVersion, State
from gyda.design.criteria.queries import policy, population_for
from gyda.design.criteria.rules import require_both_sides
from gyda.design.criteria.tables import table_of
from gyda.design.criteria.words import group_in_words
from gyda.methods import criteria as method
from gyda.methods.errors import BadInput
from gyda.people.who import Who
from gyda.terminal.record import as_json


@dataclass(frozen=True)
class Justification:
    """Why a limit is passed all the same: public, in both languages, signed with a name."""

    reason_cy: str = ""
    reason_en: str = ""
    signed_by: str = ""

    @property
    def is_there(self) -> bool:
        return all(words.strip() for words in vars(self).values())


@transaction.atomic
def publish(
    *,
    who: Who,
    version_id: UUID,
    why: Justification | None = None,
    now: datetime.datetime | None = None,
) -> RuleVersion:
    """Publish a draft: from today it holds, until its sunset; the one before it no more."""
    now, why = now or timezone.now(), why or Justification()
    version = held_draft(who, version_id)
    require_both_sides(version.rule_set.initiative)
    table = table_of(version)
    check_ready(table)
    own = policy()
    trials = tried_on(version, table, population_for(version), own)
    over = method.blocks(trials or ())
    if over and not why.is_there:
        groups = dict.fromkeys(group_in_words(block.line, table) for block in over)
        raise errors.Blocked(groups=", ".join(groups))
    today = timezone.localdate(now)
    before = RuleVersion.objects.published().filter(
        rule_set=version.rule_set, replaced_on__isnull=True
    )
    before.update(replaced_on=today)
    _freeze(version, table, who, months_after(today, own.months), now)
    version.impact = as_data(trials) if trials is not None else None
    if over:
        version.reason_cy, version.reason_en = why.reason_cy.strip(), why.reason_en.strip()
        version.signed_by = why.signed_by.strip()
    version.save()
    blocked = sorted({block.rule for block in over})
    note(
        who, "criteria.published", version.rule_set, about=version, number=version.number,
        until=version.sunset_on.isoformat() if version.sunset_on else "", over=len(blocked),
    )  # fmt: skip
    return version


def check_ready(table: method.Table) -> None:
    """Raise unless every test case passes and no rule contradicts another."""
    cases = method.tried(table)
    if not cases:
        raise errors.TooFewTests
    if failing := [case.example for case in cases if not case.passes]:
        raise errors.TestsFail(names=", ".join(f"{one.cy} / {one.en}" for one in failing))
    try:
        faults = [found for found in method.check(table) if found.is_fault]
    except BadInput as error:
        raise errors.BadTable(error) from None
    if faults:
        raise errors.FaultsLeft


def _freeze(
    version: RuleVersion, table: method.Table, who: Who, sunset: datetime.date, now: Any
) -> None:
    version.table = method.as_data(table)
    version.digest = digest_of(version.table)
    version.state = State.PUBLISHED
    version.adopted_on, version.sunset_on = timezone.localdate(now), sunset
    version.published_by, version.published_at = who.actor, now


def digest_of(table: dict[str, Any]) -> str:
    """Return the SHA-256 of a table in the one way of writing it."""
    return hashlib.sha256(as_json(table).encode()).hexdigest()


def months_after(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months later, or the last of that month.

    >>> months_after(datetime.date(2024, 2, 29), 12)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.month - 1 + months, 12)
    first = day.replace(year=day.year + year, month=month + 1, day=1)
    last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
    return first.replace(day=min(day.day, last.day))
