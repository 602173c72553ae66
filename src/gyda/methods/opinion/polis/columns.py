"""Columns of numbers out of plain CSV at once, for files with millions of rows."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from collections.abc import Iterator
from io import StringIO

import numpy as np
from numpy.typing import NDArray

from gyda.methods.errors import BadInput
from gyda.methods.opinion.polis.names import known_as

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int64]
DELIMITERS = ",;\t"
COMMA, NEWLINE, MINUS, ZERO = (ord(sign) for sign in ",\n-0")
LONGEST = 18  # digits that an int64 surely holds


def grid(body: bytes, width: int) -> tuple[Bytes, Numbers, Numbers] | None:
    """Return the bytes with where each field starts and ends, (rows, width) each.

    None when the text is not plain: quotes, other line ends, blank lines, rows of other lengths.
    """
    if b'"' in body or b"\r" in body:
        return None
    data = np.frombuffer(body if body.endswith(b"\n") else body + b"\n", np.uint8)
    found = np.flatnonzero((data == COMMA) | (data == NEWLINE))
    if len(found) % width:
        return None
    ends = found.reshape(-1, width)
    is_last = data[ends] == NEWLINE
    if is_last[:, :-1].any() or not is_last[:, -1].all():
        return None
    starts = np.concatenate([[0], ends.ravel()[:-1] + 1]).reshape(-1, width)
    return data, starts, ends


def whole_numbers(data: Bytes, start: Numbers, end: Numbers) -> Numbers | None:
    """Return the whole numbers that stand there, or None if any of them is something else."""
    negative = data[start] == MINUS
    length = end - start - negative
    if len(length) and (length.min() < 1 or length.max() > LONGEST):
        return None
    value = np.zeros(len(start), np.int64)
    for size in np.flatnonzero(np.bincount(length)).tolist():
        rows = np.flatnonzero(length == size)
        last = end[rows] - 1
        total = np.zeros(len(last), np.int64)
        for place in range(size):
            digit = data[last - place] - np.uint8(ZERO)
            if (digit > 9).any():
                return None
            total += digit * np.int64(10**place)
        value[rows] = total
    return np.where(negative, -value, value)


def rows_of(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line on which it ends; blank lines are passed over."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        raise BadInput("not-csv", line=reader.line_num, file=file, fault=str(error)) from error


def delimiter(text: str) -> str:
    """Return what stands between fields: the comma, or what spreadsheets of some countries put.

    >>> delimiter("a;b\\n1;2"), delimiter("a\\tb"), delimiter("a"), delimiter('"a;b",c')
    (';', '\\t', ',', ',')
    """
    first = text[: text.find("\n") + 1] or text
    return next((sign for sign in DELIMITERS if sign in first), ",")


def even(text: str) -> str:
    """Take a comma off the end of every line if every line has one more than it has fields."""
    first = text[: text.find("\n")].rstrip("\r")
    if not first.endswith(","):
        return text
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    if all(line.endswith(",") or not line for line in lines):
        return "\n".join(line[:-1] for line in lines)
    return text


def header(text: str, file: str, needed: tuple[str, ...], more: tuple[str, ...] = ()) -> list[str]:
    """Return the names of the columns, once the needed ones are there and none comes twice.

    The needed ones and `more` are called as they are here, whatever the file calls them.
    """
    _, names = next(rows_of(text, file), (1, []))
    names = known_as(names, (*needed, *more))
    for name in needed:
        if name not in names:
            raise BadInput("column-missing", line=1, file=file, column=name)
    twice = (
        {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else ()
    )
    for name in sorted(twice):
        raise BadInput("column-twice", line=1, file=file, column=name)
    return names


def body_after(text: str) -> bytes:
    """Return what follows the first line."""
    return text[text.index("\n") + 1 :].encode() if "\n" in text else b""
