"""A day and, if known, a time of day: two questions, one moment."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SHAPE = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|yb|yp|yh)?")
LATER = {"pm", "yp", "yh"}


def parse_time(text: str) -> datetime.time:
    """Return a time of day as people write it, or raise ValueError.

    >>> [str(parse_time(text)) for text in ("14:30", "2.30pm", "2 yp", "9")]
    ['14:30:00', '14:30:00', '14:00:00', '09:00:00']
    """
    found = SHAPE.fullmatch(" ".join(text.lower().split()).replace(".m.", "m"))
    if not found:
        raise ValueError(text)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        raise ValueError(text)
    if half:
        hour = hour % 12 + (12 if half in LATER else 0)
    return datetime.time(hour, minute)


class ClockField(forms.CharField):
    """Asks for a time of day, gives a time."""

    default_error_messages = {"invalid": _("Enter a time of day, such as 14:30")}

    def __init__(self, **kwargs: object) -> None:
        attrs = {"class": "govuk-input--width-5", "autocomplete": "off"}
        kwargs.setdefault("widget", forms.TextInput(attrs))
        kwargs.setdefault("help_text", _("For example: 14:30"))
        kwargs.setdefault("max_length", 10)
        super().__init__(**kwargs)  # type: ignore[arg-type]

    def to_python(self, value: object) -> datetime.time | None:  # type: ignore[override]
        if value in self.empty_values or isinstance(value, datetime.time):
            return value or None  # type: ignore[return-value]
        try:
            return parse_time(str(value))
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: object) -> object:
        return value.strftime("%H:%M") if isinstance(value, datetime.time) else value

    def run_validators(self, value: object) -> None:
        pass  # the shape was checked; the length of a time has no meaning


def moment_of(day: datetime.date | None, clock: datetime.time | None) -> datetime.datetime | None:
    """Return the moment on the clock of the wall; midnight stands for no time of day."""
    if day is None:
        return None
    return timezone.make_aware(datetime.datetime.combine(day, clock or datetime.time(0, 0)))


def day_and_clock(
    moment: datetime.datetime | None,
) -> tuple[datetime.date | None, datetime.time | None]:
    """Return the two answers that make a moment."""
    if moment is None:
        return None, None
    local = timezone.localtime(moment)
    clock = local.time().replace(second=0, microsecond=0)
    return local.date(), clock if clock != datetime.time(0, 0) else None
