"""Every write of ideas."""
# SPDX-License-Identifier: AGPL-3.0-or-later
