"""What the pages about paper ask."""
# SPDX-License-Identifier: AGPL-3.0-or-later
