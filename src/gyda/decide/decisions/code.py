"""By which name the answers know a decision."""
# SPDX-License-Identifier: AGPL-3.0-or-later

DECISION = "decide.decision"
