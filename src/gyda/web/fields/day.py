"""A day in three boxes, as GOV.UK asks for one: quick to type, hard to get wrong."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Mapping
from typing import Any

from babel import Locale
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PARTS = ("day", "month", "year")
YEARS = range(1900, 3000)  # "26" is a slip, not the year 26; 9999 has no day after its last


def _month_names() -> dict[str, int]:
    names: dict[str, int] = {}
    for code in ("cy", "en"):
        for width in ("wide", "abbreviated"):
            months = Locale(code).months["format"][width]
            names |= {name.lower().rstrip("."): number for number, name in months.items()}
    return names


MONTHS = _month_names()


def parse_month(text: str) -> int:
    """Return the month's number from a number or a name in Welsh or English.

    >>> parse_month("3"), parse_month("Mawrth"), parse_month("Mar")
    (3, 3, 3)
    """
    return int(text) if text.isdigit() else MONTHS[text.lower().rstrip(".")]


class DayWidget(forms.Widget):
    """Day, month and year; what was typed comes back as it was typed."""

    template_name = "web/widgets/day.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed = self._split(value)
        base = context["widget"]["attrs"].get("id") or f"id_{name}"
        context["widget"]["boxes"] = [
            {
                "label": label,
                "name": f"{name}_{part}",
                "id": f"{base}_{part}",
                "value": typed.get(part, ""),
                "width": 4 if part == "year" else 2,
                "autocomplete": self.attrs.get(f"autocomplete_{part}", ""),
            }
            for part, label in zip(PARTS, (_("Day"), _("Month"), _("Year")), strict=True)
        ]
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        typed = {part: str(data.get(f"{name}_{part}", "")).strip() for part in PARTS}
        return typed if any(typed.values()) else None

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}_{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day" if id_ else id_

    def _split(self, value: Any) -> dict[str, Any]:
        if isinstance(value, datetime.date):
            return {part: getattr(value, part) for part in PARTS}
        return value if isinstance(value, dict) else {}


class DayField(forms.Field):
    """Asks for a day, gives a date."""

    widget = DayWidget
    default_error_messages = {
        "required": _("Enter a day"),
        "missing_day": _("The date must include a day"),
        "missing_month": _("The date must include a month"),
        "missing_year": _("The date must include a year"),
        "invalid": _("Enter a real date, such as 1 3 2027"),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("For example: 1 3 2027"))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> datetime.date | None:
        if value in self.empty_values or isinstance(value, datetime.date):
            return value or None
        for part in PARTS:
            if not value.get(part):
                self._refuse(f"missing_{part}")
        try:
            return self._date(value)
        except (KeyError, ValueError, OverflowError):
            self._refuse("invalid")
            raise

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != initial)
        except ValidationError:
            return True

    @staticmethod
    def _date(typed: dict[str, str]) -> datetime.date:
        year = int(typed["year"])
        if year not in YEARS:
            raise ValueError(year)
        return datetime.date(year, parse_month(typed["month"]), int(typed["day"]))

    def _refuse(self, code: str) -> None:
        raise ValidationError(self.error_messages[code], code=code)
