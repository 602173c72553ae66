"""What the journal says of agreements between hubs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "between.proposed": _("%(actor)s offered another hub an agreement: %(partner)s"),
    "between.agreed": _("%(actor)s agreed with another hub to accept its hours: %(partner)s"),
    "between.ended": _("%(actor)s ended the agreement with another hub: %(partner)s"),
    "between.they-agree": _("Another hub said yes to limits between us: %(partner)s"),
    "between.they-ended": _("Another hub ended the agreement: %(partner)s"),
    "between.sent": _("%(actor)s sent %(minutes)s to someone of another hub: %(partner)s"),
    "between.received": _("%(member)s received %(minutes)s from another hub: %(partner)s"),
    "between.arrived": _("Hours arrived in another hub, %(minutes)s: %(partner)s"),
    "between.refused": _("Hours came back from another hub, %(minutes)s: %(partner)s"),
    "between.settling": _("%(actor)s settled %(minutes)s that another hub owed: %(partner)s"),
    "between.settled": _("Another hub settled %(minutes)s that we owed: %(partner)s"),
}
LINKS: dict[str, str] = {}
