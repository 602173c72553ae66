"""Choices with a hint under each, and the question of which language someone wrote in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gyda.web.templatetags.gyda import page_language

Hints = Mapping[str, str | Promise]


class _Hinted(forms.widgets.ChoiceWidget):
    """Puts a hint under those choices that have one."""

    def __init__(self, *args: Any, hints: Hints | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hints = hints or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        option["hint"] = self.hints.get(str(value), "")
        if option["hint"] and option["attrs"].get("id"):
            option["hint_id"] = f"{option['attrs']['id']}_hint"
            option["attrs"]["aria-describedby"] = option["hint_id"]
        return option


class Radios(_Hinted, forms.RadioSelect):
    """One of a few: Radios(hints={"OPEN": _("Anyone may join")})."""


class Checkboxes(_Hinted, forms.CheckboxSelectMultiple):
    """Any of a few."""


class LanguageField(forms.ChoiceField):
    """Which language the words of this form are in; the page's own to begin with."""

    widget = Radios

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Which language did you write this in?"))
        kwargs.setdefault("choices", settings.LANGUAGES)
        kwargs.setdefault("initial", page_language)
        super().__init__(**kwargs)
