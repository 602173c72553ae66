"""The rows of a sheet that is typed back."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest

from gyda.deliver.actions.attendance import Came
from gyda.deliver.forms.activity import CameForm, WalkInForm
from gyda.deliver.forms.sheet import as_typed
from gyda.deliver.models import Activity, Attendance
from gyda.deliver.queries.policy import the_policy
from gyda.web.forms import Form

BLANK, MOST_BLANK, MORE = 8, 40, 4


def lines_asked(text: str | None) -> int:
    """Return how many blank lines a sheet has."""
    return min(int(text), MOST_BLANK) if text and text.isdecimal() and len(text) < 4 else BLANK


class SessionForms:
    """One small form for each row of the paper: who signed up, then the blank lines.

    Who has hours already keeps a number, so that the rows stand as they were printed.
    """

    def __init__(
        self, request: HttpRequest, activity: Activity, people: Sequence[Attendance]
    ) -> None:
        self.activity, self.people = activity, people
        self.step = the_policy().step_minutes
        self.data: Any = request.POST or None
        self.asks_for_more = "more" in request.POST
        self.blank = lines_asked(request.POST.get("blank"))
        if self.asks_for_more:
            self.blank = min(self.blank + MORE, MOST_BLANK)
        open_rows = [row for row in people if not has_hours(row)]
        self.rows = {row.id: self._row(row) for row in open_rows}
        self.extra = [self._extra(number) for number in range(self.blank)]

    def _row(self, row: Attendance) -> CameForm:
        initial = {
            "came": row.state == "CAME",
            "minutes": row.minutes or self.activity.minutes,
            "part": row.part,
        }
        made: CameForm = self._made(CameForm, str(row.id), initial, member=row.member)
        return made

    def _extra(self, number: int) -> WalkInForm:
        initial = {"minutes": self.activity.minutes}
        made: WalkInForm = self._made(WalkInForm, f"extra{number}", initial)
        return made

    def _made(self, kind: Any, prefix: str, initial: dict[str, Any], **kwargs: Any) -> Any:
        """Return a form to be checked, or, when only more lines are wanted, as it was typed."""
        kwargs["step"] = self.step
        if self.data and self.asks_for_more:
            empty = kind(prefix=prefix, initial=initial, **kwargs)
            if any(name.startswith(f"{prefix}-") for name in self.data):
                initial = as_typed(empty, self.data)
            return kind(prefix=prefix, initial=initial, **kwargs)
        return kind(self.data, prefix=prefix, initial=initial, **kwargs)

    @property
    def all(self) -> list[Form]:
        return [*self.rows.values(), *self.extra]

    @property
    def first(self) -> Form:
        return self.all[0]

    def are_valid(self) -> bool:
        """Check every row, also after the first one with a mistake."""
        return sum(not form.is_valid() for form in self.all) == 0

    def came(self) -> list[Came]:
        """Return who was there, each once."""
        found = {one.member.id: one for one in [*self._ticked(), *self._written()]}
        return list(found.values())

    def _ticked(self) -> Iterator[Came]:
        for form in self.rows.values():
            if form.cleaned_data["came"]:
                yield _came(form.member, form)

    def _written(self) -> Iterator[Came]:
        for form in self.extra:
            if form.cleaned_data["member"]:
                yield _came(form.cleaned_data["member"], form)

    def context(self) -> dict[str, Any]:
        """Return what the page shows."""
        errors = [form for form in self.all if form.is_bound and form.errors]
        printed = [(row, self.rows.get(row.id)) for row in self.people]
        return {
            "activity": self.activity,
            "printed": printed,
            "extra": list(enumerate(self.extra, start=len(self.people) + 1)),
            "blank": self.blank,
            "may_add": self.blank < MOST_BLANK,
            "errors": errors,
            "form": errors[0] if errors else None,
        }


def has_hours(row: Attendance) -> bool:
    """Tell whether somebody has their hours, and keeps them."""
    return row.transfer_id is not None and row.reversal_id is None


def _came(member: Any, form: Form) -> Came:
    asked = form.cleaned_data
    return Came(member=member, minutes=asked["minutes"], part=asked["part"])
