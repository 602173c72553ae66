"""The three tables of a `.pb` file, as text: META, PROJECTS and VOTES, with their line numbers."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import overload

from gyda.methods.errors import BadInput

Row = tuple[int, list[str]]  # the line on which it ends, its fields
SECTIONS = ("META", "PROJECTS", "VOTES")
# Of these there must not be two, or which one is meant would decide who wins.
COUNTS = {"budget", "vote_type", "rule", "num_votes", "num_projects", "max_length", "comment"}
COUNTS |= {"min_project_score_threshold", "categories", "neighborhoods", "unit"}
COUNTS |= {"budget_per_category", "budget_per_neighborhood"}
_VOTES = re.compile(r"^[ \t]*VOTES[ \t;]*$", re.IGNORECASE | re.MULTILINE)


class Lines(Sequence[str]):
    """The lines of a text, parted only when somebody asks for one of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._parted: list[str] | None = None

    def _lines(self) -> list[str]:
        if self._parted is None:
            self._parted = self.text.split("\n") if self.text else []
        return self._parted

    def __len__(self) -> int:
        return len(self._lines())

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines())

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        return self._lines()[place]


@dataclass(frozen=True)
class Document:
    """A `.pb` file as it stands: nothing is dropped, so that it can be written again.

    `votes` are the lines of the last table as they were, `votes_from` the number of the first.
    """

    meta: Mapping[str, str]
    meta_lines: Mapping[str, int]
    project_columns: Sequence[str]
    projects: Sequence[Row]
    vote_columns: Sequence[str]
    votes: Sequence[str]
    votes_from: int


def tables_of(content: bytes | str) -> Document:
    """Take a file apart (format of pabulib.org: sections, `;` between fields, quotes as in CSV).

    Raises `BadInput` with the line: not UTF-8, a section missing, a quote never closed.
    """
    text = content if isinstance(content, str) else _decoded(content)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _without_blank_end(text.removeprefix("\ufeff"))
    head, used, rest = _head_of(text)
    return _document(head, text.count("\n") + 1 if text else 0, used, rest)


def _without_blank_end(text: str) -> str:
    """Leave out the last lines that say nothing."""
    end = len(text)
    while end and not text[(start := text.rfind("\n", 0, end) + 1) : end].strip(" ;\t"):
        end = max(start - 1, 0)
    return text[:end]


def _head_of(text: str) -> tuple[dict[str, list[Row]], int, str | None]:
    """Return the sections before the votes, how many lines they took, and the text after them.

    A million lines of votes are not parted for it, unless the word VOTES stands elsewhere too.
    """
    mark = _VOTES.search(text)
    if mark:
        with suppress(BadInput):
            lines = text[: mark.end()].split("\n")
            head, used = _head(lines)
            if used == len(lines) and "VOTES" in head:
                return head, used, text[mark.end() + 1 :] if mark.end() < len(text) else None
    lines = text.split("\n")
    head, used = _head(lines)
    return head, used, "\n".join(lines[used:]) if used < len(lines) else None


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadInput("not-utf8", line=1)
    try:
        text = content.decode()
    except UnicodeDecodeError as fault:
        raise BadInput("not-utf8", line=content.count(b"\n", 0, fault.start) + 1) from None
    if "\0" in text:
        raise BadInput("not-text", line=text.count("\n", 0, text.index("\0")) + 1)
    return text


def _head(lines: list[str]) -> tuple[dict[str, list[Row]], int]:
    """Return the rows of every section before the votes, and how many lines they took."""
    found: dict[str, list[Row]] = {}
    section, used = "", 0
    for used, row in rows_of(lines):
        name = row[0].strip().upper() if row else ""
        if name in SECTIONS and not any(cell.strip() for cell in row[1:]):
            section = _opened(found, name, used)
            if name == "VOTES":
                break
        elif any(cell.strip() for cell in row):
            if not section:
                raise BadInput("no-meta", line=used)
            found[section].append((used, row))
    return found, used


def _opened(found: dict[str, list[Row]], name: str, line: int) -> str:
    if name in found:
        raise BadInput("section-twice", line=line, section=name)
    found[name] = []
    return name


def rows_of(lines: Sequence[str], first: int = 1) -> Iterator[Row]:
    """Read lines as CSV with `;`; a quoted field may go on over several lines."""
    reader = csv.reader((line + "\n" for line in lines), delimiter=";")
    start = 0
    while True:
        try:
            row = next(reader, None)
        except csv.Error:
            raise BadInput("quote-not-closed", line=first + start) from None
        if row is None:
            return
        if reader.line_num == len(lines) and _open_quote(lines, start):
            raise BadInput("quote-not-closed", line=first + start)
        start = reader.line_num
        yield first + start - 1, row


def _open_quote(lines: Sequence[str], start: int) -> bool:
    """Tell whether the last row runs to the end of the file because its quote never closes."""
    return len(lines) - start > 1 and sum(line.count('"') for line in lines[start:]) % 2 == 1


def _document(head: dict[str, list[Row]], lines: int, used: int, rest: str | None) -> Document:
    for name in SECTIONS:
        if name not in head:
            raise BadInput("no-section", line=lines or None, section=name)
    meta, meta_lines = _meta(head["META"])
    columns, projects = _table(head["PROJECTS"], "PROJECTS", used)
    if rest is None:
        raise BadInput("no-columns", line=used, section="VOTES")
    names, _, votes = rest.partition("\n")
    vote_columns = _names(names.split(";"))
    return Document(meta, meta_lines, columns, projects, vote_columns, Lines(votes), used + 2)


def _meta(rows: list[Row]) -> tuple[dict[str, str], dict[str, int]]:
    values: dict[str, str] = {}
    where: dict[str, int] = {}
    for line, row in rows:
        key = row[0].strip().lower()
        if key == "key" and not where:
            continue
        said = row[1].strip() if len(row) > 1 else ""
        if values.get(key, said) != said and key in COUNTS:
            raise BadInput("meta-twice", line=line, key=key)
        values.setdefault(key, said)
        where.setdefault(key, line)
    return values, where


def _table(rows: list[Row], section: str, line: int) -> tuple[list[str], list[Row]]:
    if not rows:
        raise BadInput("no-columns", line=line, section=section)
    return _names(rows[0][1]), rows[1:]


def _names(row: list[str]) -> list[str]:
    return [name.strip().strip('"').lower() for name in row]
