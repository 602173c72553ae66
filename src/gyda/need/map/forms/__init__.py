"""What is asked when a conversation is brought over."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.keys.uuid7 import uuid7
from gyda.need.map.errors import Unusable
from gyda.need.map.wanted import Wanted
from gyda.web.forms import Form, add_domain_error

MOST_BYTES = 20_000_000


class ManyFiles(forms.ClearableFileInput):
    """A box for several files at once."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class FilesField(forms.FileField):
    """Takes several files, and gives name and content of each."""

    widget = ManyFiles(attrs={"class": "govuk-file-upload", "accept": ".csv,.zip"})

    def clean(self, data: Any, initial: Any = None) -> list[tuple[str, bytes]]:
        given = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(one, initial) for one in given or [None]]
        return [(file.name, file.read()) for file in files]


class BringForm(Form):
    """Files of a conversation, its title in both languages, and whose data they are."""

    tables = FilesField(
        label=_("Files"),
        help_text=_("The zip file or the tables (CSV) that Polis or another tool wrote."),
    )
    title_cy = forms.CharField(label=_("Title in Welsh"), max_length=200)
    title_en = forms.CharField(label=_("Title in English"), max_length=200)
    language = forms.RegexField(
        label=_("Language of the statements"),
        help_text=_("Two letters: cy for Welsh, en for English, pl for Polish."),
        regex=r"^[a-z]{2}$",
        max_length=2,
        initial="en",
        error_messages={"invalid": _("Write two small letters, such as en.")},
    )
    source = forms.CharField(
        label=_("Where it comes from"),
        help_text=_("Who asked, when, and under which licence. It is shown to everyone."),
        max_length=300,
        required=False,
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def clean(self) -> dict[str, Any]:
        from gyda.need.map.files import texts_of  # which needs scipy

        said = super().clean() or self.cleaned_data
        if "tables" in said:
            try:
                said["texts"] = texts_of(said["tables"])
            except Unusable as error:
                add_domain_error(self, error)
        return said

    def wanted(self) -> Wanted:
        """Return what is said of it."""
        names = ("title_cy", "title_en", "language", "source", "key")
        return Wanted(**{name: self.cleaned_data[name] for name in names})
