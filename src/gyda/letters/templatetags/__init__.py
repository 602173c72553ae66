"""Tags for the texts of letters."""
# SPDX-License-Identifier: AGPL-3.0-or-later
