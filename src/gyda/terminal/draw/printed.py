"""The numbered list of equal lots, as a sheet and for the wall."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import hashlib
import io
from collections.abc import Iterator

from gyda.methods.lottery import Rounded, dice_for
from gyda.terminal import text
from gyda.terminal.tongue import _


def numbered(equal: Rounded, number: int) -> str:
    """Return a lot's number with as many digits as there are dice."""
    return f"{number:0{dice_for(len(equal.lots))}}"


def listed(equal: Rounded) -> str:
    """Return the list as CSV: the number of the lot, then an id for each seat."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    write(["lot", *(f"seat {i + 1}" for i in range(len(equal.lots[0])))])
    for number, lot in enumerate(equal.lots):
        write([numbered(equal, number), *lot])
    return out.getvalue()


def fingerprint(equal: Rounded) -> str:
    """Return the SHA-256 of the CSV list: published before the draw, it holds the list fast."""
    return hashlib.sha256(listed(equal).encode()).hexdigest()


def sheet(equal: Rounded) -> str:
    """Return the list to print, with how to draw from it."""
    return "\n".join(_lines(equal)) + "\n"


def _lines(equal: Rounded) -> Iterator[str]:
    dice = dice_for(len(equal.lots))
    words = _("%(lots)s equal lots of %(seats)s people, numbered from %(first)s to %(last)s.")
    yield from text.wrapped(
        words
        % {
            "lots": len(equal.lots),
            "seats": len(equal.lots[0]),
            "first": numbered(equal, 0),
            "last": numbered(equal, len(equal.lots) - 1),
        }
    )
    how = _(
        "Roll %(dice)s ten-sided dice, read from left to right; a number that is not in the list "
        "is rolled again."
    )
    yield from text.wrapped(how % {"dice": dice})
    yield _("SHA-256 of lots.csv: publish it before the draw.")
    yield fingerprint(equal)
    for number, lot in enumerate(equal.lots):
        yield ""
        yield numbered(equal, number)
        yield from text.wrapped(", ".join(map(text.clean, lot)), "  ")
