"""What a line is about: a voter's ballot, an option, a person of the pool, points for a bidder."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gyda.terminal.decision.opening import Bundle

SECTIONS = ("META", "PROJECTS", "VOTES")


@dataclass(frozen=True)
class Named:
    """A sentence that names a line, with its values."""

    what: str
    words: str
    values: Mapping[str, Any]


def section_of(content: bytes, number: int) -> tuple[str, list[str]]:
    """Return in which section of a Pabulib file a line stands, and that section's columns."""
    section, fresh = "", False
    columns: list[str] = []
    for line in content.splitlines()[:number]:
        text = line.decode(errors="replace").strip()
        if text.upper() in SECTIONS:
            section, columns, fresh = text.upper(), [], True
        elif fresh:
            columns, fresh = cells_of(text), False
    return section, columns


def cells_of(text: str, comma: str = ";") -> list[str]:
    """Return the cells of a line."""
    return next(csv.reader([text.strip("\r\n")], delimiter=comma), [])


def named(bundle: Bundle, name: str, number: int, part: bytes) -> Named | None:
    """Return what a line is about; None where there is nothing better than its number."""
    content, text = bundle.files[name], part.decode(errors="replace")
    if name.endswith(".pb"):
        return _of_election(content, number, cells_of(text))
    cells = cells_of(text, ",")
    if name.endswith("pool.csv") and cells:
        return Named("person", "Person %(id)s of the pool", {"id": cells[0]})
    if name.endswith("quotas.csv") and len(cells) > 1:
        return Named("quota", "The quota %(id)s", {"id": f"{cells[0]}, {cells[1]}"})
    if name.endswith("scores.csv") and len(cells) > 5:
        values = {"group": cells[0], "question": cells[3], "bidder": cells[5]}
        return Named("score", "The points of %(group)s for %(bidder)s on %(question)s", values)
    return None


def _of_election(content: bytes, number: int, cells: list[str]) -> Named | None:
    section, columns = section_of(content, number)
    if not cells or not columns:
        return None
    values = {"id": cells[0]}
    if section == "VOTES":
        return Named("ballot", "The ballot %(id)s", values)
    if section == "PROJECTS":
        return Named("option", "The option %(id)s", values)
    return Named("part", "“%(id)s” of the election", values)
