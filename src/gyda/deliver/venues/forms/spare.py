"""What is asked about spare places and bookings."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.forms.activity import CancelActivityForm
from gyda.deliver.forms.bits import BitsField
from gyda.deliver.models.codes import Access
from gyda.deliver.queries.policy import the_policy
from gyda.deliver.venues.actions.spare import When, Words
from gyda.deliver.venues.codes import as_typed
from gyda.deliver.venues.models import SparePlace
from gyda.keys.uuid7 import uuid7
from gyda.people.forms.member import MemberField
from gyda.web.fields import DayField, HoursField, Radios
from gyda.web.fields.moment import ClockField, moment_of
from gyda.web.fields.words import long_text
from gyda.web.forms import BilingualForm, Form

ONCE, WEEKLY = "once", "weekly"
MOST_PLACES = 1_000


def count_field(label: Any, hint: Any = "", *, most: int, **kwargs: Any) -> forms.IntegerField:
    """Return a field for a whole number of more than nothing."""
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=kwargs.pop("least", 1),
        max_value=most,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-4"}),
        **kwargs,
    )


def line(label: Any, most: int, hint: Any = "", **kwargs: Any) -> forms.CharField:
    """Return a field for one line."""
    return forms.CharField(label=label, max_length=most, help_text=hint, **kwargs)


class SpareForm(BilingualForm):
    """What there is room for, and for whom; this part can be changed later."""

    texts = ("title", "about", "for_whom")

    title_cy = line(_("What is it? In Welsh"), 120)
    title_en = line(_("What is it? In English"), 120)
    about_cy = long_text(_("More about it, in Welsh"), required=False)
    about_en = long_text(_("More about it, in English"), required=False)
    for_whom_cy = line(
        _("Who may come? In Welsh"), 200, _("Leave it empty if all may."), required=False
    )
    for_whom_en = line(_("Who may come? In English"), 200, required=False)
    price_minutes = HoursField(label=_("How many hours does one place cost?"))
    places = count_field(_("How many places are there each time?"), most=MOST_PLACES)
    most_each = count_field(_("How many places may one person book at a time?"), most=20, initial=4)
    access = BitsField(Access, label=_("What is there for those who need it?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["price_minutes"].step = the_policy().step_minutes

    def spare(self) -> Words:
        return Words(**{name: self.cleaned_data[name] for name in WORDS})


WORDS = tuple(SpareForm.base_fields)


def words_of(spare: SparePlace) -> dict[str, Any]:
    """Return what the form says before it is changed."""
    return {name: getattr(spare, name) for name in WORDS}


class NewSpareForm(SpareForm):
    """The same, and when it is."""

    day = DayField(label=_("Which day? For weekly places: the first day"))
    clock = ClockField(label=_("When does it start?"))
    lasts_minutes = HoursField(label=_("How long does it last?"))
    how_often = forms.ChoiceField(
        label=_("How often?"),
        choices=[(ONCE, _("Once")), (WEEKLY, _("Every week at this time"))],
        initial=ONCE,
        widget=Radios(),
    )
    last = DayField(
        label=_("Until which day?"),
        help_text=_("Only for weekly places. Leave it empty if it goes on."),
        required=False,
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def when(self) -> When:
        asked = self.cleaned_data
        starts_at = moment_of(asked["day"], asked["clock"])
        assert isinstance(starts_at, datetime.datetime)
        is_weekly = asked["how_often"] == WEEKLY
        return When(
            starts_at=starts_at,
            lasts_minutes=asked["lasts_minutes"],
            is_weekly=is_weekly,
            last_on=asked["last"] if is_weekly else None,
        )


class BookForm(Form):
    """For how many; a connector may book for someone else."""

    people = count_field(_("For how many people?"), most=20, initial=1)
    member = MemberField(
        label=_("For whom?"),
        help_text=_("Leave it empty to book for yourself. Or: a name, or the number on the card"),
        required=False,
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(self, *args: Any, for_others: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_others:
            del self.fields["member"]


class CodeForm(Form):
    """The code on a ticket."""

    code = forms.CharField(
        label=_("Code on the ticket"),
        help_text=_("For example: K7F2-0X9M. Capitals or not, with or without the dash"),
        max_length=20,
        widget=forms.TextInput(
            {"class": "govuk-input--width-10", "autocomplete": "off", "spellcheck": "false"}
        ),
    )

    def clean_code(self) -> str:
        code = as_typed(self.cleaned_data["code"])
        if not code:
            raise forms.ValidationError(_("A code has eight letters and digits. Look again"))
        return code


CAME, AWAY, NOT_SAID = "came", "away", ""


class TickForm(Form):
    """One line of the door list."""

    what = forms.ChoiceField(
        label=_("Did they come?"),
        choices=[(CAME, _("Came")), (AWAY, _("Did not come")), (NOT_SAID, _("Not said yet"))],
        required=False,
        widget=Radios(),
    )

    def __init__(self, *args: Any, booking: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.booking = booking


class CallOffForm(CancelActivityForm):
    """Why a time is called off, in both languages."""
