"""Tests of the map of a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later
