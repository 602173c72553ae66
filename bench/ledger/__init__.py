"""The ledger's speed beside its peers, all in one run on one machine."""
# SPDX-License-Identifier: AGPL-3.0-or-later
