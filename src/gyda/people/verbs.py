"""What this room writes into the journal, in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "hub.changed": _("%(actor)s changed the hub's settings"),
    "organisation.added": _("%(actor)s added an organisation: %(organisation)s"),
    "organisation.changed": _("%(actor)s changed an organisation: %(organisation)s"),
    "membership.asked": _("%(actor)s asked to join"),
    "membership.taken-back": _("%(actor)s no longer asks to join"),
    "membership.declined": _("%(actor)s declined someone who asked to join"),
    "member.joined": _("%(member)s joined the hub"),
    "member.left": _("%(member)s left the hub"),
    "member.erased": _("Someone who left was erased"),
    "member.role-changed": _("%(actor)s changed what someone does for the hub: %(member)s"),
    "member.profile-changed": _("%(actor)s changed their profile"),
    "member.needs-told": _("%(actor)s told what they need to take part"),
    "member.blocked": _("%(actor)s chose whom not to meet"),
    "member.unblocked": _("%(actor)s chose whom not to meet"),
    "needs.looked-at": _("%(actor)s read the access needs of: %(member)s"),
    "invitation.made": _("%(actor)s made an invitation"),
    "invitation.revoked": _("%(actor)s took an invitation back"),
    "consent.given": _("%(supporter)s may now act for: %(principal)s"),
    "consent.withdrawn": _("%(supporter)s may no longer act for: %(principal)s"),
    "card.issued": _("%(actor)s made a card for: %(member)s"),
    "card.recognised": _("%(actor)s looked up whose card this is: %(member)s"),
    "card.ended": _("%(actor)s ended a card"),
}
NAMES = {"organisation": "people.Organisation"}
