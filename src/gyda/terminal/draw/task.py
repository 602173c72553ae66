"""What is to be drawn: a whole panel, or the seats of those who have left it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
from dataclasses import dataclass, replace

from gyda.methods import lottery
from gyda.terminal.draw import people
from gyda.terminal.faults import Unusable
from gyda.terminal.tongue import _


@dataclass(frozen=True)
class Task:
    """A draw. `whole`: everyone, with the quotas of the whole panel; `stay` and `left` when seats
    are filled again, and `changes`: what was loosened so that a panel meets the quotas.
    """

    pool: lottery.Pool
    quotas: tuple[lottery.Quota, ...]
    seats: int
    whole: tuple[lottery.Pool, tuple[lottery.Quota, ...]]
    stay: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    changes: tuple[lottery.Change, ...] = ()


def task_of(asked: argparse.Namespace) -> Task:
    """Read the files and return what is to be drawn."""
    if not (asked.respondents and asked.quotas):
        people.checked_seats(None, 0)
    quotas, pool = people.read(asked)
    if not asked.replace:
        seats = people.checked_seats(asked.seats, len(pool.people))
        return Task(pool, quotas, seats, (pool, quotas))
    if not asked.panel:
        raise Unusable(_("--replace needs --panel"), _("Name the list of those who were drawn."))
    return _again(asked, pool, quotas)


def _again(
    asked: argparse.Namespace, pool: lottery.Pool, quotas: tuple[lottery.Quota, ...]
) -> Task:
    everyone = [person.id for person in pool.people]
    panel = people.ids(asked.panel, everyone)
    left = people.ids(asked.replace, panel)
    stay = tuple(person for person in panel if person not in set(left))
    seats = people.checked_seats(asked.seats or len(panel), len(everyone))
    if asked.standing:
        among = {*people.ids(asked.standing, everyone), *panel}
        pool = replace(pool, people=tuple(p for p in pool.people if p.id in among))
    empty = lottery.vacancy(pool, quotas, seats, stay=stay, left=left)
    people.checked_seats(empty.seats, len(empty.pool.people))
    kept, changes = lottery.loosened(empty.pool, empty.quotas, empty.seats, seconds=20)
    return Task(empty.pool, kept, empty.seats, (pool, quotas), stay, left, changes)
