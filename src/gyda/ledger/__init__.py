"""Ledger: double entry for hours (in minutes) and money (in pence)."""
# SPDX-License-Identifier: AGPL-3.0-or-later
