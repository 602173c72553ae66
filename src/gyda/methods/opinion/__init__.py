"""Opinion maps: who votes alike, what joins the groups, what to ask next, what may be shown."""
# SPDX-License-Identifier: AGPL-3.0-or-later
