"""Methods: pure Python, exact and reproducible. No Django, no clock, no chance of its own."""
# SPDX-License-Identifier: AGPL-3.0-or-later
