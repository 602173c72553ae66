"""Money devolved to a hub: promised, paid, handed back, all of it in public."""
# SPDX-License-Identifier: AGPL-3.0-or-later
