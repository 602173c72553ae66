"""Routing: which statement to show next, with what chance, and what the chances are good for."""
# SPDX-License-Identifier: AGPL-3.0-or-later
