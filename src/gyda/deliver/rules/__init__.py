"""Who may do what, and when, in the time bank."""
# SPDX-License-Identifier: AGPL-3.0-or-later
