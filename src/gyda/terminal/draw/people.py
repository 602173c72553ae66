"""The files of `gyda draw`, opened: respondents and quotas, and lists of ids beside them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gyda.methods import lottery
from gyda.methods.errors import BadInput
from gyda.terminal import faults as frame_faults
from gyda.terminal import files
from gyda.terminal.draw.faults import FAULTS
from gyda.terminal.faults import Unusable, in_words
from gyda.terminal.tongue import _

MANY = 10  # faults of a file that are listed


def read(asked: argparse.Namespace) -> tuple[tuple[lottery.Quota, ...], lottery.Pool]:
    """Return quotas and pool."""
    with all_faults(asked.quotas):
        quotas = lottery.read_quotas(files.read_text(asked.quotas))
    with all_faults(asked.respondents):
        pool = lottery.read_pool(
            files.read_text(asked.respondents),
            quotas,
            id_column=asked.id_column,
            numbered=asked.numbered,
            household=asked.household,
            together=_sets(asked.together),
            apart=_sets(asked.apart),
        )
    return quotas, pool


def ids(path: Path, known: Collection[str]) -> tuple[str, ...]:
    """Return the ids of a list, or the panel of a record of ours."""
    text = files.read_text(path)
    if text.lstrip().startswith("{"):
        text = "id\n" + "\n".join(_of_record(path, text))
    with all_faults(path):
        return lottery.read_ids(text, known)


def _of_record(path: Path, text: str) -> list[str]:
    try:
        record = json.loads(text)
        found = record["panel"] if "panel" in record else record["drawn"]["people"]
        return [f'"{person}"' for person in found]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Unusable(
            _("this record holds no panel"),
            _("Name the lot that was drawn with --drawn first."),
            file=str(path),
        ) from None


def leaving(
    asked: argparse.Namespace, quotas: tuple[lottery.Quota, ...]
) -> dict[tuple[str, str], float]:
    """Return how likely groups are to leave."""
    if not 0 <= asked.usual <= 1:
        raise Unusable(_("--usual must be from 0 to 1"), _("Write 0.1 for one in ten."))
    if asked.leaving is None:
        return {}
    with all_faults(asked.leaving):
        return lottery.read_leaving(files.read_text(asked.leaving), quotas)


def _sets(given: Iterable[str]) -> list[list[str]]:
    return [[person.strip() for person in group.split(",")] for group in given]


@contextmanager
def all_faults(path: Path) -> Iterator[None]:
    """Say every fault of a file at once."""
    try:
        with frame_faults.about(path):
            yield
    except lottery.Faults as error:
        if len(error.faults) == 1:
            raise
        raise _several(path, error) from None


def _several(path: Path, error: lottery.Faults) -> Unusable:
    said = [in_words(fault.in_file(str(path)), FAULTS) for fault in error.faults[:MANY]]
    lines = [_("there is more than one fault"), *map(str, said)]
    more = len(error.faults) - MANY
    lines += [_("… and %(count)s more") % {"count": more}] if more > 0 else []
    return Unusable(
        "\n".join(lines),
        _("Mend these lines, then run it again."),
        file=str(path),
        line=error.line,
        code="several",
        values={"faults": [fault.record() for fault in said]},
    )


def checked_seats(seats: int | None, people: int) -> int:
    """Return the seats; raise BadInput when so many people cannot be drawn."""
    if seats is None:
        raise Unusable(
            _("respondents, quotas and --seats are needed"),
            _("As in: gyda draw RESPONDENTS.csv QUOTAS.csv --seats 40"),
        )
    if not 0 < seats <= people:
        raise BadInput("bad-seats", seats=seats, people=people)
    return seats
