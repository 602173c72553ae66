"""About me: each question by itself, none of them a must."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.heard.actions.about import place_kept
from gyda.heard.models import Question
from gyda.heard.models.about import CLOSED, GROUPS, NOT_SAID
from gyda.web.fields import Radios
from gyda.web.forms import Form

ASKS = {
    Question.AGE: _("How old are you?"),
    Question.SEX: _("What is your sex?"),
    Question.LANGUAGE: _("Which language do you live in?"),
    Question.DISABILITY: _(
        "Does a condition, an illness or a disability that lasts make everyday things harder?"
    ),
    Question.CARING: _("Do you look after someone, without pay, who could not manage alone?"),
}


class AboutForm(Form):
    """One question after the other; whoever leaves one out is counted as not known."""

    def __init__(self, *args: Any, answers: dict[str, str], place: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in CLOSED:
            self.fields[question] = forms.ChoiceField(
                label=ASKS[Question(question)],
                choices=[*GROUPS[question].choices, (NOT_SAID, _("I would rather not say"))],
                widget=Radios(),
                required=False,
                initial=answers.get(question),
            )
        told = answers.get(Question.AREA, place)
        self.fields["place"] = forms.CharField(
            label=_("Where do you live?"),
            help_text=_(
                "Your village, or your postcode: of it we keep only the first part, such as SA10 8."
            ),
            max_length=60,
            required=False,
            initial="" if told == NOT_SAID else told,
        )
        self.fields["no_place"] = forms.BooleanField(
            label=_("I would rather not say where"), required=False, initial=told == NOT_SAID
        )

    def answers(self) -> dict[str, str]:
        """Return what was said, by question; what was left out is empty."""
        asked = self.cleaned_data
        place = NOT_SAID if asked["no_place"] else place_kept(asked["place"])
        return {question: asked[question] for question in CLOSED} | {Question.AREA.value: place}
