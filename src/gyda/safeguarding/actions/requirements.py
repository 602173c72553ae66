"""The hub's rules: which task needs which check. Stewards set them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from gyda.journal.actions import record
from gyda.people.who import Who
from gyda.safeguarding.errors import (
    AskWhetherAllowed,
    Blanket,
    NotForThisPart,
    NotYours,
    RuleThere,
)
from gyda.safeguarding.models import Level, Part, Requirement
from gyda.safeguarding.models.level import BY_LAW, DBS


@transaction.atomic
def require(
    *,
    who: Who,
    part: str,
    level: str,
    category: Any = None,
    because_cy: str = "",
    because_en: str = "",
    asked: bool = False,
) -> Requirement:
    """Ask for a check of who does this; `asked`: the steward has found out that the law lets us."""
    if not who.actor.is_steward:
        raise NotYours
    _check(part, level, category, asked)
    try:
        with transaction.atomic():
            rule = Requirement.objects.create(
                part=part, level=level, category=category if part == Part.GIVER else None,
                because_cy=because_cy, because_en=because_en,
                set_by=who.actor, set_at=timezone.now(),
            )  # fmt: skip
    except IntegrityError as error:
        raise RuleThere from error
    shelf = str(category.id) if category else None
    record(by=who, verb="check.required", about=rule, part=part, level=level, category=shelf)
    return rule


def _check(part: str, level: str, category: Any, asked: bool) -> None:
    if part == Part.GIVER and category is None and level in DBS:
        raise Blanket
    if level == Level.ACCOMPANIED and part != Part.GIVER:
        raise NotForThisPart
    if level in BY_LAW and not asked:
        raise AskWhetherAllowed


@transaction.atomic
def lift(*, who: Who, rule: Requirement) -> None:
    """Ask for it no longer."""
    if not who.actor.is_steward:
        raise NotYours
    record(by=who, verb="check.no-longer-required", about=rule, part=rule.part, level=rule.level)
    rule.delete()
