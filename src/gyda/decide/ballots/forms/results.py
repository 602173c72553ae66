"""What is asked of who ends a ballot, publishes its result, or tries another count."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.models import Method
from gyda.web.fields import DayField, PoundsField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import BilingualForm, Form


class BecauseForm(BilingualForm):
    """Why, in both languages."""

    texts: ClassVar[tuple[str, ...]] = ("because",)

    because_cy = long_text(_("Why? In Welsh"))
    because_en = long_text(_("Why? In English"))


class AnnounceForm(BilingualForm):
    """What is published of a result as a decision."""

    texts: ClassVar[tuple[str, ...]] = ("what", "reasons", "minority")

    what_cy = long_text(_("What is decided? In Welsh"), 2000, 5)
    what_en = long_text(_("What is decided? In English"), 2000, 5)
    reasons_cy = long_text(_("Why? In Welsh"), 2000, 5)
    reasons_en = long_text(_("Why? In English"), 2000, 5)
    minority_cy = long_text(_("What did those want who lost? In Welsh"), 2000, required=False)
    minority_en = long_text(_("What did those want who lost? In English"), 2000, required=False)
    effective_on = DayField(label=_("From when does it hold?"))
    review_on = DayField(label=_("When is it looked at again?"), required=False)


class WhatIfForm(Form):
    """Another method, another sum: only to look at."""

    method = forms.ChoiceField(
        label=_("Count it by"),
        choices=[(one.value, one.label) for one in (Method.EQUAL_SHARES, Method.GREEDY)],
        widget=Radios(),
    )
    completion = forms.ChoiceField(
        label=_("What equal shares leaves"),
        choices=[
            ("add1", _("Raise everybody's share until nothing more fits")),
            ("none", _("Leave it")),
            ("utilitarian", _("Most votes first, with what is left")),
        ],
        widget=Radios(),
    )
    pence = PoundsField(label=_("With how much money, in pounds?"), required=True)
