"""The search index: one row per word of a shown listing, found by how the word begins."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import models

from gyda.deliver.models.listing import Listing
from gyda.keys.models import HubForeignKey, HubModel
from gyda.methods.search import after


class Opens(models.Lookup):
    """`word__opens="ty"`: a range of one b-tree index, in the order of bytes on every engine.

    LIKE would not do: SQLite folds case in it and so leaves the index, and on PostgreSQL the
    plain operators follow the database's language, where Welsh sorts "ch" after "cz".
    """

    lookup_name = "opens"
    prepare_rhs = False
    from_operator, to_operator = ">=", "<"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        column, params = self.process_lhs(compiler, connection)
        sql = f"({column} {self.from_operator} %s AND {column} {self.to_operator} %s)"
        return sql, [*params, self.rhs, *params, after(str(self.rhs))]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        self.from_operator, self.to_operator = "~>=~", "~<~"
        return self.as_sql(compiler, connection)


models.CharField.register_lookup(Opens)


class ListingWord(HubModel):
    """A folded word that leads to a listing; "=" opens what only a Welsh text may have meant."""

    word = models.CharField(max_length=30)
    listing = HubForeignKey(Listing, related_name="index")

    class Meta(HubModel.Meta):
        constraints = [
            *HubModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["hub", "listing", "word"], name="deliver_word_listing_uq"
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "word", "listing"],
                opclasses=["uuid_ops", "varchar_pattern_ops", "uuid_ops"],
                name="deliver_word_ix",
            )
        ]
