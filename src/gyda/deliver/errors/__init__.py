"""What can go wrong in the time bank, in words that tell what to mend."""
# SPDX-License-Identifier: AGPL-3.0-or-later
