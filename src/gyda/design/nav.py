"""What the parts of this room show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.design.criteria import nav as criteria
from gyda.design.proposals import nav as proposals

ITEMS = [*criteria.ITEMS, *proposals.ITEMS]
