"""Moving house: a whole time bank comes in from tables, and goes out again in the same shape."""
# SPDX-License-Identifier: AGPL-3.0-or-later
