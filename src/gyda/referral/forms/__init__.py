"""What people fill in."""
# SPDX-License-Identifier: AGPL-3.0-or-later
