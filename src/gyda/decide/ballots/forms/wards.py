"""What is asked of a ward."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots.forms.lines import lines_of
from gyda.web.fields import PoundsField
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm


class WardForm(BilingualForm):
    """A part of the place with money of its own."""

    texts: ClassVar[tuple[str, ...]] = ("name",)

    name_cy = one_line(_("Name in Welsh"), 80)
    name_en = one_line(_("Name in English"), 80)
    pence = PoundsField(label=_("How much money has it, in pounds?"), required=True)
    areas = long_text(_("Its small areas"), help_text=_("One on each line, such as SA10 8"))

    def clean_areas(self) -> list[str]:
        return [one.upper() for one in lines_of(self.cleaned_data["areas"])]
