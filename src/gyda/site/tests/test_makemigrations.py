"""New tables are written with their constraints and indexes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.db import models
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, CreateModel

from gyda.site.management.commands.makemigrations import folded


def _table(name: str) -> CreateModel:
    return CreateModel(name, [("id", models.AutoField(primary_key=True)), ("size", _size())])


def _size() -> "models.IntegerField[int, int]":
    return models.IntegerField()


def test_what_is_added_to_a_new_table_is_made_with_it() -> None:
    positive = models.CheckConstraint(condition=models.Q(size__gt=0), name="size_ck")
    by_size = models.Index(fields=["size"], name="size_ix")
    first, second = _table("First"), _table("Second")
    operations = [first, second, AddConstraint("first", positive), AddIndex("first", by_size)]
    assert folded(operations) == [first, second]
    assert first.options == {"constraints": [positive], "indexes": [by_size]}


def test_what_names_a_later_column_or_an_older_table_stays() -> None:
    by_place = models.Index(fields=["place"], name="place_ix")
    operations = [
        _table("First"), AddField("first", "place", _size()), AddIndex("first", by_place),
        AddIndex("older", models.Index(fields=["size"], name="older_ix")),
    ]  # fmt: skip
    assert folded(operations) == operations
