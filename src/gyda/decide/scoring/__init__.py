"""Joint scoring by two groups of equal weight."""
# SPDX-License-Identifier: AGPL-3.0-or-later
