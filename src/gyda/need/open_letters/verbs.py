"""What the journal says of open letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "letter.opened": _("%(actor)s opened a letter for signatures: %(letter)s"),
    "letter.changed": _("%(actor)s put an open letter in other words: %(letter)s"),
    "letter.signed": _("%(actor)s signed an open letter: %(letter)s"),
    "letter.signed_from_outside": _("A signature was confirmed by e-mail: %(letter)s"),
    "letter.unsigned": _("%(actor)s took a signature back: %(letter)s"),
    "letter.unsigned_from_outside": _("A signature from outside was taken back: %(letter)s"),
    "letter.sheet_typed": _(
        "%(actor)s typed in a sheet of signatures (people on it: %(people)s): %(letter)s"
    ),
    "letter.delivered": _(
        "%(actor)s delivered an open letter (organisations that signed: %(organisations)s): "
        "%(letter)s"
    ),
    "letter.closed": _("%(actor)s closed an open letter: %(letter)s"),
    "letter.taken_down": _("%(actor)s took an open letter down"),
    "letter.name_taken_down": _("%(actor)s took a name under an open letter down"),
    "letter.appealed": _("%(actor)s asked for a second look"),
    "letter.appeal_refused": _("%(actor)s decided that it stays down"),
    "letter.appeal_upheld": _("%(actor)s decided that it is shown again"),
    "letter.rules_set": _("%(actor)s set who may sign open letters"),
}

NAMES = {"letter": "need.OpenLetter"}
LINKS = {"need.openletter": "need:letter"}
