"""`gyda map`: the opinion map of a conversation, from a folder of the field's files."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.terminal.map.command import ABOUT, main

__all__ = ["ABOUT", "main"]
