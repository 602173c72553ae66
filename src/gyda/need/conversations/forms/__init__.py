"""What is asked in a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later
