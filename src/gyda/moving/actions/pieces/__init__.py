"""The pieces of a move, each a generator that says after every transaction how far it is."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.moving.actions.pieces.work import Work

__all__ = ["Work"]
