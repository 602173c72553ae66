"""The tables of this room's parts."""
# SPDX-License-Identifier: AGPL-3.0-or-later
