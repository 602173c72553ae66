"""What is asked about an initiative."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.actions.handovers import Terms
from gyda.initiatives.actions.invitations import Offer
from gyda.initiatives.actions.thread import Purpose, Reason
from gyda.initiatives.models import Lead, Say, Side, Stage
from gyda.initiatives.models.initiative import Beginning
from gyda.initiatives.models.invitation import Rhythm, Thanks
from gyda.initiatives.queries import programmes
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.people.models import Member, Organisation
from gyda.web.fields import DayField, HoursField, PoundsField, Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form


class ReasonForm(BilingualForm):
    """Why, in both languages."""

    texts = ("because",)

    because_cy = long_text(_("Why? In Welsh"))
    because_en = long_text(_("Why? In English"))

    def why(self) -> Reason:
        return Reason(self.cleaned_data["because_cy"], self.cleaned_data["because_en"])


class PurposeForm(BilingualForm):
    """What it is about, in both languages."""

    texts: ClassVar[tuple[str, ...]] = ("title", "purpose", "place")

    title_cy = one_line(_("Title in Welsh"))
    title_en = one_line(_("Title in English"))
    purpose_cy = long_text(_("What is it for? In Welsh"), 2000, 5)
    purpose_en = long_text(_("What is it for? In English"), 2000, 5)
    place_cy = one_line(_("Where, in Welsh"), required=False)
    place_en = one_line(_("Where, in English"), required=False)
    programme: Any = forms.ModelChoiceField(
        label=_("Does it belong to a programme?"),
        queryset=None,
        required=False,
        empty_label=_("No"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["programme"].queryset = programmes()

    def purpose(self) -> Purpose:
        names = ("title_cy", "title_en", "purpose_cy", "purpose_en", "place_cy", "place_en")
        return Purpose(
            **{name: self.cleaned_data[name] for name in names},
            programme=self.cleaned_data["programme"],
        )


def side_field(member: Member) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("How do you take part?"),
        choices=_sides(member),
        initial=Side.CITIZEN,
        widget=Radios(),
    )


def _sides(member: Member) -> list[tuple[str, Any]]:
    sides: list[tuple[str, Any]] = [(Side.CITIZEN, _("As a citizen: these views are my own"))]
    if member.organisation:
        words = _("For an organisation: %(name)s") % {"name": member.organisation.name}
        sides.append((Side.PROFESSIONAL, words))
    return sides


class StartForm(PurposeForm):
    """A new thread."""

    began_with = forms.ChoiceField(
        label=_("What does it begin with?"),
        help_text=_(
            "The page says so in public. Something that begins with a finished plan is marked: "
            "people were involved late."
        ),
        choices=Beginning,
        widget=Radios(),
    )
    because_cy = long_text(_("Why now? In Welsh"))
    because_en = long_text(_("Why now? In English"))
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    texts = ("title", "purpose", "place", "because")

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"] = side_field(member)

    def why(self) -> Reason:
        return Reason(self.cleaned_data["because_cy"], self.cleaned_data["because_en"])


class MoveForm(ReasonForm):
    """Which stage, and why."""

    stage = forms.ChoiceField(label=_("Which stage does it enter?"), widget=Radios())
    field_order = ["stage"]

    def __init__(self, *args: Any, now: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["stage"].choices = [pair for pair in Stage.choices if pair[0] != now]


class RightForm(ReasonForm):
    """Who leads a stage, and who decides in it."""

    stage = forms.ChoiceField(label=_("Which stage?"), choices=Stage, widget=Radios())
    say = forms.ChoiceField(label=_("What say do citizens have?"), choices=Say, widget=Radios())
    lead = forms.ChoiceField(label=_("Who leads?"), choices=Lead, widget=Radios())
    field_order = ["stage", "say", "lead"]


class InviteForm(BilingualForm):
    """What is in it for the one who is invited."""

    texts = ("can_change",)

    member = MemberField(
        label=_("Who is invited?"),
        required=False,
        help_text=_("A name, or the number on the card. Leave it empty to invite everyone."),
    )
    minutes = HoursField(label=_("How much time is asked?"))
    rhythm = forms.ChoiceField(label=_("How often?"), choices=Rhythm, widget=Radios())
    thanks = forms.ChoiceField(label=_("What is given for it?"), choices=Thanks, widget=Radios())
    pence = PoundsField(
        label=_("How much is paid for that time, in pounds?"),
        help_text=_("Only if it is paid"),
    )
    can_change_cy = long_text(_("What can still change? In Welsh"))
    can_change_en = long_text(_("What can still change? In English"))
    hear_by_on = DayField(label=_("When will they hear what became of it?"))
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def offer(self) -> Offer:
        names = ("minutes", "rhythm", "thanks", "pence", "hear_by_on")
        texts = ("can_change_cy", "can_change_en")
        return Offer(**{name: self.cleaned_data[name] for name in (*names, *texts)})


class AcceptForm(Form):
    """In which capacity the yes is said."""

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["side"] = side_field(member)


class HandoverForm(BilingualForm):
    """The guard: duty, money, way back."""

    texts = ("task", "duty", "way_back")

    task_cy = long_text(_("Which task passes to citizens? In Welsh"))
    task_en = long_text(_("Which task passes to citizens? In English"))
    organisation: Any = forms.ModelChoiceField(
        label=_("Which organisation keeps the duty?"), queryset=None, empty_label=_("Choose one")
    )
    duty_cy = long_text(_("Which duty stays public? In Welsh"))
    duty_en = long_text(_("Which duty stays public? In English"))
    pence = PoundsField(label=_("How much money goes with it each year, in pounds?"), required=True)
    way_back_cy = long_text(
        _("How does the task go back, if citizens can no longer do it? In Welsh")
    )
    way_back_en = long_text(
        _("How does the task go back, if citizens can no longer do it? In English")
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["organisation"].queryset = Organisation.objects.order_by("name_cy", "id")

    def terms(self) -> Terms:
        asked = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        return Terms(**asked)


class ProgrammeForm(BilingualForm):
    """A programme's words."""

    texts = ("title", "purpose")

    title_cy = one_line(_("Title in Welsh"))
    title_en = one_line(_("Title in English"))
    purpose_cy = long_text(_("What is it for? In Welsh"), 2000, 5)
    purpose_en = long_text(_("What is it for? In English"), 2000, 5)
