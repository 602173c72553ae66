"""The published counts as rows of a table: what is told together stands in one cell."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gyda.need.conversations.models import Statement

Plain = dict[str, Any]


@dataclass(frozen=True)
class Line:
    """A statement, what everyone said, and what each group said."""

    number: str
    text: str
    language: str
    everyone: str
    groups: list[tuple[str, str]]


def lines(statements: Iterable[Statement], tables: Plain, language: str) -> list[Line]:
    """Return a line for each statement; where nothing may be told yet, that is said."""
    told = tables.get("statements", {})
    found = []
    for statement in statements:
        number = str(statement.number)
        table = told.get(number)
        everyone = cells(table["everyone"]) if table else _("Not told yet")
        rows = table["groups"] if table else {}
        groups = [(name, cells(row)) for name, row in sorted(rows.items()) if name]
        found.append(Line(number, *statement.words(language), everyone, groups))
    return found


def cells(row: list[Plain]) -> str:
    """Say what is told of one row: agree 180, disagree 85, pass or not asked 150."""
    return ", ".join(f"{_answers(one['answers'])} {one['people']:,}" for one in row) or _(
        "Not told yet"
    )


def _answers(names: Iterable[str]) -> str:
    said = {
        "agree": _("agree"),
        "disagree": _("disagree"),
        "pass": _("pass"),
        "unseen": _("not asked"),
    }
    known = [said[name] for name in names]
    if len(known) == 4:
        return ngettext("person", "people", 10)
    return _(" or ").join(known)
