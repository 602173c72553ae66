"""Finding the other person."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.people.forms.member import MemberField
from gyda.web.forms import Form


class FindForm(Form):
    """One box."""

    other = MemberField(label=_("Their name"))
