"""Days and parts of the day as a table of boxes to tick."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms

from gyda.deliver.models.codes import ALL_SLOTS, Day, Part, slot, together


class WeekWidget(forms.Widget):
    """Seven rows of three boxes; each box says its day and part to those who hear the page."""

    template_name = "deliver/widgets/week.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        bits = value if isinstance(value, int) else together(_numbers(value))
        base = context["widget"]["attrs"].get("id") or f"id_{name}"
        context["widget"]["parts"] = list(Part)
        context["widget"]["days"] = [
            {"day": day, "boxes": [_box(base, day, part, bits) for part in Part]} for day in Day
        ]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False  # no box ticked sends nothing

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else id_


class WeekField(forms.Field):
    """Gives the bits of the slots that were ticked."""

    widget = WeekWidget

    def to_python(self, value: Any) -> int:
        return value if isinstance(value, int) else together(_numbers(value))


def _numbers(value: Any) -> list[int]:
    texts = value if isinstance(value, (list, tuple)) else []
    numbers = [int(text) for text in texts if str(text).isdecimal() and len(str(text)) < 9]
    return [number for number in numbers if 0 < number <= ALL_SLOTS]


def _box(base: str, day: Day, part: Part, bits: int) -> dict[str, Any]:
    bit = slot(day, part)
    number = day * len(Part) + part
    return {"id": f"{base}_{number}", "value": bit, "part": part, "checked": bool(bits & bit)}
