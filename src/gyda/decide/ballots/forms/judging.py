"""What is asked of who checks an option, or joins two."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.models import Option, Standing
from gyda.web.fields import Radios
from gyda.web.fields.words import long_text
from gyda.web.forms import BilingualForm, Form


class JudgeForm(BilingualForm):
    """Whether it can be done, and why not."""

    texts: ClassVar[tuple[str, ...]] = ("because",)

    can_be_done = forms.TypedChoiceField(
        label=_("Can it be done for this money?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        widget=Radios(),
    )
    because_cy = long_text(_("Why, or on what condition? In Welsh"), required=False)
    because_en = long_text(_("Why, or on what condition? In English"), required=False)


class MergeForm(Form):
    """With which option it is joined."""

    into: Any = forms.ModelChoiceField(
        label=_("With which option is it joined?"), queryset=None, empty_label=_("Choose one")
    )

    def __init__(self, *args: Any, option: Option, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        rows = Option.objects.filter(ballot=option.ballot_id).exclude(id=option.id)
        fields["into"].queryset = rows.exclude(
            state__in=[Standing.MERGED, Standing.WITHDRAWN]
        ).order_by("number")
