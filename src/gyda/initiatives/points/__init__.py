"""Points for and against: what ideas and proposals have in common, each in tables of its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later
