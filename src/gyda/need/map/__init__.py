"""The map of a conversation: groups, what joins and divides them, its report, open formats."""
# SPDX-License-Identifier: AGPL-3.0-or-later
