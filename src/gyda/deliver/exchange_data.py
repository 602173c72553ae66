"""What exchanges and activities hold on a member: handed over in full, words erased, hours kept."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import Q

from gyda.deliver.models import (
    Activity,
    Attendance,
    Exchange,
    ExchangeStep,
    HowItWas,
    Organiser,
    StartGift,
    Thanks,
)
from gyda.letters.models import Letter, LetterState
from gyda.people.data import keep, register
from gyda.people.models import Member

EXCHANGE = (
    *("id", "what", "language", "place", "when_at", "minutes", "state", "state_at"),
    *("giver_said", "receiver_said", "settled_minutes", "entry"),
)
STEP = ("exchange_id", "kind", "at", "minutes", "when_at", "place", "what", "words", "language")
ATTENDANCE = ("activity_id", "part", "state", "state_at", "share_needs", "minutes", "because")

Rows = list[dict[str, Any]]


def _exchanges(member: Member) -> Rows:
    rows = Exchange.objects.of(member).with_people().order_by("id")
    return [
        {name: getattr(row, name) for name in EXCHANGE}
        | {"gave": row.giver_id == member.id, "with": row.other(member).shown_name}
        for row in rows
    ]


def _forget_words(member: Member) -> None:
    theirs = Exchange.objects.of(member)
    theirs.update(what="", place="")
    # The one that tells the other side not to wait at the door still has to go out.
    last = Q(kind="exchange_ended", state=LetterState.WAITING)
    for ids in _in_parts(list(theirs.values_list("id", flat=True))):
        Letter.objects.filter(~last, about_id__in=ids).delete()


def _is_theirs(member: Member) -> Q:
    return Q(actor=member, principal__isnull=True) | Q(principal=member)


def _steps(member: Member) -> Rows:
    rows = ExchangeStep.objects.filter(Q(actor=member) | Q(principal=member)).order_by("id")
    return [dict(row) for row in rows.values(*STEP)]


def _forget_steps(member: Member) -> None:
    in_theirs = ExchangeStep.objects.filter(
        Q(exchange__giver=member) | Q(exchange__receiver=member)
    )
    for ids in _in_parts(list(in_theirs.values_list("id", flat=True))):
        ExchangeStep.objects.filter(id__in=ids).update(what="", place="")
    ExchangeStep.objects.filter(_is_theirs(member)).update(words="")


def _in_parts(ids: list[Any], size: int = 500) -> list[list[Any]]:
    return [ids[start : start + size] for start in range(0, len(ids), size)]


def _thanks(member: Member) -> Rows:
    rows = Thanks.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("exchange_id", "words", "language", "shared", "at")]


def _forget_thanks(member: Member) -> None:
    Thanks.objects.filter(by=member).delete()
    ids = Exchange.objects.filter(giver=member).values("id")
    Thanks.objects.filter(exchange_id__in=ids).update(shared=False)


def _told(member: Member) -> Rows:
    rows = HowItWas.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("exchange_id", "feeling", "words", "language", "at")]


def _forget_told(member: Member) -> None:
    HowItWas.objects.filter(by=member).delete()


def _attendances(member: Member) -> Rows:
    rows = Attendance.objects.filter(member=member).order_by("id")
    return [dict(row) for row in rows.values(*ATTENDANCE)]


def _forget_attendances(member: Member) -> None:
    Attendance.objects.filter(member=member).update(share_needs=False, because="")


def _organised(member: Member) -> Rows:
    rows = Organiser.objects.filter(member=member).order_by("id")
    return [dict(row) for row in rows.values("activity_id")]


def _forget_organised(member: Member) -> None:
    Organiser.objects.filter(member=member).delete()


def _planned(member: Member) -> Rows:
    rows = Activity.objects.filter(created_by=member).order_by("id")
    return [dict(row) for row in rows.values("id", "title_cy", "title_en", "starts_at")]


def _starts(member: Member) -> Rows:
    rows = StartGift.objects.filter(member=member)
    return [dict(row) for row in rows.values("minutes", "given_at")]


def register_all() -> None:
    """Declare the tables."""
    register(Exchange, export=_exchanges, erase=_forget_words)
    register(ExchangeStep, export=_steps, erase=_forget_steps)
    register(Thanks, export=_thanks, erase=_forget_thanks)
    register(HowItWas, export=_told, erase=_forget_told)
    register(Attendance, export=_attendances, erase=_forget_attendances)
    register(Organiser, export=_organised, erase=_forget_organised)
    register(Activity, export=_planned, erase=keep)
    register(StartGift, export=_starts, erase=keep)
