"""PostgreSQL as Gyda needs it: links inside a hub are composite keys (hub, id)."""
# SPDX-License-Identifier: AGPL-3.0-or-later
