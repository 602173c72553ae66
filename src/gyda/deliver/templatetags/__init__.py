"""Template tags of the time bank."""
# SPDX-License-Identifier: AGPL-3.0-or-later
