"""What is done to a point wherever it stands; the room's own actions check and record it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any, TypeVar, cast

from django.utils import timezone

from gyda.initiatives.points.models import AnyPoint, AnyPointSupport, PointState
from gyda.people.models import Member
from gyda.people.who import Who

P = TypeVar("P", bound=AnyPoint)
Supports = type[AnyPointSupport]


def point_made(
    table: type[P], *, who: Who, about: dict[str, Any], side: str, text: str, language: str,
    now: datetime.datetime | None,
) -> tuple[P, bool]:  # fmt: skip
    """Return the point and whether it is new: the same words from the same person stand once."""
    rows = table._default_manager.filter(state=PointState.SHOWN, side=side)
    stored = cast("P | None", rows.filter(text=text.strip(), author=who.subject, **about).first())
    if stored is not None:
        return stored, False
    made = table(
        side=side, text=text.strip(), language=language, author=who.subject,
        at=now or timezone.now(), **about,
    )  # fmt: skip
    made.save(force_insert=True)
    return made, True


def _rows(table: Supports) -> Any:
    """Return the rows of a room's table, which has a `point` that the base does not know."""
    return table._default_manager


def agreed(table: Supports, point: AnyPoint, member: Member, now: datetime.datetime | None) -> bool:
    """Agree with a point, which is locked; tell whether that is new."""
    _row, is_new = _rows(table).get_or_create(
        point=point, member=member, defaults={"at": now or timezone.now()}
    )
    if is_new:
        count_supports(table, point)
    return bool(is_new)


def agreed_no_more(table: Supports, point: AnyPoint, member: Member) -> bool:
    """Take that back; tell whether there was something to take back."""
    gone, _of_which = _rows(table).filter(point=point, member=member).delete()
    if gone:
        count_supports(table, point)
    return bool(gone)


def forget_supports(table: Supports, member: Member) -> None:
    """Take a member out of all counts."""
    rows = _rows(table).filter(member=member).select_related("point")
    points: list[AnyPoint] = [row.point for row in rows]
    rows.delete()
    for point in points:
        count_supports(table, point)


def count_supports(table: Supports, point: AnyPoint) -> None:
    """Keep the counter true; the point is locked."""
    count = _rows(table).filter(point=point).count()
    type(point)._default_manager.filter(id=point.id).update(supports=count)


def take_back(point: AnyPoint) -> None:
    """Forget its words."""
    rows = type(point)._default_manager.filter(id=point.id)
    rows.update(state=PointState.WITHDRAWN, text="")
