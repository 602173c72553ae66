"""Entries as lines to read: names are filled in at reading time, in the reader's language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from gyda.journal import sentences
from gyda.journal.models import Entry
from gyda.web import units

MEMBER = "people.Member"
_PLACE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True)
class Line:
    """One entry in words, and the page of what it is about (if there is one)."""

    entry: Entry
    words: str
    page: str = ""


def lines_of(entries: Sequence[Entry]) -> list[Line]:
    """Return entries in words with everybody's name, for those who may know."""
    names = _names_of(entries)
    return [
        Line(entry, _words(entry, names), sentences.page_of(entry.about_type)) for entry in entries
    ]


def public_lines_of(entries: Sequence[Entry]) -> list[Line]:
    """Return entries in words for anyone: first names of those who chose so, no links."""
    names = _names_of(entries, public=True)
    return [Line(entry, _words(entry, names)) for entry in entries]


class _Words(dict[str, str]):
    """What stands in the sentence; a figure that an old entry lacks leaves a gap, not an error."""

    def __missing__(self, key: str) -> str:
        return "…"


Names = Mapping[tuple[str, UUID], str]


def _words(entry: Entry, names: Names) -> str:
    sentence = str(sentences.sentence_for(entry.verb))
    words = _Words(actor=_actor(entry, names))
    for key in set(_PLACE.findall(sentence)) & set(entry.data):
        words[key] = _shown(key, entry.data[key], names)
    return sentence % words


def _actor(entry: Entry, names: Names) -> str:
    if entry.actor_id is None:
        return "Gyda"
    actor = names[MEMBER, entry.actor_id]
    if entry.principal_id is None:
        return actor
    principal = names[MEMBER, entry.principal_id]
    return _("%(actor)s, for %(principal)s") % {"actor": actor, "principal": principal}


def _shown(key: str, value: Any, names: Names) -> str:
    if key.endswith("minutes"):
        return units.hours(value)
    if key.endswith("pence"):
        return units.pounds(value)
    if key.endswith("_on"):
        return units.day(datetime.date.fromisoformat(value))
    found = _uuid(value)
    return names[sentences.model_of(key), found] if found else str(value)


def _names_of(entries: Iterable[Entry], public: bool = False) -> Names:
    """Return the name behind every id that the sentences mention: one query for each model."""
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for entry in entries:
        wanted[MEMBER] |= {one for one in (entry.actor_id, entry.principal_id) if one}
        for key in set(_PLACE.findall(str(sentences.sentence_for(entry.verb)))) & set(entry.data):
            if found := _uuid(entry.data[key]):
                wanted[sentences.model_of(key)].add(found)
    names: dict[tuple[str, UUID], str] = {}
    for label, ids in wanted.items():
        rows = apps.get_model(label)._default_manager.in_bulk(ids)
        for one in ids:
            names[label, one] = _name(label, rows.get(one), public)
    return names


def _name(label: str, row: Any, public: bool) -> str:
    if row is None:
        return _("someone who is no longer here")
    if label != MEMBER or not public:
        return str(row)
    shows = row.state == "ACTIVE" and row.show_in_public
    return str(row).split()[0] if shows else _("A member")


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) and len(value) == 36 else None
    except ValueError:
        return None
