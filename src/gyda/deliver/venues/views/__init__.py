"""The pages of pools and venues."""
# SPDX-License-Identifier: AGPL-3.0-or-later
