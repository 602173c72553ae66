"""A form that grows: when one more group is asked for, it comes back with all that was typed."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.http import QueryDict

from gyda.decide.decisions.forms import MeetingForm

MORE = {"evidence": "more_evidence", "advice": "more_advice"}


def counted(data: QueryDict, what: str) -> int:
    """Return how many groups of a kind were sent."""
    numbers = {name.split("-")[1] for name in data if name.startswith(f"{what}-")}
    return len(numbers) or 1


def grown(make: type[MeetingForm], data: QueryDict | None, **kwargs: Any) -> tuple[Any, bool]:
    """Return the form, and whether it was sent to be acted on, not only to grow."""
    if not data:
        return make(**kwargs), False
    wants = {what: name in data for what, name in MORE.items()}
    data = data.copy()
    for name in MORE.values():
        data.pop(name, None)
    counts = {
        "evidence": counted(data, "evidence") + wants["evidence"],
        "advisers": counted(data, "advice") + wants["advice"],
    }
    form = make(data, **(kwargs | counts))
    if not any(wants.values()):
        return form, True
    form.errors.clear()  # nothing was sent yet: only one more group was asked for
    return form, False
