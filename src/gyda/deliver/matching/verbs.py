"""What the journal says of bringing people together."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "match.brought": _("%(actor)s brought an ask to %(helper)s"),
    "match.declined": _("%(actor)s said not this time to an ask"),
    "match.week": _("The week's open asks were brought to people"),
    "match.wish-changed": _("%(actor)s said how they want to be asked"),
    "match.rules-changed": _("%(actor)s changed how the hub brings people together"),
}
