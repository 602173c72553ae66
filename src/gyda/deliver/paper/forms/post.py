"""How often a statement comes by post."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.paper.models import Rhythm
from gyda.web.fields import Radios
from gyda.web.forms import Form


class RhythmForm(Form):
    """One question."""

    rhythm = forms.ChoiceField(
        label=_("How often is a statement wanted on paper?"), choices=Rhythm, widget=Radios()
    )
