"""Every write about gifts and stories."""
# SPDX-License-Identifier: AGPL-3.0-or-later
