"""What the journal says of initiatives."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "initiative.started": _("%(actor)s started an initiative: %(initiative)s"),
    "initiative.changed": _("%(actor)s put an initiative in other words: %(initiative)s"),
    "initiative.ended": _("%(actor)s ended an initiative: %(initiative)s"),
    "initiative.taken_up": _("%(actor)s took an initiative up again: %(initiative)s"),
    "initiative.entered_need": _("%(actor)s moved it to the stage of need: %(initiative)s"),
    "initiative.entered_design": _("%(actor)s moved it to the stage of design: %(initiative)s"),
    "initiative.entered_decide": _("%(actor)s moved it to the stage of deciding: %(initiative)s"),
    "initiative.entered_deliver": _(
        "%(actor)s moved it to the stage of delivering: %(initiative)s"
    ),
    "initiative.entered_learn": _("%(actor)s moved it to the stage of learning: %(initiative)s"),
    "initiative.right_said": _(
        "%(actor)s said who leads a stage and who decides in it: %(initiative)s"
    ),
    "initiative.right_raised": _("%(actor)s gave citizens more say in a stage: %(initiative)s"),
    "initiative.right_lowered": _("%(actor)s gave citizens less say in a stage: %(initiative)s"),
    "initiative.right_kept": _("%(actor)s changed who leads a stage: %(initiative)s"),
    "initiative.invited": _("%(actor)s invited someone into the team: %(initiative)s"),
    "initiative.invited_all": _("%(actor)s invited everyone to take part: %(initiative)s"),
    "initiative.uninvited": _("%(actor)s took an invitation back: %(initiative)s"),
    "initiative.joined": _("%(member)s joined the team: %(initiative)s"),
    "initiative.declined": _("%(actor)s said no to an invitation: %(initiative)s"),
    "initiative.left": _("%(member)s left the team: %(initiative)s"),
    "initiative.followed": _("%(actor)s follows an initiative: %(initiative)s"),
    "initiative.unfollowed": _("%(actor)s follows an initiative no more: %(initiative)s"),
    "initiative.handed_over": _(
        "%(actor)s recorded a task that passes to citizens, with %(pence)s a year; "
        "the duty stays with %(organisation)s: %(initiative)s"
    ),
    "initiative.handed_back": _("%(actor)s gave a task back to %(organisation)s: %(initiative)s"),
    "programme.opened": _("%(actor)s opened a programme"),
    "programme.changed": _("%(actor)s put a programme in other words"),
}

NAMES = {"initiative": "initiatives.Initiative", "organisation": "people.Organisation"}
LINKS = {
    "initiatives.initiative": "initiatives:initiative",
    "initiatives.programme": "initiatives:programme",
}
