"""Letters: messages out, in the reader's language."""
# SPDX-License-Identifier: AGPL-3.0-or-later
