"""What the time bank's journal entries say in words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "categories.started": _("%(actor)s took the everyday list of categories"),
    "category.added": _("%(actor)s added a category"),
    "category.renamed": _("%(actor)s renamed a category"),
    "category.retired": _("%(actor)s retired a category"),
    "category.brought_back": _("%(actor)s brought a category back"),
    "listing.put_up": _("%(actor)s put up an offer or an ask"),
    "listing.edited": _("%(actor)s changed an offer or an ask"),
    "listing.paused": _("%(actor)s paused an offer or an ask"),
    "listing.resumed": _("%(actor)s showed an offer or an ask again"),
    "listing.renewed": _("%(actor)s kept an offer or an ask up"),
    "listing.closed": _("%(actor)s took down an offer or an ask of this member: %(member)s"),
    "listing.lapsed": _("An offer or an ask came down because its time was up: %(member)s"),
    "picture.added": _("%(actor)s added a picture"),
    "picture.removed": _("%(actor)s took a picture away"),
    "gift.given": _("%(actor)s gave %(minutes)s to: %(receiver)s"),
    "gift.given_to_pot": _("%(actor)s gave %(minutes)s to the pot"),
    "gift.granted": _("%(actor)s gave %(minutes)s from the pot to: %(receiver)s"),
    "gift.thanked": _("%(actor)s said thank you for a gift to: %(giver)s"),
}

LINKS = {"deliver.listing": "deliver:listing", "deliver.gift": "deliver:gift"}
