"""Money and power that really move: funds, ballots, panels, decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later
