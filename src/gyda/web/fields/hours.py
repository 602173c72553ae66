"""Time as people write it: 1.5, 1,5, 1:30, 90 min, 1h 30, 1 awr 30 mun, awr a hanner."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from gyda.web.units import hours

A_DAY = 24 * 60

WORDS = {
    "half an hour": 30,
    "hanner awr": 30,
    "quarter of an hour": 15,
    "chwarter awr": 15,
    "an hour": 60,
    "awr": 60,
    "hour and a half": 90,
    "an hour and a half": 90,
    "awr a hanner": 90,
}
QUARTERS = {"¼": ".25", "½": ".5", "¾": ".75"}

NUMBER = r"\d*[.]?\d+"
HOUR = r"(?:h|hr|hrs|hour|hours|a|awr|oriau)"
MINUTE = r"(?:m|min|mins|minute|minutes|mun|munud|munudau|funud)"
SHAPES = [
    re.compile(rf"(?P<hours>{NUMBER})\s*{HOUR}?"),
    re.compile(r"(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d)"),
    re.compile(rf"(?P<minutes>\d+)\s*{MINUTE}"),
    re.compile(rf"(?P<hours>\d+)\s*{HOUR}\s*(?:(?:and|a|ac)\s+)?(?P<minutes>\d+)\s*{MINUTE}?"),
]


def parse_minutes(text: str) -> int:
    """Return whole minutes, or raise ValueError when the text is no length of time.

    >>> [parse_minutes(t) for t in ("1.5", "1,5", "1:30", "90 min", "1h 30", "1 awr 30 mun", "1½")]
    [90, 90, 90, 90, 90, 90, 90]
    """
    text = " ".join(text.lower().split()).rstrip(".")
    if text in WORDS:
        return WORDS[text]
    for sign, decimal in QUARTERS.items():
        text = text.replace(sign, decimal)
    text = text.replace(",", ".")
    for shape in SHAPES:
        if found := shape.fullmatch(text):
            parts = found.groupdict()
            minutes = Fraction(parts.get("hours") or 0) * 60 + int(parts.get("minutes") or 0)
            return round(minutes)
    raise ValueError(text)


class MinutesWidget(forms.TextInput):
    """One short box; minutes are shown as they can be typed again: 1:30."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "govuk-input--width-5", "autocomplete": "off"} | (attrs or {}))

    def format_value(self, value: Any) -> str | None:
        if not isinstance(value, int):
            return None if value is None else str(value)
        whole, rest = divmod(value, 60)
        return f"{whole}:{rest:02}" if rest else str(whole)


class HoursField(forms.Field):
    """Asks for hours, gives whole minutes; `step` rounds nothing but says what to mend."""

    widget = MinutesWidget
    default_error_messages = {
        "required": _("Enter how long, such as 1.5 or 1 h 30 min"),
        "invalid": _("Enter a time such as 1.5 or 1 h 30 min"),
        "too_little": _("Enter at least %(least)s"),
        "too_much": _("Enter no more than %(most)s"),
        "step": ngettext_lazy(
            "Enter a time in steps of %(step)s minute",
            "Enter a time in steps of %(step)s minutes",
            "step",
        ),
    }

    def __init__(self, *, step: int = 1, most: int = A_DAY, least: int = 1, **kwargs: Any) -> None:
        self.step, self.most, self.least = step, most, least
        kwargs.setdefault("label", _("Hours"))
        kwargs.setdefault("help_text", _("For example: 1.5 or 1 h 30 min"))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        if isinstance(value, int):
            return value
        try:
            return parse_minutes(str(value))
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is None:
            return
        if value < self.least:
            self._refuse("too_little", least=hours(self.least))
        if value > self.most:
            self._refuse("too_much", most=hours(self.most))
        if value % self.step:
            self._refuse("step", step=self.step)

    def _refuse(self, code: str, **params: int | str) -> None:
        raise ValidationError(self.error_messages[code], code=code, params=params)
