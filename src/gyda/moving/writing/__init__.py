"""Writing the tables of a hub."""
# SPDX-License-Identifier: AGPL-3.0-or-later
