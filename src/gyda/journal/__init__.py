"""Journal: the append-only record of who did what, for whom."""
# SPDX-License-Identifier: AGPL-3.0-or-later
