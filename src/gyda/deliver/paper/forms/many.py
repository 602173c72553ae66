"""A pile of notes, typed line by line or brought as a table."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gyda.deliver.paper.actions.many import Line, Pile
from gyda.deliver.paper.code import LENGTH
from gyda.deliver.paper.queries.notes import places_for
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.people.models import Organisation
from gyda.people.who import Who
from gyda.web.fields import Radios
from gyda.web.forms import Form, visible

MOST_LINES = 500
MOST_BYTES = 100_000
MEMBERS = "MEMBERS"


class PileForm(Form):
    """Each line is a code, and after it, if need be, the name of who brought the note."""

    where = forms.ChoiceField(label=_("What becomes of the hours?"), widget=Radios())
    member = MemberField(
        label=_("Who brought them?"),
        required=False,
        help_text=_("A name, or the number on the card, for all lines that name nobody."),
    )
    lines = forms.CharField(
        label=_("The codes, one on each line"),
        help_text=_("After a code there may be a comma and a name, or the number on a card."),
        required=False,
        max_length=MOST_BYTES,
        widget=forms.Textarea({"rows": 12, "spellcheck": "false"}),
    )
    table = forms.FileField(
        label=_("Or a table (CSV) with codes in the first column and names in the second"),
        required=False,
        widget=forms.FileInput({"accept": ".csv,text/csv,text/plain"}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, who: Who, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.who = who
        self.places = {str(place.id): place for place in places_for(who)}
        choices: list[tuple[str, Any]] = [
            (key, _Spent(place)) for key, place in self.places.items()
        ]
        if who.actor.is_connector:
            choices.insert(0, (MEMBERS, _("They go to the members who brought the notes")))
        fields: dict[str, Any] = self.fields
        fields["where"].choices = choices
        fields["where"].initial = choices[0][0] if choices else None

    def clean_table(self) -> str:
        file: Any = self.cleaned_data["table"]
        if file is None:
            return ""
        if (file.size or 0) > MOST_BYTES:
            raise ValidationError(_("This table is too long: at most 500 lines at a time."))
        try:
            return str(visible({"": file.read().decode("utf-8-sig")})[""])
        except UnicodeDecodeError:
            raise ValidationError(_("This is no table of text: save it as CSV (UTF-8)")) from None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        texts = (cleaned.get("lines") or "", cleaned.get("table") or "")
        cleaned["all"] = [line for text in texts for line in as_lines(text)]
        if not (self.errors or cleaned["all"]):
            self.add_error("lines", _("Type the codes, or choose a table"))
        if len(cleaned["all"]) > MOST_LINES:
            self.add_error("lines", _("These are too many: at most 500 lines at a time."))
        return cleaned

    def pile(self) -> Pile:
        """Return the notes on the table."""
        asked = self.cleaned_data
        at = self.places.get(asked["where"])
        return Pile(self.who, asked["key"], None if at else asked["member"], at)


class _Spent:
    """The words of a choice, in the reader's language when they are read."""

    def __init__(self, place: Organisation) -> None:
        self.place = place

    def __str__(self) -> str:
        return _("They were spent at: %(place)s") % {"place": self.place}


def as_lines(text: str) -> list[Line]:
    """Return the lines on which something stands; a heading without figures is passed over.

    >>> as_lines("code;name\\n0000 7R8W MD7K EYSS; Olwen Prys\\n\\n00007R8WMD7KEYSS")
    [Line(code='0000 7R8W MD7K EYSS', name='Olwen Prys'), Line(code='00007R8WMD7KEYSS', name='')]
    """
    lines: list[Line] = []
    for line in text.replace("\t", ";").replace(",", ";").splitlines():
        # One by one: a quotation mark left open must not swallow the lines that follow.
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=";"), [])]
        if any(cells) and not _is_heading(cells, is_first=not lines):
            lines.append(Line(cells[0][:60], " ".join(filter(None, cells[1:]))[:100]))
    return lines


def _is_heading(cells: list[str], *, is_first: bool) -> bool:
    return is_first and len(cells[0]) < LENGTH and not any(sign.isdigit() for sign in cells[0])
