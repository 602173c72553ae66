"""What the parts of this room show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.need.conversations import nav as conversations
from gyda.need.gifts import nav as gifts
from gyda.need.ideas import nav as ideas
from gyda.need.open_letters import nav as open_letters
from gyda.need.rulings import nav as rulings

ITEMS = [*conversations.ITEMS, *gifts.ITEMS, *ideas.ITEMS, *open_letters.ITEMS, *rulings.ITEMS]
