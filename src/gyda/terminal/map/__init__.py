"""`gyda map`: the opinion map of a conversation, from a folder of the field's files."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os

# Before NumPy is there: our matrices are thin, and idle threads that wait for them only burn.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from gyda.terminal.map.command import ABOUT, main  # noqa: E402

__all__ = ["ABOUT", "main"]
