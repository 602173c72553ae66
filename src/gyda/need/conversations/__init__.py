"""Conversations: an open question, short statements, and what each person thinks of them."""
# SPDX-License-Identifier: AGPL-3.0-or-later
