"""Who owes an answer to whom, until when, and what they answered."""
# SPDX-License-Identifier: AGPL-3.0-or-later
