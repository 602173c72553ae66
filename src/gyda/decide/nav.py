"""What the parts of this room show in the header."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.decide.ballots import nav as ballots
from gyda.decide.decisions import nav as decisions
from gyda.decide.funds import nav as funds
from gyda.decide.panels import nav as panels
from gyda.decide.scoring import nav as scoring

ITEMS = [*ballots.ITEMS, *decisions.ITEMS, *funds.ITEMS, *panels.ITEMS, *scoring.ITEMS]
