"""Runs the lottery and hands the frame what it found."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import json
from functools import partial

from gyda.methods import lottery
from gyda.methods.errors import BadInput, NotFeasible
from gyda.terminal.draw import checking, impossible, people, picture, printed, record, words
from gyda.terminal.draw.task import Task, task_of
from gyda.terminal.faults import Unusable
from gyda.terminal.frame import Answer
from gyda.terminal.progress import Progress
from gyda.terminal.tongue import _


def run(asked: argparse.Namespace) -> Answer:
    """Draw, fill seats again, name reserves, or check a proof."""
    if asked.check:
        return checking.answer(asked.check)
    if asked.panel and asked.reserves and not asked.replace:
        return _standing_by(asked)
    if asked.reserves and not (asked.drawn is not None or asked.reveal):
        raise Unusable(
            _("reserves stand by for a panel"), _("Name it with --drawn, --reveal or --panel.")
        )
    if not 0 < asked.lots <= 100_000:
        raise Unusable(_("--lots must be from 1 to 100,000"), _("1000 is usual."))
    task = _task(asked)
    try:
        return _drawn(asked, task)
    except NotFeasible:
        raise impossible.unusable(task.pool, task.quotas, task.seats) from None
    except lottery.TooLong as error:
        raise Unusable(
            _("the solver found no end (%(status)s)") % {"status": error.status},
            _("Give it longer with --seconds, or loosen the quotas."),
            code="too-long",
        ) from None


def _task(asked: argparse.Namespace) -> Task:
    try:
        return task_of(asked)
    except NotFeasible:
        raise Unusable(
            _("those who are left cannot fill the seats"),
            _("Widen min_flex and max_flex, or let more people be drawn."),
            code="no-panel",
        ) from None


def _drawn(asked: argparse.Namespace, task: Task) -> Answer:
    with Progress(_("fair chances")) as progress:
        found = lottery.fair_lottery(
            task.pool,
            task.quotas,
            task.seats,
            method=asked.method,
            seed=asked.seed,
            seconds=asked.seconds,
            on_step=lambda stage, missed: progress.says(words.stage(stage, missed)),
        )
        progress.says(_("equal lots"))
        lots = lottery.lots_of(found)
        equal = lottery.rounded(found, asked.lots, asked.seed)
        number = _number(asked)
        panel = None if number is None else (*task.stay, *equal.lots[number])
        progress.says(_("who stands by"))
        by = _reserves(asked, task.whole, panel, task.left) if panel and asked.reserves else None
    result = record.Result(found, task, lots, equal, number, by)
    return Answer(
        record.of(result),
        partial(words.lines, result),
        asked.respondents.stem,
        {
            "chances.svg": partial(picture.chances, result),
            "proof.json": lambda: json.dumps(lottery.proof_of(found, lots, equal)),
            "lots.csv": partial(printed.listed, equal),
            "lots.txt": partial(printed.sheet, equal),
        },
    )


def _reserves(
    asked: argparse.Namespace,
    whole: tuple[lottery.Pool, tuple[lottery.Quota, ...]],
    panel: tuple[str, ...],
    left: tuple[str, ...] = (),
) -> lottery.Reserves:
    pool, quotas = whole
    return lottery.reserves(
        pool,
        quotas,
        panel,
        asked.reserves,
        leaving=people.leaving(asked, quotas),
        usual=asked.usual,
        seed=asked.seed,
        barred=left,
    )


def _standing_by(asked: argparse.Namespace) -> Answer:
    """Name reserves for a panel that was drawn before."""
    if not (asked.respondents and asked.quotas):
        people.checked_seats(None, 0)
    quotas, pool = people.read(asked)
    panel = people.ids(asked.panel, [person.id for person in pool.people])
    by = _reserves(asked, (pool, quotas), panel)
    found = {"panel": list(panel), "reserves": record.reserves(by)}
    return Answer(found, partial(words.standing_by, by), asked.respondents.stem)


def _number(asked: argparse.Namespace) -> int | None:
    if asked.reveal:
        return lottery.drawn_by_seed([part.encode() for part in asked.reveal], asked.lots)
    if asked.drawn is not None and not 0 <= asked.drawn < asked.lots:
        raise BadInput("bad-lot", number=asked.drawn)
    number: int | None = asked.drawn
    return number
