"""What the journal says of gifts and stories."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "asset.noted": _("%(actor)s wrote down a gift of the place"),
    "asset.changed": _("%(actor)s changed what is written of a gift"),
    "asset.agreed": _("%(actor)s said yes to a gift that was found with them"),
    "asset.declined": _("%(actor)s said no to a gift that was found with them"),
    "asset.withdrawn": _("%(actor)s took a gift off the list"),
    "story.told": _("%(actor)s told a story of their own"),
    "story.changed": _("%(actor)s changed their story, or who may read it"),
    "story.taken_back": _("%(actor)s took their story back"),
    "story.hushed": _("%(actor)s had a story read by its teller alone"),
}

LINKS = {"need.asset": "need:gift", "need.story": "need:story"}
