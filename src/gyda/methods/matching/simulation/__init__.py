"""Hubs that never were, on which ways of matching are measured before people live with them."""
# SPDX-License-Identifier: AGPL-3.0-or-later
