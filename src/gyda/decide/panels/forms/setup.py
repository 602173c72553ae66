"""What is asked when a panel is opened, and by what it is balanced."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from gyda.decide.panels.actions.features import Bounds, Group
from gyda.decide.panels.actions.setup import Plan
from gyda.decide.panels.models import Panel, PanelFeature, Pay, Way
from gyda.decide.panels.quotas import groups_of
from gyda.heard.models import Question
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.web.fields import DayField, HoursField, PoundsField, Radios, plain_number
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form

NARROW = {"inputmode": "numeric", "class": "govuk-input--width-5", "autocomplete": "off"}
KEPT = (
    *("title_cy", "title_en", "question_cy", "question_en", "seats", "reserves", "months"),
    *("pay", "minutes", "pence", "one_per_household", "way", "source_cy", "source_en"),
    *("lots", "closes_on", "purge_on"),
)


def number(label: Any, least: int, most: int, **kwargs: Any) -> forms.IntegerField:
    """Return a field for a whole number."""
    widget = forms.TextInput(NARROW)
    return forms.IntegerField(label=label, min_value=least, max_value=most, widget=widget, **kwargs)


class PlanForm(BilingualForm):
    """The question, the seats, the pay and how the lot is drawn."""

    texts = ("title", "question", "source")

    title_cy = one_line(_("Title in Welsh"))
    title_en = one_line(_("Title in English"))
    question_cy = long_text(_("What is the panel asked? In Welsh"), 1000, 4)
    question_en = long_text(_("What is the panel asked? In English"), 1000, 4)
    seats = number(_("How many seats has it?"), 2, 500)
    reserves = number(_("How many people stand by?"), 0, 200, initial=0)
    months = number(_("For how many months does a seat last?"), 1, 60, initial=12)
    pay = forms.ChoiceField(
        label=_("What do members of the panel get for a meeting?"),
        help_text=_(
            "Pay in money can count as income for benefits and tax. Say so to everyone before "
            "they take a seat, and let them choose to be paid in time credits or not at all."
        ),
        choices=Pay,
        widget=Radios(),
    )
    minutes = HoursField(label=_("Time credits for a meeting"), required=False)
    pence = PoundsField(label=_("Money for a meeting"))
    one_per_household = forms.BooleanField(
        label=_("At most one person of each household"), required=False, initial=True
    )
    way = forms.ChoiceField(
        label=_("How is the lot drawn?"),
        help_text=_("First a list of equal lots is published. Then one of them is drawn."),
        choices=Way,
        widget=Radios(),
    )
    source_cy = one_line(
        _("Which public source, and which of its numbers? In Welsh"), 200, required=False
    )
    source_en = one_line(
        _("Which public source, and which of its numbers? In English"), 200, required=False
    )
    lots = number(_("How many lots are published?"), 1, 10_000, initial=1000)
    closes_on = DayField(label=_("Until which day can people put themselves forward?"))
    purge_on = DayField(
        label=_("On which day is the pool deleted?"),
        help_text=_(
            "With it go all names and answers of those who were not drawn. Until then seats that "
            "become empty can be drawn again."
        ),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def plan(self) -> Plan:
        asked = {name: self.cleaned_data[name] for name in KEPT}
        asked["minutes"] = asked["minutes"] or 0
        return Plan(**asked)


def plan_of(panel: Panel) -> dict[str, Any]:
    """Return what the form says before it is changed."""
    return {name: getattr(panel, name) or None for name in KEPT} | {"reserves": panel.reserves}


class ClerkForm(Form):
    """Who reads the names."""

    clerk = MemberField(label=_("Who is the clerk from now on?"))


class BecauseForm(BilingualForm):
    """Why it is called off."""

    texts = ("because",)

    because_cy = long_text(_("Why is it called off? In Welsh"))
    because_en = long_text(_("Why is it called off? In English"))


class KnownForm(Form):
    """One of the questions that members answer of themselves."""

    question = forms.ChoiceField(label=_("Which question?"), widget=Radios())

    def __init__(self, *args: Any, asked: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["question"].choices = [
            (one.value, one.label) for one in Question if one.value not in asked
        ]


class OwnForm(BilingualForm):
    """A question of the panel's own, with its groups line by line."""

    texts = ("name", "groups")

    name_cy = one_line(_("What is asked? In Welsh"))
    name_en = one_line(_("What is asked? In English"))
    groups_cy = long_text(_("Its groups in Welsh, each on a line"), 2000, 5)
    groups_en = long_text(_("Its groups in English, each on a line"), 2000, 5)
    people = long_text(
        _("How many of those who live here are in each? A number on each line"),
        500,
        5,
        required=False,
        help_text=_(
            "With it the seats are worked out, and the page says how like them the panel is."
        ),
    )

    def groups(self) -> list[Group]:
        """Return the groups, of each its name in both languages and who lives here, if known."""
        names = zip(self._lines_of("groups_cy"), self._lines_of("groups_en"), strict=True)
        people = [int(line) for line in self._lines_of("people")]
        return [
            Group(cy[:120], en[:120], people=people[number] if people else None)
            for number, (cy, en) in enumerate(names)
        ]

    def _lines_of(self, name: str) -> list[str]:
        lines = self.cleaned_data.get(name, "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def clean_people(self) -> str:
        people = str(plain_number(self.cleaned_data["people"]))
        if not all(
            line.strip().isascii() and line.strip().isdecimal()
            for line in people.splitlines()
            if line.strip()
        ):
            raise ValidationError(_("Write a whole number on each line."))
        return people

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cy, en, people = (len(self._lines_of(one)) for one in ("groups_cy", "groups_en", "people"))
        if cy != en:
            self.add_error(
                "groups_en",
                _("There are as many groups in Welsh as in English: line by line the same."),
            )
        if people not in (0, en):
            self.add_error(
                "people", _("There is one number for each group: line by line the same.")
            )
        return cleaned


class QuotasForm(Form):
    """The lowest and highest number of seats of each group, and the rule on who must outweigh."""

    def __init__(self, *args: Any, features: list[PanelFeature], seats: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = [(feature, group) for feature in features for group in groups_of(feature)]
        for feature, group in self.groups:
            named = {"feature": feature.name, "group": group.name}
            pairs = (
                (
                    "least",
                    format_lazy("{0}, {1}: {2}", feature.name, group.name, _("seats at least")),
                ),
                (
                    "most",
                    format_lazy("{0}, {1}: {2}", feature.name, group.name, _("seats at most")),
                ),
            )
            assert named
            for name, label in pairs:
                start = getattr(group, name)
                self.fields[f"{name}-{group.id}"] = number(label, 0, seats, initial=start)
        choices = [("", _("No such rule"))] + [
            (str(group.id), format_lazy("{0}: {1}", feature.name, group.name))
            for feature, group in self.groups
        ]
        ruled = next((group for _feature, group in self.groups if group.over is not None), None)
        self.fields["ruled"] = forms.ChoiceField(
            label=_("Of which group must there be more than the others?"),
            choices=choices,
            required=False,
            initial=str(ruled.id) if ruled else "",
        )
        self.fields["over"] = number(
            _("More than how many of a hundred seats that are taken?"),
            0,
            99,
            required=False,
            initial=ruled.over if ruled else 50,
        )

    def bounds(self) -> dict[UUID, Bounds]:
        asked = self.cleaned_data
        over = asked["over"] if asked["over"] is not None else 50
        return {
            group.id: Bounds(
                asked[f"least-{group.id}"],
                asked[f"most-{group.id}"],
                over if asked["ruled"] == str(group.id) else None,
            )
            for _feature, group in self.groups
        }
