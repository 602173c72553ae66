"""The base of every model that belongs to a hub. The findings behind it: docs/decisions/001."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable, Iterable
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from django.db import models
from django.db.models.sql.where import AND, WhereNode

from gyda.keys.context import NoHub, all_hubs, hub_or_none, in_hub, is_everywhere
from gyda.keys.uuid7 import uuid7

M = TypeVar("M", bound=models.Model)


class HubQuerySet(models.QuerySet[M]):
    """Base of the rooms' query sets, whose methods are reusable filters."""


class HubManager(models.Manager[M]):
    """Sees the rows of the current hub only, and refuses to guess where there is none."""

    def get_queryset(self) -> models.QuerySet[M]:
        rows = super().get_queryset()
        hub = hub_or_none()
        if hub is not None:
            return _inside(rows, hub)
        if is_everywhere():
            return rows
        raise NoHub(f"{self.model.__name__} was read outside a hub: use in_hub() or all_hubs().")


def _inside(rows: models.QuerySet[M], hub: UUID) -> models.QuerySet[M]:
    """Do what filter(hub_id=hub) does, at a quarter of its price: every query begins with it."""
    field = cast(Any, rows.model._meta.get_field("hub"))
    column = field.get_col(rows.query.get_initial_alias())
    rows.query.where.add(field.get_lookup("exact")(column, hub), AND)
    return rows


class HubForeignKey(models.ForeignKey[Any, Any]):
    """A link inside one hub: joins compare the hub too, and PostgreSQL refuses a stranger's row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("on_delete", models.PROTECT)
        kwargs.setdefault("db_index", False)  # an index that leads with the hub is the one to have
        super().__init__(*args, **kwargs)

    def get_extra_restriction(self, alias: str | None, related_alias: str | None) -> Any:
        if not (alias and related_alias):
            return None
        ours = self.model._meta.get_field("hub")
        theirs = self.related_model._meta.get_field("hub")
        where = WhereNode()
        lookup = cast(Any, theirs).get_lookup("exact")
        where.add(
            lookup(cast(Any, ours).get_col(related_alias), cast(Any, theirs).get_col(alias)), AND
        )
        return where

    def get_extra_descriptor_filter(self, instance: models.Model) -> dict[str, Any]:
        return {"hub_id": cast(Any, instance).hub_id}


class HubKey(models.UniqueConstraint):
    """(hub, id) only where composite links need it: SQLite's links point at the id alone.

    For tables that are written much and never listed by hub and id.
    """

    def constraint_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return what stands in CREATE TABLE."""
        return _unless_sqlite(super().constraint_sql, model, schema_editor)

    def create_sql(self, model: Any, schema_editor: Any) -> Any:
        """Return what adds it to a table."""
        return _unless_sqlite(super().create_sql, model, schema_editor)


class HubIndex(models.Index):
    """(hub, …), but without the hub on SQLite: the ids after it are of one hub alone anyway, and
    a third less to write means fewer pages at each commit.
    """

    def create_sql(
        self, model: type[models.Model], schema_editor: Any, using: str = "", **kwargs: Any
    ) -> Any:
        """Return what adds it to a table."""
        fields = self.fields[1:] if schema_editor.connection.vendor == "sqlite" else self.fields
        plain = models.Index(fields=fields, name=self.name)
        return plain.create_sql(model, schema_editor, using, **kwargs)


def _unless_sqlite(sql: Callable[[Any, Any], Any], model: Any, schema_editor: Any) -> Any:
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    return None if is_sqlite else sql(model, schema_editor)


class HubModel(models.Model):
    """A row that belongs to one hub, for good: class HUB of the three table classes."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    hub = models.ForeignKey(
        "people.Hub", on_delete=models.PROTECT, related_name="+", db_index=False, editable=False
    )

    objects = HubManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"
        constraints = [
            models.UniqueConstraint(fields=["hub", "id"], name="%(app_label)s_%(class)s_hub_id_uq")
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Citus refuses an UPDATE that sets the distribution column, even to itself.
        if self.hub_id is None:
            self.hub_id = hub_or_none()
        if not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = self._changeable_fields()
        with in_hub(self.hub_id):
            super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with in_hub(self.hub_id):
            return super().delete(*args, **kwargs)

    def refresh_from_db(
        self,
        using: str | None = None,
        fields: Iterable[str] | None = None,
        from_queryset: "models.QuerySet[Any] | None" = None,
    ) -> None:
        with in_hub(self.hub_id):
            super().refresh_from_db(using, fields, from_queryset)

    @classmethod
    def _changeable_fields(cls) -> list[str]:
        fields = cls._meta.local_concrete_fields
        return [f.name for f in fields if not (f.primary_key or f.name == "hub" or f.generated)]

    def is_of(self, other: Self) -> bool:
        """Tell whether both rows belong to the same hub."""
        return bool(self.hub_id == other.hub_id)


__all__ = [
    "HubForeignKey",
    "HubIndex",
    "HubKey",
    "HubManager",
    "HubModel",
    "HubQuerySet",
    "all_hubs",
    "in_hub",
]
