"""What the journal says of ideas; their titles are people's own words and are read on the page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "idea.shared": _("%(actor)s shared an idea"),
    "idea.changed": _("%(actor)s put an idea in other words"),
    "idea.withdrawn": _("%(actor)s took an idea back"),
    "idea.supported": _("%(actor)s supports an idea"),
    "idea.unsupported": _("%(actor)s no longer supports an idea"),
    "idea.paper_typed": _("%(actor)s typed in a paper list for an idea; people on it: %(people)s"),
    "idea.point_for": _("%(actor)s made a point for an idea"),
    "idea.point_against": _("%(actor)s made a point against an idea"),
    "idea.point_agreed": _("%(actor)s agrees with a point"),
    "idea.point_left": _("%(actor)s no longer agrees with a point"),
    "idea.point_withdrawn": _("%(actor)s took a point back"),
    "idea.merged": _("%(actor)s joined two ideas that say the same"),
    "idea.parted": _("%(actor)s parted two ideas that were joined"),
    "idea.taken_down": _("%(actor)s took something down"),
    "idea.appealed": _("%(actor)s asked for a second look"),
    "idea.appeal_refused": _("%(actor)s decided that it stays down"),
    "idea.appeal_upheld": _("%(actor)s decided that it is shown again"),
    "idea.cut": _("The month closed; ideas that go forward: %(ideas)s"),
    "idea.sent": _("An idea went to whoever owes it an answer, by %(due_on)s"),
    "idea.taken_up": _("%(actor)s took an idea up in an initiative"),
    "idea.worked_up": _("%(actor)s works an idea up into a proposal"),
    "idea.rules_set": _("%(actor)s set how many ideas go forward each month: %(top)s"),
    "idea.category_kept": _("%(actor)s put the categories of ideas in order"),
    "idea.picture_added": _("%(actor)s added a picture to an idea"),
    "idea.picture_removed": _("%(actor)s took the picture of an idea away"),
}

LINKS = {"need.idea": "need:idea", "need.ruling": "need:ruling"}
