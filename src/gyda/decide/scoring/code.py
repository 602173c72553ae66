"""By which name decisions know a joint scoring."""
# SPDX-License-Identifier: AGPL-3.0-or-later

SCORING = "decide.scoring"
