"""Before something that cannot be undone."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.web.forms import Form


class EraseForm(Form):
    """Asks once more."""

    sure = forms.BooleanField(
        label=_("Yes, erase me. I know that this cannot be undone."),
        error_messages={"required": _("Tick this if you want to be erased")},
    )
