"""What a time bank is judged by: counted from the ledger, published with care, opened by figure."""
# SPDX-License-Identifier: AGPL-3.0-or-later
