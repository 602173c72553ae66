"""Where money and power move: funds, panels, ballots, decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later
