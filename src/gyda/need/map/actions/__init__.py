"""Every write about maps."""
# SPDX-License-Identifier: AGPL-3.0-or-later
