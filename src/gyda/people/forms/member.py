"""Choosing a member without JavaScript: type a name or a card number; several are offered."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gyda.people.models import Member
from gyda.people.queries.called import members_called


class MemberField(forms.CharField):
    """Asks for a name or a card number, gives the member; a name of several becomes a list."""

    default_error_messages = {
        "required": _("Enter a name or a card number"),
        "nobody": _("Nobody of that name or number is an active member here"),
        "several": _("Several people have a name like this. Choose one of them"),
    }

    def __init__(self, *, label: Any, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("A name, or the number on the card"))
        kwargs.setdefault("widget", forms.TextInput({"autocomplete": "off"}))
        super().__init__(label=label, max_length=100, **kwargs)

    def to_python(self, value: Any) -> Member | None:  # type: ignore[override]
        if isinstance(value, Member) or not value:
            return value or None
        found = members_called(str(value))
        if not found:
            raise ValidationError(self.error_messages["nobody"], code="nobody")
        if len(found) > 1:
            self._offer(found)
            raise ValidationError(self.error_messages["several"], code="several")
        return found[0]

    def run_validators(self, value: Any) -> None:
        pass  # a member, not a text

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)  # comparing members would look each of them up twice

    def prepare_value(self, value: Any) -> Any:
        return value.shown_name if isinstance(value, Member) else value

    def _offer(self, found: list[Member]) -> None:
        choices = [("", _("Choose one"))] + [(member.id, _described(member)) for member in found]
        self.widget = forms.Select({"class": "govuk-select"}, choices)
        self.widget.is_required = self.required


def _described(member: Member) -> str:
    """A name, and the place where that is known and shown."""
    place = member.area if member.show_area else ""
    return f"{member.shown_name}, {place}" if place else member.shown_name
