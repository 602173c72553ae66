"""Tests of the opinion map."""
# SPDX-License-Identifier: AGPL-3.0-or-later
