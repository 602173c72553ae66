"""What is asked of who brings in an election that was held elsewhere."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import PurePath
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.models import Method
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import Radios
from gyda.web.fields.words import one_line
from gyda.web.forms import Form

MOST_BYTES = 8_000_000
WAYS = (Method.EQUAL_SHARES, Method.GREEDY)


class BringForm(Form):
    """The file, how it is counted, and what it is called."""

    file = forms.FileField(
        label=_("The election (Pabulib file, .pb)"),
        help_text=_("Eight megabytes at most. The names and ages of voters are not taken over."),
        widget=forms.FileInput({"accept": ".pb,text/plain"}),
    )
    method = forms.ChoiceField(
        label=_("How is it counted?"),
        choices=[(one.value, one.label) for one in WAYS],
        initial=Method.EQUAL_SHARES,
        widget=Radios(),
    )
    title_cy = one_line(_("Title in Welsh"), required=False)
    title_en = one_line(
        _("Title in English"),
        required=False,
        help_text=_("Leave both empty, and the file's own description stands there."),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def clean_file(self) -> tuple[str, bytes]:
        """Return the file's name without its ending, and what is in it."""
        file = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(_("This file is too long."))
        return PurePath(file.name).stem, file.read()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if bool(cleaned.get("title_cy")) != bool(cleaned.get("title_en")):
            missing = "title_en" if cleaned.get("title_cy") else "title_cy"
            self.add_error(missing, _("Give the title in both languages, or in neither"))
        return cleaned

    def asked(self) -> dict[str, Any]:
        """Return it as the action takes it."""
        given = self.cleaned_data
        name, content = given["file"]
        title = (given["title_cy"], given["title_en"])
        rest = {"title": title, "method": given["method"], "key": given["key"]}
        return {"name": name, "content": content} | rest
