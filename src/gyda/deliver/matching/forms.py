"""How a member wants to be asked, and how the hub brings people together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.matching.models import FARTHEST, MOST_A_WEEK
from gyda.deliver.matching.words import within
from gyda.safeguarding.models.level import Level
from gyda.web.forms import Form

DISTANCES = (1, 2, 5, 10, 20, 50, 100)  # kilometres


def _number(label: Any, hint: Any = "", *, least: int, most: int, required: bool = True) -> Any:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=least,
        max_value=most,
        required=required,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )


def _distances() -> list[tuple[int | str, Any]]:
    """A few steps, so that nobody feels their way to where others live kilometre by kilometre."""
    steps = [(number, within(number)) for number in DISTANCES]
    return [("", _("As the hub does")), (0, _("Only next door")), *steps]


def step_of(kilometres: int | None) -> int | None:
    """Return the step that stands for what was kept as a number.

    >>> step_of(3), step_of(0), step_of(None)
    (2, 0, None)
    """
    if kilometres is None:
        return None
    return max((step for step in DISTANCES if step <= kilometres), default=0)


class WishForm(Form):
    """All of it is for the matching only: nobody else reads it."""

    most = _number(
        _("How many asks a week may be brought to you?"),
        _("0: none. Leave it empty to do as the hub does."),
        least=0,
        most=MOST_A_WEEK,
        required=False,
    )
    reach_km = forms.TypedChoiceField(
        label=_("How far would you go to help someone?"),
        help_text=_("A mile is a kilometre and a half."),
        choices=_distances,
        coerce=int,
        empty_value=None,
        required=False,
    )
    postcode = forms.CharField(
        label=_("Your postcode"),
        help_text=_(
            "To find people near you. We keep the first part and one figure of it, which stand "
            "for some thousand homes, and forget the rest at once."
        ),
        max_length=10,
        required=False,
        widget=forms.TextInput({"class": "govuk-input--width-10", "autocomplete": "off"}),
    )
    forget_place = forms.BooleanField(label=_("Forget where I live"), required=False)
    is_young = forms.BooleanField(
        label=_("I am under 18"),
        help_text=_("You will be brought together only with adults who hold the right check."),
        required=False,
    )

    def __init__(self, *args: Any, area: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not area:
            del self.fields["forget_place"]


class MatchRulesForm(Form):
    """Every rule has a default that works."""

    is_on = forms.BooleanField(
        label=_("Once a week, bring open asks to people whom they fit"), required=False
    )
    most = _number(
        _("How many asks a week may be brought to one person?"), least=0, most=MOST_A_WEEK
    )
    people = _number(_("To how many people a week is one ask brought?"), least=1, most=MOST_A_WEEK)
    reach_km = _number(
        _("How many kilometres apart may two people live?"),
        _("Nobody is asked by letter beyond this; everyone still finds the ask in the list."),
        least=1,
        most=FARTHEST,
    )
    young_level = forms.ChoiceField(
        label=_("Which check does an adult need to be brought together with someone under 18?"),
        choices=[("", _("None is named: they are not brought together")), *Level.choices],
        required=False,
    )
