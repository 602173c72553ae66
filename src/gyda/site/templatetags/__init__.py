"""Tags that know of the whole site."""
# SPDX-License-Identifier: AGPL-3.0-or-later
