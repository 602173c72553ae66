"""Plain text at 80 columns: tables, bars and paragraphs, whatever the script."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import textwrap
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence

WIDTH = 80
GAP = "  "
EIGHTHS = " ▏▎▍▌▋▊▉█"


def width(text: str) -> int:
    r"""Return the columns that a text takes on a terminal.

    >>> width("dŵr"), width("水"), width("n\u0302")
    (3, 2, 1)
    """
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def clean(text: str) -> str:
    r"""Return a text of somebody's file on one line, with nothing in it that moves a cursor.

    >>> clean("a\tb\x1b[2J\n c")
    'a b [2J c'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def cut(text: str, columns: int) -> str:
    """Return the text in so many columns at most.

    >>> cut("a new playground", 10)
    'a new pla…'
    """
    if width(text) <= columns:
        return text
    while text and width(text) > columns - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Fill a text up with spaces; to the right side for numbers."""
    spaces = " " * max(0, columns - width(text))
    return spaces + text if right else text + spaces


def bar(share: float, columns: int = 20) -> str:
    """Draw a share of one as a bar.

    >>> bar(0.5, 8), bar(1, 4), bar(0, 4), bar(0.3, 4)
    ('████    ', '████', '    ', '█▎  ')
    """
    eighths = round(min(max(share, 0.0), 1.0) * columns * 8)
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (EIGHTHS[rest] if rest else "")).ljust(columns)


def table(
    rows: Iterable[Sequence[object]],
    *,
    head: Sequence[str] = (),
    wide: int = 0,
    right: Container[int] = (),
) -> list[str]:
    r"""Return rows as lines within 80 columns; the column `wide` gives way when there is no room.

    What is no text, and the columns of `right`, stand to the right; whole numbers get commas.

    >>> print("\n".join(table([("Cae chwarae", 12000), ("Mainc", 90)], head=("what", "cost"))))
    what           cost
    Cae chwarae  12,000
    Mainc            90
    """
    found = [tuple(row) for row in rows]
    lines = [tuple(head)] if head else []
    cells = lines + [tuple(_cell(one) for one in row) for row in found]
    if not cells:
        return []
    sizes = [max(width(cell) for cell in column) for column in zip(*cells, strict=True)]
    sizes[wide] = max(8, min(sizes[wide], WIDTH - sum(sizes) + sizes[wide] - len(GAP) * len(sizes)))
    first = (found or cells)[0]
    to_right = [n in right or not isinstance(one, str) for n, one in enumerate(first)]
    return [_line(row, sizes, to_right, wide) for row in cells]


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else clean_bar(str(value))


def clean_bar(text: str) -> str:
    """Keep the spaces of a bar, clean everything else."""
    return text if text.strip(EIGHTHS) == "" else clean(text)


def _line(row: Sequence[str], sizes: Sequence[int], to_right: Sequence[bool], wide: int) -> str:
    cut_row = [cut(cell, sizes[n]) if n == wide else cell for n, cell in enumerate(row)]
    each = zip(cut_row, sizes, to_right, strict=True)
    return GAP.join(pad(cell, size, right=far) for cell, size, far in each).rstrip()


def wrapped(text: str, indent: str = "") -> Iterator[str]:
    """Yield a paragraph in lines of 80 columns at most."""
    inner = indent + "  " if indent else ""
    yield from textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=inner)
