"""Every read for the pages of a map."""
# SPDX-License-Identifier: AGPL-3.0-or-later
