"""What this room holds on a member: how it is handed over, how it is erased."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db.models import F

from gyda.answers.models import Answer, Contact, FollowUp, Question
from gyda.people.data import keep, register
from gyda.people.models import Member

Rows = list[dict[str, Any]]
TITLE = {"title_cy": F("question__title_cy"), "title_en": F("question__title_en")}


def export_contacts(member: Member) -> Rows:
    """Return for whom the member answered."""
    rows = Contact.objects.filter(member=member).order_by("id")
    return [
        dict(row)
        for row in rows.values(
            "organisation__name_cy", "organisation__name_en", named_at=F("since_at")
        )
    ]


def export_questions(member: Member) -> Rows:
    """Return what was asked in the member's name."""
    rows = Question.objects.filter(asked_by=member).order_by("id")
    return [dict(row) for row in rows.values("title_cy", "title_en", by_on=F("due_on"))]


def export_answers(member: Member) -> Rows:
    """Return what the member answered for a body; the words are the body's and stay."""
    rows = Answer.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("verdict", "at", **TITLE)]


def export_follow_ups(member: Member) -> Rows:
    """Return what the member said of promises."""
    rows = FollowUp.objects.filter(by=member).order_by("id")
    return [dict(row) for row in rows.values("kept", "words_cy", "words_en", "at")]


def register_all() -> None:
    """Declare them; they are deeds in an office and stay, without a name."""
    register(Contact, export=export_contacts, erase=keep)
    register(Question, export=export_questions, erase=keep)
    register(Answer, export=export_answers, erase=keep)
    register(FollowUp, export=export_follow_ups, erase=keep)
