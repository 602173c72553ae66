"""Pabulib: the `.pb` file in which the world's participatory budgets are published, in and out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from gyda.methods.budgets.pabulib.reading import election_of, read
from gyda.methods.budgets.pabulib.tables import Document, tables_of
from gyda.methods.budgets.pabulib.writing import document_of, write

__all__ = ["Document", "document_of", "election_of", "read", "tables_of", "write"]
