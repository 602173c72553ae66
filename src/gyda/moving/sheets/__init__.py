"""Reading the tables of a move: bytes in, rows and faults out; no database."""
# SPDX-License-Identifier: AGPL-3.0-or-later
