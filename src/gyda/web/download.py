"""Tables to take away: CSV that opens in any spreadsheet and runs nothing there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

BOM = "\ufeff"  # without it Excel shows ŵ and ŷ as rubbish
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: Any) -> Any:
    """Return the value so that a spreadsheet takes a text for a text; numbers stay numbers.

    >>> safe_cell("=HYPERLINK(0)"), safe_cell(-90), safe_cell(None)
    ("'=HYPERLINK(0)", -90, '')
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def csv_response(name: str, header: Sequence[Any], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """Return the rows as a file to keep, called name.csv."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response.write(BOM)
    writer = csv.writer(response)
    writer.writerow([safe_cell(cell) for cell in header])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return response
