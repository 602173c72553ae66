"""What was asked, answered and kept, as open data: everything the pages say, nobody named."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from gyda.answers.models import Answer, FollowUp, Question

CHUNK = 1_000
LANGS = ("cy", "en")
HEADER = (
    "id", "kind", "about_id", "title_cy", "title_en", "organisation_cy", "organisation_en",
    "initiative", "asked_on", "due_on", "state", "answered_on", "days_late", "verdict",
    "action_cy", "action_en", "owner", "by_on", "reason_cy", "reason_en", "promise",
)  # fmt: skip


def questions() -> Iterable[Question]:
    """Return everything that was asked and may be read, oldest first."""
    steps = Prefetch("follow_ups", queryset=FollowUp.objects.order_by("id"))
    answers = Prefetch("answers", queryset=Answer.objects.order_by("id").prefetch_related(steps))
    shown = Question.objects.filter(hidden=False)
    rows = shown.select_related("organisation").prefetch_related(answers)
    return rows.order_by("id").iterator(CHUNK)


def records() -> Iterator[dict[str, Any]]:
    """Give every question for the hub's open data."""
    return (as_data(question) for question in questions())


def as_data(question: Question) -> dict[str, Any]:
    """Return a question with all its answers, and what became of each promise."""
    body = question.organisation
    return {
        "id": str(question.id),
        "kind": question.kind,
        "about_id": str(question.about_id),
        **_both(question, "title"),
        "organisation_cy": body.name_cy if body else "",
        "organisation_en": body.name_en if body else "",
        "initiative": str(question.initiative_id) if question.initiative_id else None,
        "asked_on": timezone.localdate(question.asked_at).isoformat(),
        "due_on": question.due_on.isoformat(),
        "state": question.state,
        "answered_on": _day(question.answered_on),
        "days_late": question.days_late,
        "answers": [_answer(answer) for answer in question.answers.all()],
    }


def rows() -> Iterator[list[Any]]:
    """Give one line for each question, with the answer that holds."""
    for question in questions():
        data = as_data(question)
        holding: dict[str, Any] = next((one for one in data["answers"] if one["holds"]), {})
        line = data | {"promise": holding.get("kept", "")} | _only_answer(holding)
        yield [line.get(name) for name in HEADER]


def _only_answer(holding: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in holding.items() if name in HEADER and name != "id"}


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "verdict": answer.verdict,
        **_both(answer, "action", "reason"),
        "owner": answer.owner,
        "by_on": _day(answer.by_on),
        "came_in_writing": answer.came_in_writing,
        "at": answer.at.isoformat(),
        "holds": answer.replaced_at is None,
        "kept": answer.kept,
        "follow_ups": [_step(step) for step in answer.follow_ups.all()],
    }


def _step(step: FollowUp) -> dict[str, Any]:
    return {
        "kept": step.kept,
        **_both(step, "words"),
        "was_by_on": step.was_by_on.isoformat(),
        "at": step.at.isoformat(),
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _both(row: Any, *names: str) -> dict[str, str]:
    return {f"{name}_{lang}": getattr(row, f"{name}_{lang}") for name in names for lang in LANGS}
