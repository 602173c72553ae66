"""The opinion map beside red-dwarf: speed, memory, and whether it is true."""
# SPDX-License-Identifier: AGPL-3.0-or-later
