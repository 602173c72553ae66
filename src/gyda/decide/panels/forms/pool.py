"""What people are asked who may be drawn, and the clerk who writes them down."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gyda.decide.panels.actions.files import Brought
from gyda.decide.panels.actions.pool import Told
from gyda.decide.panels.models import PanelFeature
from gyda.decide.panels.quotas import groups_of
from gyda.heard.actions.about import place_kept
from gyda.heard.models import Question
from gyda.heard.places import known
from gyda.people.forms.member import MemberField
from gyda.web.fields import Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import Form, visible

MOST_BYTES = 4_000_000


class AnswersForm(Form):
    """One group of each question; where someone lives is asked as a place."""

    def __init__(
        self,
        *args: Any,
        features: list[PanelFeature],
        homes: bool,
        said: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.features = features
        told = said or {}
        for feature in features:
            self.fields[f"f-{feature.code}"] = self._asks(feature, told.get(feature.code, ""))
        if homes:
            self.fields["home"] = one_line(
                _("House number and postcode"),
                120,
                help_text=_(
                    "At most one person of each household is drawn. Only a mark is kept, from "
                    "which the address cannot be read."
                ),
            )

    def _asks(self, feature: PanelFeature, told: str) -> forms.Field:
        if feature.known == Question.AREA and known().table():
            return one_line(
                _("Where do you live?"),
                60,
                help_text=_("Your postcode, or your village. Only the fifth of areas is kept."),
            )
        return forms.ChoiceField(
            label=str(feature.name),
            choices=[(group.code, group.name) for group in groups_of(feature)],
            widget=Radios(),
            initial=told,
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for feature in self.features:
            name = f"f-{feature.code}"
            is_place = isinstance(self.fields[name], forms.CharField)
            if is_place and cleaned.get(name):
                fifth = known().fifths().get(place_kept(cleaned[name]))
                if fifth is None:
                    self.add_error(name, _("We do not know this place. Enter the postcode."))
                cleaned[name] = str(fifth or "")
        return cleaned

    def told(self) -> Told:
        asked = self.cleaned_data
        answers = {feature.code: asked[f"f-{feature.code}"] for feature in self.features}
        return Told(answers, [asked.get("home", "")])


class ReplyForm(AnswersForm):
    """The same, of someone who has a letter and no account."""

    name = one_line(_("Your name"))
    contact = one_line(
        _("How do we reach you?"),
        200,
        help_text=_("A phone number, an e-mail address, or your address. Only the clerk reads it."),
    )
    field_order = ["name", "contact"]


class WriteDownForm(AnswersForm):
    """Someone who told the clerk."""

    member = MemberField(label=_("A member of the hub"), required=False)
    name = one_line(_("Or, of someone who is no member, their name"), required=False)
    contact = one_line(_("How do we reach them?"), 200, required=False)
    field_order = ["member", "name", "contact"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not cleaned.get("member") and not cleaned.get("name") and "member" not in self.errors:
            self.add_error("name", _("Say who it is: a member, or a name"))
        return cleaned


class FileForm(Form):
    """A pool that was gathered elsewhere."""

    people = forms.FileField(
        label=_("The people (CSV)"),
        help_text=_(
            "A first line with the names of the columns: id, a column for each question by its "
            "code, and if you like name and contact."
        ),
        widget=forms.FileInput({"accept": ".csv,text/csv,text/plain"}),
    )
    quotas = forms.FileField(
        label=_("The quotas (CSV), if they are not set yet"),
        help_text=_("Four columns: category, feature, min, max."),
        widget=forms.FileInput({"accept": ".csv,text/csv,text/plain"}),
        required=False,
    )
    homes = one_line(
        _("Which columns tell who lives together?"),
        200,
        help_text=_("Their names with commas between, or nothing."),
        required=False,
    )
    numbered = forms.BooleanField(
        label=_("There is no column of ids: name people by their line"), required=False
    )

    def clean_people(self) -> str:
        return _text(self.cleaned_data["people"])

    def clean_quotas(self) -> str:
        file = self.cleaned_data["quotas"]
        return _text(file) if file else ""

    def brought(self) -> Brought:
        asked = self.cleaned_data
        homes = [name.strip() for name in asked["homes"].split(",") if name.strip()]
        return Brought(asked["people"], asked["quotas"], homes, asked["numbered"])


def _text(file: Any) -> str:
    if (file.size or 0) > MOST_BYTES:
        raise ValidationError(_("This file is too long."))
    try:
        return str(visible({"": file.read().decode("utf-8-sig")})[""])
    except UnicodeDecodeError:
        raise ValidationError(_("This is no table of text: save it as CSV (UTF-8)")) from None


class HomesForm(Form):
    """A list of addresses."""

    addresses = long_text(
        _("Addresses, each on a line"),
        200_000,
        12,
        help_text=_("A letter with a code of its own is made for each, to be printed and posted."),
    )

    def lines(self) -> list[str]:
        return [
            line.strip()[:300]
            for line in self.cleaned_data["addresses"].splitlines()
            if line.strip()
        ]


class InviteForm(Form):
    """A member who may like to be drawn."""

    member = MemberField(label=_("Who is invited to put themselves forward?"))
