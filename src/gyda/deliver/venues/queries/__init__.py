"""What the pages of pools and venues read."""
# SPDX-License-Identifier: AGPL-3.0-or-later
