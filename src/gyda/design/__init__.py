"""Citizens and professionals shape options together, and write who gets help."""
# SPDX-License-Identifier: AGPL-3.0-or-later
