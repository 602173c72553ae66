"""The terminal: the methods on files of one's own, from a command line without Django."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os

# Before numpy loads: the same sums on any machine, and no threads that only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
