"""Every read that the pages of the time bank need."""
# SPDX-License-Identifier: AGPL-3.0-or-later
