"""Which transfers are time that someone gave, and who arranged it.

Official: a hub or an organisation arranged it and issued the hours (sessions, thanks from a pool,
notes handed out for help). Unofficial: neighbour to neighbour. The two are never added up silently.
Gifts, grants, hours to start with and notes brought in move hours that were given before: no time.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db.models import Q

from gyda.ledger.models import Kind

NEIGHBOUR, ORGANISED = "neighbour", "organised"
GIVERS = (Kind.ISSUE, Kind.ORGANISATION, Kind.POOL, Kind.POT)  # of hours for organised time

_ways = {
    "EXCHANGE": NEIGHBOUR,
    "ATTENDANCE": ORGANISED,
    "POOL_GIVEN": ORGANISED,
    "NOTE_OUT": ORGANISED,
    "NOTE_BACK": ORGANISED,
}
SPENT = "VENUE"  # hours given back for a place somewhere: received, and no time given here


def register(code: str, way: str) -> None:
    """Count a kind of transfer as time given, from now on."""
    _ways[code] = way


def way_of(code: str) -> str:
    """Return who arranged time that is given by this kind of transfer; "" where none is given."""
    return _ways.get(code, "")


def neighbour_codes() -> list[str]:
    """Return the kinds of transfer from one neighbour to another."""
    return [code for code, way in _ways.items() if way == NEIGHBOUR]


def codes() -> tuple[str, ...]:
    """Return all kinds of transfer that say how people take part."""
    return (*_ways, SPENT)


def time_given(way: str) -> Q:
    """Return the transfers behind the hours of one way; those that take hours back are there too.

    Of sessions, only what goes to those who gave; of notes, not those of people's own hours.
    """
    kinds = [code for code, found in _ways.items() if found == way]
    if way == NEIGHBOUR:
        return Q(kind__in=kinds)
    forth = Q(reverses__isnull=True, debit__kind__in=GIVERS) & ~Q(kind="NOTE_BACK")
    back = Q(reverses__isnull=False) | Q(kind="NOTE_BACK")
    return Q(kind__in=kinds) & (forth | (back & Q(credit__kind__in=GIVERS)))
