"""Routing simulated: how soon a new statement has twenty votes, and what the map gains by it."""
# SPDX-License-Identifier: AGPL-3.0-or-later
