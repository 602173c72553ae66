"""What the journal says of this room."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "about.told": _("%(actor)s said who they are, for counting"),
    "about.forgotten": _("%(actor)s took back what they had said of themselves"),
    "passport.kept": _("%(actor)s said what they need to take part"),
    "population.loaded": _("%(actor)s loaded the figures of who lives here"),
    "meeting.planned": _("%(actor)s planned a meeting"),
    "meeting.changed": _("%(actor)s changed a meeting"),
    "meeting.invited": _("%(actor)s invited someone to a meeting"),
    "meeting.taken_over": _("%(actor)s organises a meeting now"),
    "meeting.opened": _("%(actor)s opened a meeting: every need was met or waived"),
    "meeting.held": _("%(actor)s wrote down who came to a meeting"),
    "meeting.cancelled": _("%(actor)s cancelled a meeting"),
    "meeting.coming": _("%(actor)s comes to a meeting"),
    "meeting.not_coming": _("%(actor)s does not come to a meeting"),
    "meeting.need_met": _("%(actor)s met a need for a meeting"),
    "meeting.need_waived": _("%(actor)s waived a need for a meeting"),
}

LINKS = {"heard.meeting": "heard:meeting"}
