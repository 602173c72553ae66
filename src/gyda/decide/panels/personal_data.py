"""What panels hold on a member: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import F
from django.utils import timezone

from gyda.decide.panels.actions.watch import watch
from gyda.decide.panels.models import (
    Panel,
    PanelAdviser,
    PanelClaim,
    PanelDraw,
    PanelEvidence,
    PanelInvitation,
    PanelPromise,
    PanelQuestion,
    PanelReply,
    PanelSeat,
    PanelVote,
    PoolPerson,
    Sits,
)
from gyda.people.data import burn_letters_about, keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
TITLE = {"title_cy": F("panel__title_cy"), "title_en": F("panel__title_en")}


def _rows(values: Iterable[Mapping[str, Any]]) -> Rows:
    return [dict(row) for row in values]


def export_pool(member: Member) -> Rows:
    """Return the pools the member is in, with what they answered and their chance."""
    rows = PoolPerson.objects.filter(member=member).order_by("id")
    return _rows(
        rows.values(
            "answers", "came", "number", lots=F("times"), joined_pool_at=F("came_at"), **TITLE
        )
    )


def erase_pool(member: Member) -> None:
    """Forget who it was and what they answered; what was published holds no name."""
    rows = PoolPerson.objects.filter(member=member)
    PanelInvitation.objects.filter(person__in=rows).update(address="", person=None)
    PanelSeat.objects.filter(person__in=rows).update(person=None)
    rows.delete()


def export_seats(member: Member) -> Rows:
    """Return the seats that the member was drawn for."""
    rows = PanelSeat.objects.filter(member=member).order_by("id")
    columns = ("answers", "state", "is_chair", "answered_at", "trained_on", "until_on", "left_at")
    return _rows(rows.values(*columns, **TITLE))


def erase_seats(member: Member) -> None:
    """Empty the seats, and forget every answer behind them."""
    leave_panels(member)
    rows = PanelSeat.objects.filter(member=member)
    panels = list(rows.values_list("panel_id", flat=True))
    rows.update(member=None, answers={}, wants=None)
    burn_letters_about(panels)


def leave_panels(member: Member) -> None:
    """Someone who leaves the hub is in no open pool and sits on no panel of it."""
    PoolPerson.objects.filter(member=member, panel__state="GATHERING").delete()
    now = timezone.now()
    seats = PanelSeat.objects.filter(member=member, panel__state="SITTING")
    for seat in seats.held().select_related("panel", "panel__initiative"):
        gone = {"state": Sits.DECLINED, "answered_at": now}
        if seat.sits:
            gone = {"state": Sits.LEFT, "left_at": now, "is_chair": False}
        PanelSeat.objects.filter(id=seat.id).update(**gone)
        watch(seat.panel, now)
    PanelSeat.objects.filter(member=member, state=Sits.RESERVE).update(
        state=Sits.DECLINED, answered_at=now
    )
    PanelAdviser.objects.advising().filter(member=member).update(until_at=now)


def export_votes(member: Member) -> Rows:
    rows = PanelVote.objects.filter(seat__member=member).order_by("id")
    words = {"title_cy": F("motion__title_cy"), "title_en": F("motion__title_en")}
    return _rows(rows.values("choice", "at", **words))


def export_questions(member: Member) -> Rows:
    rows = PanelQuestion.objects.filter(seat__member=member).order_by("id")
    return _rows(rows.values("language", "at", words=F("text")))


def export_advice(member: Member) -> Rows:
    """Return where the member advised, with the interest they declared."""
    rows = PanelAdviser.objects.filter(member=member).order_by("id")
    columns = ("knows_cy", "knows_en", "interest_cy", "interest_en", "since_at", "until_at")
    return _rows(rows.values(*columns, **TITLE))


def export_replies(member: Member) -> Rows:
    rows = PanelReply.objects.filter(adviser__member=member).order_by("id")
    return _rows(rows.values("language", "at", words=F("text")))


def export_claims(member: Member) -> Rows:
    rows = PanelClaim.objects.filter(seat__member=member).order_by("id")
    return _rows(
        rows.values("kind", "minutes", "pence", "words", "asked_at", paid_at=F("settled_at"))
    )


def erase_claims(member: Member) -> None:
    PanelClaim.objects.filter(seat__member=member).update(words="", language="")


def export_evidence(member: Member) -> Rows:
    rows = PanelEvidence.objects.filter(by=member).order_by("id")
    return _rows(rows.values("title_cy", "title_en", "words", "url", "at", said_by=F("source")))


def erase_evidence(member: Member) -> None:
    """What the panel read stays with its source, and no longer says who gave it."""
    PanelEvidence.objects.filter(by=member).update(by=None)


def export_promises(member: Member) -> Rows:
    rows = PanelPromise.objects.filter(by=member).order_by("id")
    return _rows(rows.values("sha256", "promised_at", "revealed_at"))


def export_kept(member: Member) -> Rows:
    rows = Panel.objects.filter(clerk=member).order_by("id")
    return _rows(rows.values("title_cy", "title_en", "opened_at"))


def export_asked(member: Member) -> Rows:
    rows = PanelDraw.objects.filter(asked_by=member).order_by("id")
    return _rows(rows.values("asked_at", **TITLE))


def register_all() -> None:
    """Declare them; what was said in office stays, without a name."""
    register(PanelVote, export=export_votes, erase=keep)
    register(PanelQuestion, export=export_questions, erase=keep)
    register(PanelClaim, export=export_claims, erase=erase_claims)
    register(PanelReply, export=export_replies, erase=keep)
    register(PanelAdviser, export=export_advice, erase=keep)
    register(PanelEvidence, export=export_evidence, erase=erase_evidence)
    register(PanelPromise, export=export_promises, erase=keep)
    register(PanelDraw, export=export_asked, erase=keep)
    register(Panel, export=export_kept, erase=keep)
    register(PoolPerson, export=export_pool, erase=erase_pool)
    register(PanelSeat, export=export_seats, erase=erase_seats)
