"""How the tables of this room came to be."""
# SPDX-License-Identifier: AGPL-3.0-or-later
