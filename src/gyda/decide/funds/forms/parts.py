"""Fields that several forms about money share."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.decide.funds.proof import Proof
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import DayField, LanguageField, PoundsField
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import Form

YEARS = re.compile(r"[;\s]+")
ONE_YEAR = re.compile(r"£?(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{2}))?")


class MoneyField(PoundsField):
    """A sum that is more than nothing."""

    default_error_messages = {"nothing": _("Enter a sum of more than nothing")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=True, **kwargs)

    def clean(self, value: Any) -> int:
        pence = super().clean(value)
        if pence <= 0:
            raise ValidationError(self.error_messages["nothing"], code="nothing")
        return pence


class PerCentField(forms.DecimalField):
    """Asks for per cent, gives hundredths of a per cent."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput({"class": "govuk-input--width-5"}))
        super().__init__(max_value=30, min_value=0, decimal_places=2, max_digits=4, **kwargs)

    def clean(self, value: Any) -> int:
        asked = super().clean(str(value or "").strip().rstrip("%").strip().replace(",", "."))
        return int((asked or Decimal(0)) * 100)

    def prepare_value(self, value: Any) -> Any:
        return f"{Decimal(value) / 100:.2f}" if isinstance(value, int) else value


class YearsField(forms.CharField):
    """Asks for a sum for each year, the first one first; gives pence."""

    default_error_messages = {
        "invalid": _("Enter a sum of pounds for each year with a space between, such as 0 10000")
    }

    def clean(self, value: Any) -> list[int]:
        parts = [part for part in YEARS.split(super().clean(value)) if part]
        found = [ONE_YEAR.fullmatch(part) for part in parts]
        sums = [int(one[1].replace(",", "")) * 100 + int(one[2] or 0) for one in found if one]
        if len(sums) < len(parts) or not any(sums) or len(sums) > 60:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return sums


class KeyedForm(Form):
    """A form that counts once, however often it is sent."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)


def file_field() -> forms.FileField:
    return forms.FileField(
        label=_("A file that shows it, if there is one"),
        help_text=_(
            "An invoice or receipt as a picture (JPEG, PNG, WebP) or PDF, at most 10 MB. Only "
            "those who look after the fund can open it."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
        required=False,
    )


class ProofForm(KeyedForm):
    """How much, when, and what shows it."""

    pence = MoneyField(label=_("How much?"))
    on = DayField(label=_("On which day did the money move?"), initial=timezone.localdate)
    words = long_text(
        _("What shows it, in words?"),
        500,
        3,
        required=False,
        help_text=_("Everyone reads this, unless a person is paid. Name no private person."),
    )
    language = LanguageField()
    reference = one_line(_("Number of the invoice or bank transfer"), 80, required=False)
    file = file_field()
    shows = one_line(_("What does the file show?"), 200, required=False)

    def proof(self) -> Proof:
        """Return what shows it; the day is not in the future."""
        said = self.cleaned_data
        names = ("on", "words", "language", "reference", "file", "shows")
        return Proof(**{name: said[name] for name in names})

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise ValidationError(_("Enter a day that is not in the future"), code="future")
        return day
