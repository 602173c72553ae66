"""What the journal says of paper."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "note.printed": _("%(actor)s printed %(count)s notes of %(minutes)s each"),
    "note.printed-again": _("%(actor)s opened notes for printing"),
    "note.key-changed": _("%(actor)s made a new key for signing notes"),
    "note.handed-out": _("%(actor)s handed out notes worth %(minutes)s"),
    "note.redeemed": _("%(actor)s redeemed note %(number)s, worth %(minutes)s, for: %(member)s"),
    "note.spent": _("%(actor)s took note %(number)s, worth %(minutes)s, at: %(organisation)s"),
    "note.refused": _("A note that %(actor)s tried was refused. Its number: %(number)s"),
    "note.looked-into": _("%(actor)s looked into a refused note"),
    "note.lost": _("%(actor)s noted that note %(number)s is lost: its %(minutes)s went back"),
    "note.voided": _("%(actor)s made note %(number)s void"),
    "note.rest-voided": _("%(actor)s made notes void that were not handed out: %(count)s"),
    "note.expired": _("Notes are out of date: their hours, %(minutes)s, went into the pot"),
    "statement.chosen": _("%(actor)s chose how often a statement comes by post to: %(member)s"),
}
NAMES = {"organisation": "people.Organisation"}
LINKS = {
    "deliver.note": "deliver:note",
    "deliver.notebatch": "deliver:note_batch",
}
