"""Keeping each other safe: checks by role, references, company at first, and a way to tell."""
# SPDX-License-Identifier: AGPL-3.0-or-later
