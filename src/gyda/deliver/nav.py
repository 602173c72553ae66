"""What the time bank shows in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [
    Item(label=_("Offers"), name="deliver:offers", order=10),
    Item(label=_("Asks"), name="deliver:asks", order=20),
    Item(label=_("My exchanges"), name="deliver:exchanges", order=72),
    Item(label=_("Activities"), name="deliver:activities", for_role="anyone", order=40),
    Item(label=_("Places to go"), name="deliver:places", order=42),
    Item(label=_("My bookings"), name="deliver:bookings", order=73),
    Item(label=_("Thank-yous"), name="deliver:thanks", order=45),
    Item(label=_("How hours work"), name="deliver:policy", order=48),
    Item(label=_("Figures"), name="deliver:figures", for_role="anyone", order=61),
    Item(label=_("Paper notes"), name="deliver:notes", for_role="connector", order=81),
    Item(label=_("Desk"), name="deliver:desk", for_role="connector", order=60),
    Item(label=_("The pot"), name="deliver:grant", for_role="connector", order=80),
    Item(
        label=_("Organisations and venues"),
        name="deliver:organisations",
        for_role="connector",
        order=81,
    ),
]
