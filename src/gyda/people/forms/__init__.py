"""What this room asks people for."""
# SPDX-License-Identifier: AGPL-3.0-or-later
