"""Between hubs of one install: whose credits are accepted, and what each owes the other."""
# SPDX-License-Identifier: AGPL-3.0-or-later
