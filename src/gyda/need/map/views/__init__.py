"""Pages of the map."""
# SPDX-License-Identifier: AGPL-3.0-or-later
