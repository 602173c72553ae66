"""Every read of paper notes, cards and statements."""
# SPDX-License-Identifier: AGPL-3.0-or-later
