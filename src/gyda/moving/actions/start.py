"""The steward's choice: all or nothing, or the good rows; as what people arrive."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from gyda.journal.actions import record
from gyda.moving.actions.check import By, broken_rows, sheets_of
from gyda.moving.errors import (
    BegunAlready,
    NothingGood,
    OneAtATime,
    StewardsOnly,
    StillBroken,
)
from gyda.moving.models import Move, State
from gyda.moving.models.move import Arrival
from gyda.moving.plan import make_plan
from gyda.people.who import Who


@transaction.atomic
def start(*, who: By, move: Move, keeps_good: bool, arrival: str = Arrival.INVITED) -> Move:
    """Let the move begin: the tick, or the command line, then carries it out to its end."""
    if isinstance(who, Who) and not (who.actor.is_steward and not who.is_acting):
        raise StewardsOnly
    if move.state == State.CHECKED:
        _look_again(move, keeps_good)
    checked = Move.objects.filter(id=move.id, state=State.CHECKED)
    if not _begun(checked, keeps_good, arrival):
        raise BegunAlready
    move.refresh_from_db()
    record(
        by=who,
        verb="moving.started",
        about=move,
        rows=move.rows,
        broken=move.broken,
        arrival=arrival,
        keeps_good=keeps_good,
    )
    return move


def _begun(checked: QuerySet[Move], keeps_good: bool, arrival: str) -> int:
    chosen = {"keeps_good": keeps_good, "arrival": arrival}
    try:
        with transaction.atomic():
            return checked.update(state=State.RUNNING, **chosen)
    except IntegrityError as error:
        raise OneAtATime from error


def _look_again(move: Move, keeps_good: bool) -> None:
    """The hub may have changed since the tables were looked through."""
    sheets = sheets_of(move)
    make_plan(sheets, move.on)
    broken = len(broken_rows(sheets))
    if broken and not keeps_good:
        raise StillBroken
    if broken == move.rows:
        raise NothingGood
    Move.objects.filter(id=move.id).update(broken=broken)
