"""Tests of how people are brought together."""
# SPDX-License-Identifier: AGPL-3.0-or-later
