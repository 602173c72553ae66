"""What templates of this room need."""
# SPDX-License-Identifier: AGPL-3.0-or-later
