"""A hundred ballots a second through real server processes on PostgreSQL, and none lost."""
# SPDX-License-Identifier: AGPL-3.0-or-later
