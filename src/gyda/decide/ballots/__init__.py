"""Votes on options, and how they are counted."""
# SPDX-License-Identifier: AGPL-3.0-or-later
