"""Words: every sentence of the interface, in the translators' one catalogue."""
# SPDX-License-Identifier: AGPL-3.0-or-later
