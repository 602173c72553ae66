"""One lot is drawn in public: seats are offered, reserves stand by, everyone is told."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re
from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from gyda.decide.panels import errors
from gyda.decide.panels.actions.common import locked, note, tell, tell_people
from gyda.decide.panels.models import (
    Panel,
    PanelDraw,
    PanelPromise,
    PanelSeat,
    PanelState,
    Phase,
    PoolPerson,
    Sits,
    Way,
)
from gyda.decide.panels.rules import require_clerk
from gyda.methods.lottery.drawing import dice_for, drawn_by_dice, drawn_by_seed
from gyda.people.who import Who

SIGNS, NUMBER, MOST_NUMBERS = re.compile(r"[\s,;-]+"), re.compile(r"[0-9a-f]{1,128}"), 20


@transaction.atomic
def draw_lot(
    *, who: Who, panel_id: UUID, said: str = "", now: datetime.datetime | None = None
) -> PanelDraw:
    """Draw one of the published lots.

    `said`: the digits of the dice, or what the public source gave; with secrets nothing is said,
    they must all be told.
    """
    panel, now = locked(panel_id), now or timezone.now()
    require_clerk(who, panel, PanelState.DRAWING, PanelState.SITTING)
    rows = PanelDraw.objects.select_for_update(of=("self",))
    draw = rows.filter(panel=panel, phase=Phase.LISTED).first()
    if draw is None:
        raise errors.NotNow
    lot, drawn_with = _number(panel, draw, said)
    columns = {"phase": Phase.DRAWN, "lot": lot, "drawn_with": drawn_with, "drawn_at": now}
    PanelDraw.objects.filter(id=draw.id).update(**columns)
    draw.refresh_from_db()
    _seat(panel, draw, now)
    if not draw.left:
        Panel.objects.filter(id=panel.id).update(state=PanelState.SITTING, drawn_at=now)
        panel.refresh_from_db()
        _stand_by(panel, draw)
        _tell_the_rest(panel)
    note(panel, who, "panel.drawn", lot=lot, lots=draw.lots)
    return draw


def _number(panel: Panel, draw: PanelDraw, said: str) -> tuple[int, str]:
    """Return the number of the lot, and what it comes from as it is published."""
    if panel.way == Way.SEED and not draw.left:
        return _of_secrets(panel, draw.lots), ""
    if panel.way == Way.SOURCE and not draw.left:
        words = given(said)
        return drawn_by_seed([words.encode()], draw.lots), words
    digits = re.sub(r"[\s,.-]", "", said)
    return _of_dice(digits, draw.lots), digits


def given(said: str) -> str:
    """Return what a public source gave, in the one way of writing it, so that no word is chosen.

    >>> given(" 3, 11 - 8F3A ")
    '3 11 8f3a'
    """
    words = [word for word in SIGNS.split(said.lower()) if word]
    if not words:
        raise errors.NameTheSource(field="said")
    if not all(NUMBER.fullmatch(word) for word in words) or len(words) > MOST_NUMBERS:
        raise errors.OnlyNumbers
    return " ".join(words)


def _of_dice(digits: str, lots: int) -> int:
    dice = dice_for(lots)
    if not (digits.isascii() and digits.isdigit() and len(digits) == dice):
        raise errors.NotDice(dice=dice)
    number = drawn_by_dice([int(digit) for digit in digits], lots)
    if number is None:
        raise errors.RollAgain
    return number


def _of_secrets(panel: Panel, lots: int) -> int:
    promises = list(PanelPromise.objects.filter(panel=panel).order_by("place"))
    if any(promise.revealed_at is None for promise in promises):
        raise errors.NotAllRevealed
    return drawn_by_seed([promise.secret.encode() for promise in promises], lots)


def _seat(panel: Panel, draw: PanelDraw, now: datetime.datetime) -> None:
    from gyda.decide.panels.material import lots_of

    drawn = [int(mark) for mark in lots_of(draw)[draw.lot or 0]]
    people = _people(panel, drawn)
    for person in people:
        PanelSeat.objects.update_or_create(
            panel=panel,
            number=person.number or 0,
            defaults={
                "person": person,
                "member": person.member,
                "answers": person.answers,
                "state": Sits.OFFERED,
                "offered_at": now,
                "turn": None,
            },
        )
    tell_people(panel, people, "panel_drawn")


def _people(panel: Panel, numbers: Sequence[int]) -> list[PoolPerson]:
    rows = PoolPerson.objects.filter(panel=panel, number__in=numbers)
    return list(rows.select_related("member__person").order_by("number"))


def _stand_by(panel: Panel, draw: PanelDraw) -> None:
    """Choose who stands by: those who mend most seats over drop-outs that may come."""
    from gyda.decide.panels.material import lots_of, material_of
    from gyda.methods.lottery import reserves

    if not panel.reserves:
        return
    whole = material_of(panel)
    drawn = lots_of(draw)[draw.lot or 0]
    by = reserves(whole.pool, whole.quotas, drawn, panel.reserves, leaving={})
    people = {person.number: person for person in _people(panel, [int(m) for m in by.people])}
    for turn, mark in enumerate(by.people, start=1):
        person = people[int(mark)]
        PanelSeat.objects.create(
            panel=panel,
            person=person,
            member=person.member,
            number=person.number or 0,
            answers=person.answers,
            state=Sits.RESERVE,
            turn=turn,
        )
    tell_people(panel, people.values(), "panel_reserve")


def _tell_the_rest(panel: Panel) -> None:
    """Thank those who were not drawn."""
    seated = PanelSeat.objects.filter(panel=panel).values("person_id")
    rest = PoolPerson.objects.there().filter(panel=panel, member__isnull=False)
    rest = rest.exclude(id__in=seated).select_related("member__person")
    for person in rest.iterator(500):
        tell(panel, person.member, "panel_not_drawn", person=person)
