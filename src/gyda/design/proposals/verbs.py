"""What the journal says of proposals; their titles are people's own words, read on the page."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "proposal.begun": _("%(actor)s began a proposal"),
    "proposal.worked_on": _("%(actor)s worked on a proposal"),
    "proposal.thrown_away": _("%(actor)s threw away what was being worked on"),
    "proposal.opened": _("%(actor)s opened a proposal for amendments"),
    "proposal.changed": _("%(actor)s published version %(number)s of a proposal"),
    "proposal.translated": _("%(actor)s translated a proposal"),
    "proposal.put_forward": _("%(actor)s put version %(number)s of a proposal forward"),
    "proposal.taken_back": _("%(actor)s brought a proposal back to work on it"),
    "proposal.withdrawn": _("%(actor)s withdrew a proposal"),
    "proposal.decided": _("A proposal was decided"),
    "proposal.author_invited": _("%(actor)s asked someone to write a proposal together"),
    "proposal.author_joined": _("%(actor)s joined in writing a proposal"),
    "proposal.author_declined": _("%(actor)s said no to writing a proposal"),
    "proposal.author_left": _("%(actor)s no longer writes a proposal"),
    "proposal.supported": _("%(actor)s supports a proposal"),
    "proposal.unsupported": _("%(actor)s no longer supports a proposal"),
    "proposal.point_for": _("%(actor)s made a point for a proposal"),
    "proposal.point_against": _("%(actor)s made a point against a proposal"),
    "proposal.point_agreed": _("%(actor)s agrees with a point"),
    "proposal.point_left": _("%(actor)s no longer agrees with a point"),
    "proposal.point_withdrawn": _("%(actor)s took a point back"),
    "proposal.point_removed": _("%(actor)s took a point down"),
    "proposal.amendment_proposed": _("%(actor)s proposed an amendment"),
    "proposal.amendment_accepted": _("%(actor)s accepted an amendment: version %(number)s"),
    "proposal.amendment_declined": _("%(actor)s declined an amendment, with reasons"),
    "proposal.amendment_withdrawn": _("%(actor)s took an amendment back"),
    "proposal.feasibility_said": _("%(actor)s said whether a proposal can be done"),
    "proposal.merged": _("%(actor)s joined two proposals that want the same"),
    "proposal.parted": _("%(actor)s parted two proposals that had been joined"),
}

LINKS = {"design.proposal": "design:proposal", "design.amendment": "design:amendment"}
