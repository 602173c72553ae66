"""What this room shows in the header of a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.web.nav import Item

ITEMS: list[Item] = []
