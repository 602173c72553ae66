"""What is asked about a meeting, and for the passport."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from gyda.heard.actions.meetings import Plan
from gyda.heard.models import Coming, Meeting, PassportNeed
from gyda.heard.models.meeting import ComingState, Spoken
from gyda.heard.models.passport import PassportKind
from gyda.heard.queries.passport import Need
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.web.bilingual import Text
from gyda.web.fields import Checkboxes, DayField, LanguageField, Radios
from gyda.web.fields.moment import ClockField, day_and_clock, moment_of
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form
from gyda.web.templatetags.gyda import tongue

TEXTS = ("title_cy", "title_en", "purpose_cy", "purpose_en", "place_cy", "place_en")
KEPT = (*TEXTS, "online", "phone", "spoken", "open_to_all")


class PlanForm(BilingualForm):
    """When, where and what for."""

    texts = ("title", "purpose", "place")

    title_cy = one_line(_("Title in Welsh"))
    title_en = one_line(_("Title in English"))
    purpose_cy = long_text(_("What is it for? In Welsh"), 2000, 5)
    purpose_en = long_text(_("What is it for? In English"), 2000, 5)
    day = DayField(label=_("Which day?"))
    starts = ClockField(label=_("When does it start?"))
    ends = ClockField(label=_("When does it end?"), help_text=_("For example: 16:00"))
    place_cy = one_line(_("Where, in Welsh"), 200, required=False)
    place_en = one_line(_("Where, in English"), 200, required=False)
    online = forms.URLField(
        label=_("Address online"),
        help_text=_("Shown only to those who come"),
        max_length=300,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput({"inputmode": "url", "autocomplete": "off"}),
    )
    phone = one_line(
        _("Phone number to join by"),
        60,
        help_text=_("Shown only to those who come"),
        required=False,
    )
    spoken = forms.ChoiceField(
        label=_("In which language is it held?"),
        choices=Spoken,
        initial=Spoken.BOTH,
        widget=Radios(),
    )
    open_to_all = forms.BooleanField(
        label=_("Any member may come, and everyone may read of it"), required=False, initial=True
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def plan(self) -> Plan:
        asked = self.cleaned_data
        starts, ends = (moment_of(asked["day"], asked[name]) for name in ("starts", "ends"))
        return Plan(starts_at=starts, ends_at=ends, **{name: asked[name] for name in KEPT})  # type: ignore[arg-type]


def initial_of(meeting: Meeting) -> dict[str, Any]:
    """Return what the form says before it is changed."""
    day, starts = day_and_clock(meeting.starts_at)
    _day, ends = day_and_clock(meeting.ends_at)
    kept = {name: getattr(meeting, name) for name in KEPT}
    return kept | {"day": day, "starts": starts, "ends": ends}


class InviteForm(Form):
    """One more who should be there."""

    member = MemberField(label=_("Who is invited?"))


class ComeForm(Form):
    """Which of my needs the organiser may know, for this meeting alone."""

    def __init__(
        self, *args: Any, needs: Sequence[Need], shared: Sequence[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if needs:
            self.fields["share"] = forms.MultipleChoiceField(
                label=_("What may the organiser know, for this meeting?"),
                help_text=_(
                    "Only the organiser reads it, and it is forgotten when the meeting is over. "
                    "The meeting cannot open until each of them is met, or you waive it."
                ),
                choices=[(need.kind, _worded(need)) for need in needs],
                initial=list(shared),
                required=False,
                widget=Checkboxes(),
            )

    def share(self) -> list[str]:
        return list(self.cleaned_data.get("share", []))


def _worded(need: Need) -> Any:
    if not need.words:
        return need.label
    return format_html("{}: {}", need.label, tongue(Text(need.words, need.language)))


class HowForm(Form):
    """How a need is met."""

    how = one_line(_("How is it met?"), 300, help_text=_("For example: Huw brings them by car"))
    language = LanguageField()


class CameForm(Form):
    """Who was there."""

    def __init__(self, *args: Any, people: Sequence[Coming], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["came"] = forms.MultipleChoiceField(
            label=_("Who was there?"),
            choices=[(str(one.id), one.member.shown_name) for one in people],
            initial=[str(one.id) for one in people if one.state == ComingState.COMING],
            required=False,
            widget=Checkboxes(),
        )

    def came(self) -> list[UUID]:
        return [UUID(one) for one in self.cleaned_data["came"]]


class CancelForm(BilingualForm):
    """Why it does not take place."""

    texts = ("because",)

    because_cy = one_line(_("Why? In Welsh"), 300)
    because_en = one_line(_("Why? In English"), 300)


class PassportForm(Form):
    """What I need to take part."""

    kinds = forms.MultipleChoiceField(
        label=_("What do you need to take part?"),
        choices=[choice for choice in PassportKind.choices if choice[0] != PassportKind.OWN],
        required=False,
        widget=Checkboxes(),
    )
    words = long_text(_("Anything else, in your own words"), 300, 2, required=False)
    language = LanguageField()

    @staticmethod
    def filled(needs: Sequence[PassportNeed]) -> dict[str, Any]:
        """Return what the form says to begin with."""
        own = next((need for need in needs if need.kind == PassportKind.OWN), None)
        kinds = [need.kind for need in needs if need.kind != PassportKind.OWN]
        return {"kinds": kinds} | ({"words": own.words, "language": own.language} if own else {})
