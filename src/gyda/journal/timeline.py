"""Entries as lines to read: names are filled in at reading time, in the reader's language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet, Value
from django.utils.translation import gettext as _

from gyda.journal import sentences
from gyda.journal.models import Entry
from gyda.web import units
from gyda.web.bilingual import Text, text_of

MEMBER = "people.Member"
_PLACE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True)
class Line:
    """One entry in words, and the page of what it is about (if there is one)."""

    entry: Entry
    words: str
    page: str = ""


def lines_of(entries: Sequence[Entry], rows: "Rows | None" = None) -> list[Line]:
    """Return entries in words with everybody's name, for those who may know."""
    names = _Names(rows_of(entries) if rows is None else rows)
    return [_line(entry, names) for entry in entries]


def public_lines_of(
    entries: Sequence[Entry], rows: "Rows | None" = None, linked: bool = False
) -> list[Line]:
    """Return entries in words for anyone: first names of those who chose so only.

    linked: the reader is a member, and may follow links.
    """
    names = _Names(rows_of(entries) if rows is None else rows, public=True)
    lines = [_line(entry, names) for entry in entries]
    return lines if linked else [Line(line.entry, line.words) for line in lines]


def _line(entry: Entry, names: "_Names") -> Line:
    return Line(entry, _words(entry, names), sentences.page_of(entry.about_type))


class _Words(dict[str, str]):
    """What stands in the sentence; a figure that an old entry lacks leaves a gap, not an error."""

    def __missing__(self, key: str) -> str:
        return "…"


Rows = Mapping[tuple[str, UUID], Any]  # (model, id) -> a member, or the title of the row


@dataclass(frozen=True)
class _Names:
    """What the rows behind ids are called, to this reader."""

    rows: Rows
    public: bool = False

    def of(self, label: str, key: UUID) -> str:
        row = self.rows.get((label, key))
        if row is None:
            taken_down = sentences.hidden(label) is not None
            gone = _("someone who is no longer here")
            return _("something that was taken down") if taken_down else gone
        if label != MEMBER or not self.public:
            return str(row)
        shows = row.state == "ACTIVE" and row.show_in_public
        return str(row).split()[0] if shows else _("A member")


def _words(entry: Entry, names: _Names) -> str:
    sentence = str(sentences.sentence_for(entry.verb))
    words = _Words(actor=_actor(entry, names))
    for key in set(_PLACE.findall(sentence)) & set(entry.data):
        words[key] = _shown(key, entry.data[key], names)
    return sentence % words


def _actor(entry: Entry, names: _Names) -> str:
    if entry.actor_id is None:
        return "Gyda"
    actor = names.of(MEMBER, entry.actor_id)
    if entry.principal_id is None:
        return actor
    principal = names.of(MEMBER, entry.principal_id)
    return _("%(actor)s, for %(principal)s") % {"actor": actor, "principal": principal}


def _shown(key: str, value: Any, names: _Names) -> str:
    if key.endswith("minutes"):
        return units.hours(value)
    if key.endswith("pence"):
        return units.pounds(value)
    if key.endswith("_on"):
        return units.day(datetime.date.fromisoformat(value))
    found = _uuid(value)
    return names.of(sentences.model_of(key), found) if found else str(value)


def rows_of(entries: Iterable[Entry], known: Iterable[Any] = ()) -> Rows:
    """Return what is behind every id that the sentences mention: members, and titles of the rest.

    known: rows that the page has read already, which are not read again.
    """
    rows: dict[tuple[str, UUID], Any] = {(row._meta.label, row.pk): row for row in known}
    wanted: dict[str, set[UUID]] = defaultdict(set)
    for label, key in _mentioned(entries):
        if (label, key) not in rows:
            wanted[label].add(key)
    members = apps.get_model(MEMBER)._default_manager.in_bulk(wanted.pop(MEMBER, set()))
    rows.update({(MEMBER, key): member for key, member in members.items()})
    return rows | _titles(wanted)


def _mentioned(entries: Iterable[Entry]) -> Iterator[tuple[str, UUID]]:
    for entry in entries:
        yield from ((MEMBER, one) for one in (entry.actor_id, entry.principal_id) if one)
        for key in set(_PLACE.findall(str(sentences.sentence_for(entry.verb)))) & set(entry.data):
            if found := _uuid(entry.data[key]):
                yield sentences.model_of(key), found


def _titles(wanted: Mapping[str, set[UUID]]) -> dict[tuple[str, UUID], Text]:
    """Return the titles of rows of any model in one query, however many the rooms bring."""
    each = [_titles_of(label, ids) for label, ids in sorted(wanted.items())]
    if not each:
        return {}
    return {(label, key): text_of(cy, en) for label, key, cy, en in each[0].union(*each[1:])}


def _titles_of(label: str, ids: set[UUID]) -> "QuerySet[Any, Any]":
    model: Any = apps.get_model(label)
    name = "title" if hasattr(model, "title") else "name"
    columns = (Value(label), "id", f"{name}_cy", f"{name}_en")
    rows: QuerySet[Any, Any] = model.objects.filter(id__in=ids)
    if (hidden := sentences.hidden(label)) is not None:
        rows = rows.exclude(hidden)
    return rows.values_list(*columns)


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) and len(value) == 36 else None
    except ValueError:
        return None
