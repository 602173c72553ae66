"""Tests of the command lines."""
# SPDX-License-Identifier: AGPL-3.0-or-later
