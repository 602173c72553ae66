"""What a move is asked about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gyda.moving.actions.check import MOST_BYTES, Upload
from gyda.moving.models.move import Arrival
from gyda.web.fields import Radios
from gyda.web.forms import Form

MEGABYTES = MOST_BYTES // 1_000_000


class ManyFiles(forms.ClearableFileInput):
    """A box for several files at once."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class TablesField(forms.FileField):
    """Takes several files, and gives what is in each."""

    widget = ManyFiles(attrs={"class": "govuk-file-upload", "accept": ".csv,text/csv"})

    def clean(self, data: Any, initial: Any = None) -> list[Upload]:
        given = data if isinstance(data, list | tuple) else [data]
        files = [super(TablesField, self).clean(one, initial) for one in given or [None]]
        if sum(file.size for file in files) > MOST_BYTES:
            words = _("This is more than %(most)s MB. Use the command gyda import for it.")
            raise ValidationError(words, params={"most": MEGABYTES})
        return [Upload(file.name, file.read()) for file in files]


class TablesForm(Form):
    """The tables of a move."""

    tables = TablesField(
        label=_("Tables (CSV)"),
        help_text=_("One or more files: members, offers and asks, past transfers, balances."),
    )


class ChoiceForm(Form):
    """What to do with rows to mend, and as what people arrive."""

    keeps_good = forms.ChoiceField(
        label=_("What about rows with mistakes?"),
        widget=Radios,
        choices=[
            ("", _("All or nothing: bring nothing in while a row is to be mended")),
            ("yes", _("Bring the good rows in; the others come back as a table to mend")),
        ],
        required=False,
    )
    arrival = forms.ChoiceField(
        label=_("How do people arrive?"),
        widget=Radios,
        choices=Arrival.choices,
        initial=Arrival.INVITED,
        help_text=_("Nobody is written to until you decide so."),
    )

    def chosen(self) -> dict[str, Any]:
        """Return what was chosen."""
        return self.cleaned_data | {"keeps_good": bool(self.cleaned_data["keeps_good"])}
