"""What connectors and the steward write down about figures."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.deliver.figures.area_table import MOST_BYTES, MOST_ROWS, read
from gyda.deliver.figures.models import Task
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import DayField, HoursField, Radios
from gyda.web.forms import BilingualForm, Form, visible


class TimeForm(Form):
    """Three questions, answered in half a minute."""

    minutes = HoursField(label=_("How long was it?"))
    task = forms.ChoiceField(
        label=_("What was it for?"), choices=Task.choices, widget=Radios, initial=Task.MATCHING
    )
    on = DayField(label=_("On which day?"), initial=timezone.localdate)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)


class AreasForm(BilingualForm):
    """The table, and where it is from."""

    texts = ("source",)

    table = forms.FileField(
        label=_("The table (CSV)"),
        help_text=_("Three columns: place, fifth (1 is the most deprived), people who live there."),
        widget=forms.FileInput({"accept": ".csv,text/csv,text/plain"}),
    )
    source_cy = forms.CharField(label=_("Where are the figures from? In Welsh"), max_length=200)
    source_en = forms.CharField(label=_("Where are the figures from? In English"), max_length=200)

    def clean_table(self) -> Any:
        file: Any = self.cleaned_data["table"]
        if (file.size or 0) > MOST_BYTES:
            raise ValidationError(
                _("This table is too long: at most %(most)s rows.") % {"most": MOST_ROWS}
            )
        try:
            found = read(visible({"": file.read().decode("utf-8-sig")})[""])
        except UnicodeDecodeError:
            raise ValidationError(_("This is no table of text: save it as CSV (UTF-8)")) from None
        if found.faults:
            raise ValidationError(found.faults)
        return found.rows
