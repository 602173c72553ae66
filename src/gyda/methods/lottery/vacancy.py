"""The draw for seats that became empty: whoever stays is counted, whoever left is out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from gyda.methods.lottery.pool import Person, Pool, Quota


@dataclass(frozen=True)
class Vacancy:
    """What is left to draw once some have gone: hand it to `fair_lottery`."""

    pool: Pool
    quotas: tuple[Quota, ...]
    seats: int


def vacancy(
    pool: Pool, quotas: Sequence[Quota], seats: int, *, stay: Collection[str], left: Collection[str]
) -> Vacancy:
    """Return the draw for the empty seats: those who stay are fixed, quotas count them already.

    Nobody who left can be drawn again, nor anyone who may not sit with somebody who stays:
    their household, and people kept apart from them. Sets that sit together and of which
    somebody left are drawn no more.
    """
    kept = [person for person in pool.people if person.id in stay]
    open_seats = seats - len(kept)
    barred = set(stay) | set(left) | shut_out(pool, kept)
    barred |= {p for group in pool.together if group & barred for p in group}
    rest = [person for person in pool.people if person.id not in barred]
    ids = {person.id for person in rest}
    remaining = replace(
        pool,
        people=tuple(rest),
        together=tuple(group for group in pool.together if group <= ids),
        apart=tuple(group & ids for group in pool.apart if len(group & ids) > 1),
    )
    return Vacancy(remaining, tuple(_left_over(quota, kept) for quota in quotas), open_seats)


def shut_out(pool: Pool, kept: Sequence[Person]) -> set[str]:
    """Return who may not sit with those who are kept: their households, and who is kept apart."""
    ids = {person.id for person in kept}
    homes = {p.household for p in kept if p.household is not None and pool.one_per_household}
    same = {person.id for person in pool.people if person.household in homes and homes}
    return same | {p for group in pool.apart if group & ids for p in group}


def _left_over(quota: Quota, kept: Sequence[Person]) -> Quota:
    held = sum(person.values.get(quota.category) == quota.value for person in kept)
    highest = None if quota.highest is None else max(0, quota.highest - held)
    least, most = max(0, quota.least - held), max(0, quota.most - held)
    return replace(
        quota, least=least, most=most, lowest=max(0, quota.lowest - held), highest=highest
    )
