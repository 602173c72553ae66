"""The command `gyda criteria`: decides cases by a published decision table."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.criteria.command import ABOUT, main

__all__ = ["ABOUT", "main"]
