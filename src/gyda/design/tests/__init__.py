"""Tests of this room."""
# SPDX-License-Identifier: AGPL-3.0-or-later
