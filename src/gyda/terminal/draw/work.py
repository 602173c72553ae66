"""Reads the files, runs the lottery, and hands the frame what it found."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import json
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from gyda.methods import lottery
from gyda.methods.errors import BadInput, NotFeasible
from gyda.terminal import faults as frame_faults
from gyda.terminal import files
from gyda.terminal.draw import checking, impossible, picture, record, words
from gyda.terminal.draw.faults import FAULTS
from gyda.terminal.faults import Unusable, in_words
from gyda.terminal.frame import Answer
from gyda.terminal.progress import Progress
from gyda.terminal.tongue import _

MANY = 10  # faults of a file that are listed


def run(asked: argparse.Namespace) -> Answer:
    """Draw, or check a proof."""
    if asked.check:
        return checking.answer(asked.check)
    if not (asked.respondents and asked.quotas and asked.seats is not None):
        raise Unusable(
            _("respondents, quotas and --seats are needed"),
            _("As in: gyda draw RESPONDENTS.csv QUOTAS.csv --seats 40"),
        )
    quotas, pool = _read(asked)
    if not 0 < asked.seats <= len(pool.people):
        raise BadInput("bad-seats", seats=asked.seats, people=len(pool.people))
    if not 0 < asked.lots <= 100_000:
        raise Unusable(_("--lots must be from 1 to 100,000"))
    try:
        return _drawn(asked, pool, quotas)
    except NotFeasible:
        raise impossible.unusable(pool, quotas, asked.seats) from None
    except lottery.TooLong as error:
        raise Unusable(
            _("the solver found no end (%(status)s)") % {"status": error.status},
            _("Give it longer with --seconds, or loosen the quotas."),
            code="too-long",
        ) from None


def _read(asked: argparse.Namespace) -> tuple[tuple[lottery.Quota, ...], lottery.Pool]:
    with _all_faults(asked.quotas):
        quotas = lottery.read_quotas(files.read_text(asked.quotas))
    with _all_faults(asked.respondents):
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


def _sets(given: Iterable[str]) -> list[list[str]]:
    return [[person.strip() for person in group.split(",")] for group in given]


class _all_faults:  # noqa: N801
    """Says every fault of a file at once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, lottery.Faults) and len(error.faults) > 1:
            said = [in_words(f.in_file(str(self.path)), FAULTS) for f in error.faults[:MANY]]
            lines = [_("there is more than one fault"), *map(str, said)]
            more = len(error.faults) - MANY
            lines += [_("… and %(count)s more") % {"count": more}] if more > 0 else []
            listed = [fault.record() for fault in said]
            raise Unusable(
                "\n".join(lines),
                _("Mend these lines, then run it again."),
                file=str(self.path),
                line=error.line,
                code="several",
                values={"faults": listed},
            ) from None
        if isinstance(error, BadInput):
            with frame_faults.about(self.path):
                raise error


def _drawn(
    asked: argparse.Namespace, pool: lottery.Pool, quotas: tuple[lottery.Quota, ...]
) -> Answer:
    with Progress(_("fair chances")) as progress:
        found = lottery.fair_lottery(
            pool,
            quotas,
            asked.seats,
            method=asked.method,
            seed=asked.seed,
            seconds=asked.seconds,
            on_step=lambda stage, missed: progress.says(words.stage(stage, missed)),
        )
        progress.says(_("equal lots"))
        lots = lottery.lots_of(found)
        equal = lottery.rounded(found, asked.lots, asked.seed)
    number = _number(asked)
    panel = equal.lots[number] if number is not None else None
    by = None
    if panel and asked.reserves:
        by = lottery.reserves(pool, quotas, panel, asked.reserves, leaving={}, seed=asked.seed)
    result = record.Result(found, quotas, lots, equal, number, by)
    return Answer(
        record.of(result),
        partial(words.lines, result),
        asked.respondents.stem,
        {
            "chances.svg": partial(picture.chances, result),
            "proof.json": lambda: json.dumps(lottery.proof_of(found, lots, equal)),
            "lots.csv": partial(record.listed, result),
        },
    )


def _number(asked: argparse.Namespace) -> int | None:
    if asked.reveal:
        return lottery.drawn_by_seed([part.encode() for part in asked.reveal], asked.lots)
    if asked.drawn is not None and not 0 <= asked.drawn < asked.lots:
        raise BadInput("bad-lot", number=asked.drawn)
    number: int | None = asked.drawn
    return number
