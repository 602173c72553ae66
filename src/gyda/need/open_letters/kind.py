"""By which name the answers know an open letter."""
# SPDX-License-Identifier: AGPL-3.0-or-later

LETTER = "need.letter"
OUTSIDE = "need.letter.outside"  # who hears of it without being a member
