"""The rows that stayed out, as they came, with what is to be mended in a last column."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import get_language

from gyda.moving.models import Fault, File
from gyda.moving.sheets import faults as sheets
from gyda.moving.sheets.faults import words_of
from gyda.moving.sheets.reading import sheet_of
from gyda.moving.sheets.rows import TO_MEND
from gyda.moving.writing.tables import lines_of


def kept_back(file: File, faults: Iterable[sheets.Fault | Fault] | None = None) -> str:
    """Return a table of the rows to mend; it can be sent again when they are mended."""
    if not file.text:
        return ""
    table, _sheet = sheet_of(file.text)
    said: dict[int, list[str]] = defaultdict(list)
    for fault in faults or file.faults.filter(is_note=False).order_by("line", "id"):
        words = words_of(fault.code, fault.values)
        said[fault.line].append(f"{fault.column}: {words}" if fault.column else words)
    if not said:
        return ""
    width = len(table.heads)
    rows = (
        [*[*line.cells, *[""] * width][: max(width, len(line.cells))], " ".join(said[line.number])]
        for line in table.lines
        if line.number in said
    )
    return "".join(lines_of([*table.heads, TO_MEND[get_language() == "cy"]], rows, table.delimiter))
