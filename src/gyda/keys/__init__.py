"""Keys: every row of a hub carries its hub; the same code runs from a laptop to a nation."""
# SPDX-License-Identifier: AGPL-3.0-or-later
