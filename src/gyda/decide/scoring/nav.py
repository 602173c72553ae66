"""What joint scoring shows in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.utils.translation import gettext_lazy as _

from gyda.web.nav import Item

ITEMS = [Item(label=_("Scored together"), name="decide:scorings", for_role="anyone", order=43)]
