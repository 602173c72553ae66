"""The hub's rules for spending hours, or the defaults where none are set."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.deliver.venues.models import VenueRules


def the_rules() -> VenueRules:
    """Return the rules of the hub; unsaved defaults until the steward sets them."""
    return VenueRules.objects.first() or VenueRules()
