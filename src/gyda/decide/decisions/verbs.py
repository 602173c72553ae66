"""What the journal says of decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "decision.published": _("A decision was made: %(decision)s"),
    "decision.corrected": _("%(actor)s put a correction in the place of a decision: %(decision)s"),
    "decision.overruled": _("%(organisation)s overruled a decision: %(decision)s"),
    "decision.looked_back": _("%(actor)s said what became of a decision: %(decision)s"),
    "decision.appealed": _("%(actor)s asked for a second look at a decision: %(decision)s"),
    "decision.appeal_upheld": _("%(actor)s agreed to a second look at a decision: %(decision)s"),
    "decision.appeal_refused": _("%(actor)s answered an appeal; the decision stands: %(decision)s"),
}

NAMES = {"decision": "decide.Decision", "organisation": "people.Organisation"}
LINKS = {"decide.decision": "decide:decision"}
