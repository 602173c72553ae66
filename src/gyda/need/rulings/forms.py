"""What is asked about taking down, the appeal and its decision."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.need.rulings.actions import Said
from gyda.need.rulings.models import Ground
from gyda.web.fields import LanguageField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import Form


class _Says(Form):
    """Asks for words in one language."""

    def said(self) -> Said:
        return Said(self.cleaned_data["words"], self.cleaned_data["language"])


class TakeDownForm(_Says):
    """Why something is taken down."""

    ground = forms.ChoiceField(label=_("Why?"), choices=Ground, widget=Radios())
    words = long_text(
        _("Say it in words"),
        500,
        help_text=_("Everyone can read this. Do not repeat what you take down."),
    )
    language = LanguageField()


class AppealForm(_Says):
    """Why it should stand."""

    words = long_text(_("Why should it be shown?"), 1000)
    language = LanguageField()


class DecideForm(_Says):
    """What becomes of it."""

    stands = forms.TypedChoiceField(
        label=_("What do you decide?"),
        choices=[("no", _("It is shown again")), ("yes", _("It stays down"))],
        coerce=lambda value: value == "yes",
        widget=Radios(),
    )
    words = long_text(_("Why?"), 500)
    language = LanguageField()
