"""Every write about decisions."""
# SPDX-License-Identifier: AGPL-3.0-or-later
