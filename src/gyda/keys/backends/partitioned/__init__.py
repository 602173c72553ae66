"""PostgreSQL cut up by hub, as Citus would: the profile that tests run on (docs/decisions/001)."""
# SPDX-License-Identifier: AGPL-3.0-or-later
