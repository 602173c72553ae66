"""Gyda: with. The open platform on which a community co-produces its public services."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os

# Before numpy loads: the same sums on any machine, and no threads that only wait for each other
# (on two busy cores they made the lots of a panel ten times as dear).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
