"""What the journal says of ballots; nothing of what anyone voted."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "ballot.drafted": _("%(actor)s began to prepare a ballot"),
    "ballot.changed": _("%(actor)s changed a ballot before it opened"),
    "ballot.option_put": _("%(actor)s put an option on a ballot: number %(number)s"),
    "ballot.option_can": _("%(actor)s found that option %(number)s of a ballot can be done"),
    "ballot.option_cannot": _("%(actor)s found that option %(number)s of a ballot cannot be done"),
    "ballot.option_merged": _("%(actor)s joined option %(number)s of a ballot with %(into)s"),
    "ballot.option_withdrawn": _("%(actor)s took option %(number)s off a ballot"),
    "ballot.ward_kept": _("%(actor)s gave a ward of a ballot money of its own"),
    "ballot.opened": _("%(actor)s opened a ballot"),
    "ballot.voted": _("%(actor)s put a vote into the box"),
    "ballot.printed": _("%(actor)s printed ballot papers: %(sheets)s"),
    "ballot.closed": _("A ballot closed; votes: %(votes)s"),
    "ballot.typed": _("%(actor)s typed in a ballot paper"),
    "ballot.settled": _("%(actor)s settled what stands on a ballot paper"),
    "ballot.put_aside": _("%(actor)s put a ballot paper aside that cannot be counted"),
    "ballot.counted": _("%(actor)s had a ballot counted; votes: %(votes)s"),
    "ballot.called_off": _("%(actor)s called a ballot off"),
    "ballot.imported": _("%(actor)s brought in a finished election; votes: %(votes)s"),
}

OWN = ("ballot.voted",)  # who has voted is nobody's affair
LINKS = {"decide.ballot": "decide:ballot"}
