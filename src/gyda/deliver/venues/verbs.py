"""What the journal says of pools and venues."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "pool.granted": _("%(actor)s granted %(minutes)s to give, to: %(organisation)s"),
    "pool.changed": _("%(actor)s changed a grant by %(minutes)s: %(organisation)s"),
    "pool.closed": _("%(actor)s closed a grant: %(organisation)s"),
    "pool.gave": _("%(actor)s gave %(member)s %(minutes)s from the pool of: %(organisation)s"),
    "pool.took_back": _("%(actor)s took back %(minutes)s that came from: %(organisation)s"),
    "venue.opened": _("%(actor)s opened a venue: %(organisation)s"),
    "venue.changed": _("%(actor)s changed what is said of a venue: %(organisation)s"),
    "venue.agreed": _("%(actor)s wrote down who pays a venue back: %(organisation)s"),
    "venue.thanked": _("%(actor)s wrote down that a venue is thanked: %(organisation)s"),
    "venues.rules-changed": _("%(actor)s changed the rules of spending hours"),
    "spare.put_up": _("%(actor)s put up spare places at %(organisation)s: %(spare)s"),
    "spare.changed": _("%(actor)s changed spare places at %(organisation)s: %(spare)s"),
    "spare.ended": _("%(actor)s ended spare places at %(organisation)s: %(spare)s"),
    "occasion.cancelled": _("%(actor)s cancelled one time of: %(spare)s"),
    "place.booked": _("%(actor)s booked a place for %(member)s, %(minutes)s: %(spare)s"),
    "place.cancelled": _("%(actor)s gave back the place of %(member)s: %(spare)s"),
    "place.came": _("%(actor)s said that %(member)s came, %(minutes)s: %(spare)s"),
    "place.away": _("%(actor)s said that %(member)s did not come: %(spare)s"),
    "place.corrected": _("%(actor)s put right that %(member)s came, %(minutes)s: %(spare)s"),
    "place.lapsed": _("Nobody said whether %(member)s came, so the hours went back: %(spare)s"),
    "place.refunded": _("%(actor)s gave %(member)s back %(minutes)s: %(spare)s"),
    "settlement.proposed": _("%(actor)s wrote down a payment of %(pence)s to: %(organisation)s"),
    "settlement.settled": _("%(actor)s confirmed a payment of %(pence)s to: %(organisation)s"),
    "settlement.withdrawn": _("%(actor)s withdrew a payment of %(pence)s to: %(organisation)s"),
    "settlement.reversed": _("%(actor)s took back a payment of %(pence)s to: %(organisation)s"),
    "hours.ending": _("A letter said that %(minutes)s will go to the pot on %(ends_on)s"),
    "hours.ended": _("Hours that nobody spent went to the pot: %(minutes)s"),
}

NAMES = {"organisation": "people.Organisation", "spare": "deliver.SparePlace"}
LINKS = {
    "deliver.poolgrant": "deliver:pool_grant",
    "deliver.spareplace": "deliver:spare",
    "deliver.booking": "deliver:booking",
    "deliver.settlement": "deliver:settlement",
}
