"""The steward's rules of the time bank."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.models.policy import Seen, Source, Step
from gyda.web.fields import HoursField, Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import BilingualForm


def _days(label: Any, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=hint,
        min_value=1,
        max_value=365,
        widget=forms.TextInput({"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )


class PolicyForm(BilingualForm):
    """Every rule has a default that works."""

    texts = ("words",)

    words_cy = long_text(_("How we use hours here, in Welsh"), required=False)
    words_en = long_text(_("How we use hours here, in English"), required=False)
    lapse_days = _days(_("After how many days does an unconfirmed exchange close?"))
    remind_days = _days(_("How many days before that does the first reminder go out?"))
    last_remind_days = _days(_("How many days before that does the last reminder go out?"))
    step_minutes = forms.TypedChoiceField(
        label=_("In which steps are hours counted?"), choices=Step, coerce=int, widget=Radios()
    )
    start_minutes = HoursField(
        label=_("How many hours does a new member start with?"), least=0, most=6000
    )
    start_from = forms.ChoiceField(
        label=_("Where do those hours come from?"), choices=Source, widget=Radios()
    )
    issue_for_activities = forms.BooleanField(
        label=_("Connectors may issue new hours for group activities"), required=False
    )
    activities_seen_by = forms.ChoiceField(
        label=_("Who may see the activities and their calendar?"), choices=Seen, widget=Radios()
    )
    thanks_seen_by = forms.ChoiceField(
        label=_("Who may see the thank-yous that people let the hub show?"),
        choices=Seen,
        widget=Radios(),
    )
    unmatched_days = _days(_("After how many days does an ask without an answer come to the desk?"))
    unseen_days = _days(_("After how many days away does a member come to the desk?"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        names = ("last_remind_days", "remind_days", "lapse_days")
        days = [cleaned.get(name) for name in names]
        if all(days) and not days[0] < days[1] < days[2]:  # type: ignore[operator]
            self.add_error(
                "remind_days",
                _("The first reminder comes before the last one, and both before it closes"),
            )
        return cleaned
