"""By which name the answers know an idea."""
# SPDX-License-Identifier: AGPL-3.0-or-later

IDEA = "need.idea"
