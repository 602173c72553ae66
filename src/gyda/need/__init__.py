"""What matters to people, in their own words: conversations and ideas."""
# SPDX-License-Identifier: AGPL-3.0-or-later
