"""What is asked of who puts an option on the paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.actions.options import Plan
from gyda.decide.ballots.authors import VERSION
from gyda.decide.ballots.forms.lines import LANGS
from gyda.decide.ballots.models import Ballot, Option, Ward
from gyda.decide.ballots.sources import SUMMARY
from gyda.decide.ballots.wording import fitted
from gyda.design.proposals.registries import Seed, seed_of
from gyda.web.fields import HoursField, PoundsField
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm


class OptionForm(BilingualForm):
    """An option: no money without who gains and who loses."""

    texts: ClassVar[tuple[str, ...]] = ("title", "summary", "gains", "loses")

    title_cy = one_line(_("Title in Welsh"))
    title_en = one_line(_("Title in English"))
    summary_cy = long_text(_("What will happen? In Welsh"), 1000)
    summary_en = long_text(_("What will happen? In English"), 1000)
    pence = PoundsField(label=_("What does it cost, in pounds?"), required=True)
    minutes = HoursField(label=_("How many hours of people's time?"), required=False)
    gains_cy = long_text(_("Who gains by it? In Welsh"))
    gains_en = long_text(_("Who gains by it? In English"))
    loses_cy = long_text(_("Who loses by it? In Welsh"))
    loses_en = long_text(_("Who loses by it? In English"))
    rivals = forms.IntegerField(
        label=_("Does it exclude others?"),
        help_text=_("Give options of which only one can win the same number, such as 1"),
        required=False,
        min_value=1,
        max_value=99,
        widget=forms.TextInput({"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )
    ward: Any = forms.ModelChoiceField(
        label=_("Which ward is it for?"),
        queryset=None,
        required=False,
        empty_label=_("The whole place"),
    )

    def __init__(
        self, *args: Any, ballot: Ballot, kept: dict[str, Any] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kept = kept or {}  # what an option was made from says: nobody puts it otherwise
        for name in self.kept:
            self.fields.pop(name, None)
        self.texts = tuple(  # type: ignore[misc]
            text for text in self.texts if all(f"{text}_{lang}" in self.fields for lang in LANGS)
        )
        fields: dict[str, Any] = self.fields
        fields["ward"].queryset = Ward.objects.filter(ballot=ballot).order_by("number")
        if not fields["ward"].queryset:
            del fields["ward"]

    def clean_pence(self) -> int:
        pence: int = self.cleaned_data["pence"]
        if pence <= 0:
            raise forms.ValidationError(_("A cost is more than nothing"))
        return pence

    def plan(self) -> Plan:
        asked = self.kept | self.cleaned_data
        asked["minutes"] = asked["minutes"] or 0
        return Plan(**asked)


FROZEN = (*(f"{text}_{lang}" for text in OptionForm.texts for lang in LANGS), "pence", "minutes")


def kept_of_option(option: Option) -> dict[str, Any]:
    """Return what stays as it is: all that a proposal says, or an idea's own words."""
    if option.source == VERSION:
        return {name: getattr(option, name) for name in FROZEN}
    seed = seed_of(option.source, option.source_id) if option.source_id else None
    return kept_of_seed(option.source, seed) if seed else {}


def kept_of_seed(name: str, seed: Seed) -> dict[str, Any]:
    """Return the words of an idea in its own language, and where they come from."""
    words = {"title": seed.title, "summary": fitted(seed.what, SUMMARY)}
    told: dict[str, Any] = {f"{text}_{seed.language}": words[text] for text in words}
    return told | {"source": name, "source_id": seed.id}


def initial_of_option(option: Option) -> dict[str, Any]:
    """Return what the form shows of an option that is there."""
    names = [f"{name}_{lang}" for name in OptionForm.texts for lang in LANGS]
    shown = {name: getattr(option, name) for name in (*names, "pence", "minutes", "rivals")}
    return shown | {"ward": option.ward_id}
