"""What `gyda count` hands over: a record for machines, lines for people, a picture."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
from collections.abc import Iterator
from functools import partial
from typing import Any

from gyda.terminal.count.counting import Counted, counted
from gyda.terminal.count.lines import lines_of
from gyda.terminal.count.picture import picture_of
from gyda.terminal.count.record import record_of
from gyda.terminal.frame import Answer


def answer(asked: argparse.Namespace) -> Answer:
    """Count all pots; the record of several is that of the last with the others in `pots`."""
    pots = counted(asked)
    record: dict[str, Any] = dict(record_of(pots[-1]))
    if len(pots) > 1:
        record["pots"] = [record_of(one) for one in pots]
    pictures = {
        "picture.svg" if len(pots) == 1 else f"picture-{n}.svg": partial(picture_of, one)
        for n, one in enumerate(pots, 1)
    }
    return Answer(record, partial(_lines, pots), pots[-1].path.stem, pictures)


def _lines(pots: list[Counted]) -> Iterator[str]:
    for n, one in enumerate(pots):
        if n:
            yield from ("", "=" * 80, "")
        yield from lines_of(one)
