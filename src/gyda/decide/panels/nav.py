"""What panels show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.web.nav import Item

ITEMS: list[Item] = []
