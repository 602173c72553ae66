"""What is asked about seats."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.decide.panels.models import PanelSeat
from gyda.people.forms.member import MemberField
from gyda.web.fields import Checkboxes, DayField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import BilingualForm, Form

YES_NO = [("yes", _("Takes the seat")), ("no", _("Says no"))]


class AnsweredForm(Form):
    """What someone said to the clerk."""

    takes = forms.TypedChoiceField(
        label=_("What did they say?"),
        choices=YES_NO,
        coerce=lambda value: value == "yes",
        widget=Radios(),
    )
    member = MemberField(
        label=_("Which member of the hub are they, if they have become one?"), required=False
    )


class LinkForm(Form):
    """Which member someone is."""

    member = MemberField(label=_("Which member of the hub are they?"))


class TrainedForm(Form):
    """Who has had the training, and when."""

    on = DayField(label=_("On which day was the training?"))
    seats = forms.MultipleChoiceField(label=_("Who was there?"), widget=Checkboxes())

    def __init__(self, *args: Any, seated: list[PanelSeat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["seats"].choices = [(str(seat.id), named(seat)) for seat in seated]


class ChairForm(Form):
    """Whom someone who sits wants as chair, with the voices that each has so far."""

    seat = forms.ChoiceField(label=_("Whom do you want as chair?"), widget=Radios())

    def __init__(
        self, *args: Any, seated: list[PanelSeat], voices: Mapping[UUID, int], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["seat"].choices = [
            (str(seat.id), f"{named(seat)} ({voices.get(seat.id, 0)})") for seat in seated
        ]


def named(seat: PanelSeat) -> str:
    """Return who sits there, for the panel itself and its clerk."""
    if seat.member is not None:
        return seat.shown_name
    return seat.person.name if seat.person else str(_("someone"))


class ExplainForm(BilingualForm):
    """Why the panel is unlike the people who live here."""

    texts = ("explained",)

    explained_cy = long_text(
        _("Why is the panel unlike the people who live here? In Welsh"), 1000, 4
    )
    explained_en = long_text(
        _("Why is the panel unlike the people who live here? In English"), 1000, 4
    )
