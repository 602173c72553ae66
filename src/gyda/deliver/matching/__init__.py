"""Brings the right people together: who could help with an ask, and a fair week of asking."""
# SPDX-License-Identifier: AGPL-3.0-or-later
