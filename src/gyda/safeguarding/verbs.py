"""What this room writes into the journal: that something was done, never a word of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "check.required": _("%(actor)s set a rule: a check is needed"),
    "check.no-longer-required": _("%(actor)s lifted a rule about checks"),
    "check.noted": _("%(actor)s noted that a check was seen"),
    "check.ended": _("%(actor)s ended a check"),
    "company.named": _("%(actor)s said who goes along: %(companion)s"),
    "reference.asked": _("%(actor)s asked for a reference"),
    "reference.given": _("A reference was given"),
    "reference.declined": _("Someone would rather give no reference"),
    "reference.read": _("%(actor)s read a reference"),
    "lead.named": _("%(actor)s named a safeguarding lead: %(member)s"),
    "lead.relieved": _("%(actor)s relieved a safeguarding lead: %(member)s"),
    "concern.received": _("Someone told of a concern"),
    "concern.read": _("%(actor)s read a concern"),
    "concern.noted": _("%(actor)s wrote a note about a concern"),
    "concern.answered": _("%(actor)s answered a concern"),
    "concern.closed": _("%(actor)s closed a concern"),
    "concern.reopened": _("%(actor)s took a concern up again"),
}
