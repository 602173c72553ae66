"""What the parts of this room show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.ideas import nav as ideas

ITEMS = [*ideas.ITEMS]
