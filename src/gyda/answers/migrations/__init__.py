"""The shape of the tables over time."""
# SPDX-License-Identifier: AGPL-3.0-or-later
