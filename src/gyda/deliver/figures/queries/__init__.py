"""What the pages of figures read."""
# SPDX-License-Identifier: AGPL-3.0-or-later
