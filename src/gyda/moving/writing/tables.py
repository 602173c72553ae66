"""Writing a table that any spreadsheet opens, that runs nothing there, and that reads back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from gyda.web.download import BOM
from gyda.web.forms import HIDDEN

FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]")


def lines_of(
    heads: Sequence[str], rows: Iterable[Sequence[Any]], delimiter: str = ","
) -> Iterator[str]:
    """Yield a table line by line, with the mark that lets Excel read its letters right."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    buffer.write(BOM)
    writer.writerow([safe(head) for head in heads])
    for row in rows:
        yield _taken(buffer)
        writer.writerow([safe(cell) for cell in row])
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def safe(value: Any) -> Any:
    """Mark a text that a spreadsheet would run; reading takes the mark off again.

    >>> safe("=1+1"), safe("'-5"), safe(-1.5), safe(None)
    ("'=1+1", "''-5", -1.5, '')
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = HIDDEN.sub("", str(value))
    return f"'{text}" if FORMULA.match(text) else text
