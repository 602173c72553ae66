"""What is asked about a group activity."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.actions.activity import Plan
from gyda.deliver.forms.exchange import WordsForm
from gyda.deliver.models import Activity
from gyda.deliver.models.activity import PaidFrom, Part
from gyda.deliver.queries.policy import the_policy
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.people.models import Member, Organisation
from gyda.web.fields import DayField, HoursField, Radios
from gyda.web.fields.moment import ClockField, day_and_clock, moment_of
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form

TEXTS = ("title_cy", "title_en", "place_cy", "place_en", "about_cy", "about_en")
ORGANISERS = ("organiser_1", "organiser_2", "organiser_3")


class PlanForm(BilingualForm):
    """Everything that a plan says, in both languages."""

    texts = ("title", "place", "about")

    title_cy = one_line(_("Title in Welsh"), 120)
    title_en = one_line(_("Title in English"), 120)
    day = DayField(label=_("Which day?"))
    starts = ClockField(label=_("When does it start?"))
    ends = ClockField(label=_("When does it end?"), help_text=_("For example: 16:00"))
    place_cy = one_line(_("Where, in Welsh"), 200)
    place_en = one_line(_("Where, in English"), 200)
    about_cy = long_text(_("More about it, in Welsh"), required=False)
    about_en = long_text(_("More about it, in English"), required=False)
    minutes = HoursField(
        label=_("How long does someone give who is there all the time?"),
    )
    places = forms.IntegerField(
        label=_("How many places are there?"),
        help_text=_("Leave it empty if there is room for all."),
        required=False,
        min_value=1,
        max_value=10_000,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-5"}),
    )
    paid_from = forms.ChoiceField(
        label=_("Who gives the hours to those who give their time?"), widget=Radios()
    )
    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation?"),
        help_text=_("Only if an organisation gives the hours"),
        queryset=None,
        required=False,
        empty_label=_("None"),
    )
    receivers_pay = forms.BooleanField(
        label=_("Those who take part without giving time pay with hours"), required=False
    )
    organiser_1 = MemberField(label=_("Organiser"))
    organiser_2 = MemberField(label=_("Second organiser"), required=False)
    organiser_3 = MemberField(label=_("Third organiser"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(
        self,
        *args: Any,
        sources: Sequence[PaidFrom],
        organisations: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["paid_from"].choices = [(source.value, source.label) for source in sources]
        fields["organisation"].queryset = organisations
        fields["minutes"].step = the_policy().step_minutes

    def plan(self) -> Plan:
        asked = self.cleaned_data
        taken = ("title", "place", "about")
        texts = {
            f"{name}_{lang}": asked[f"{name}_{lang}"] for name in taken for lang in ("cy", "en")
        }
        starts, ends = (moment_of(asked["day"], asked[name]) for name in ("starts", "ends"))
        names = ("minutes", "places", "paid_from", "organisation", "receivers_pay")
        return Plan(starts_at=starts, ends_at=ends, **texts, **{n: asked[n] for n in names})  # type: ignore[arg-type]

    def organisers(self) -> list[Member]:
        chosen = [self.cleaned_data[name] for name in ORGANISERS]
        return list(dict.fromkeys(member for member in chosen if member))


def initial_of(activity: Activity, organisers: Sequence[Member]) -> dict[str, Any]:
    """Return what the form says before it is changed."""
    day, starts = day_and_clock(activity.starts_at)
    _day, ends = day_and_clock(activity.ends_at)
    names = (
        *TEXTS,
        *("minutes", "places", "paid_from", "receivers_pay", "organisation"),
    )
    initial = {name: getattr(activity, name) for name in names}
    initial |= {"day": day, "starts": starts, "ends": ends}
    return initial | dict(zip(ORGANISERS, organisers, strict=False))


def own_organisations(member: Member) -> Any:
    """Return the organisations whose hours this member may have given."""
    rows = Organisation.objects.order_by("name_cy", "id")
    return rows if member.is_connector else rows.filter(id__in=[member.organisation_id])


class JoinForm(Form):
    """Giving time, or taking part."""

    part = forms.ChoiceField(
        label=_("How do you take part?"),
        choices=[(Part.GIVES, _("I give time")), (Part.RECEIVES, _("I come to take part"))],
        initial=Part.GIVES,
        widget=Radios(),
    )
    share_needs = forms.BooleanField(
        label=_("Tell the organisers what kinds of access needs there are"),
        help_text=_("They see how many people have which kind of need, not whose it is."),
        required=False,
    )


class CancelActivityForm(BilingualForm):
    """The reason, in both languages."""

    texts = ("because",)

    because_cy = one_line(_("Why is it cancelled? In Welsh"), 300)
    because_en = one_line(_("Why is it cancelled? In English"), 300)


class TakeBackForm(WordsForm):
    words = long_text(_("Why do the hours go back?"))


class CameForm(Form):
    """One line of the list of those who came."""

    came = forms.BooleanField(required=False)
    minutes = HoursField(label=_("Hours"), required=False, help_text="")
    part = forms.ChoiceField(label=_("Part"), choices=Part)

    def __init__(self, *args: Any, member: Member, step: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member
        fields: dict[str, Any] = self.fields
        fields["came"].label = _("%(name)s came") % {"name": member.shown_name}
        fields["minutes"].step = step

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("came") and not cleaned.get("minutes") and "minutes" not in self.errors:
            self.add_error("minutes", _("Enter how long, such as 1.5 or 1 h 30 min"))
        return cleaned


class WalkInForm(Form):
    """Someone who came without signing up."""

    member = MemberField(label=_("Someone who came without signing up"), required=False)
    minutes = HoursField(label=_("Hours"), required=False)
    part = forms.ChoiceField(label=_("Part"), choices=Part)

    def __init__(self, *args: Any, step: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].step = step  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("member") and not cleaned.get("minutes") and "minutes" not in self.errors:
            self.add_error("minutes", _("Enter how long, such as 1.5 or 1 h 30 min"))
        return cleaned
