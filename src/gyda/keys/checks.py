"""System checks for the rules that every table must keep (docs/decisions/001)."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db import models

from gyda.keys.models import HubForeignKey, HubModel

REFERENCE = {"people.Hub", "people.Person", "people.SmallArea"}


def _is_hub(model: type[models.Model]) -> bool:
    return issubclass(model, HubModel)


def _uniques_without_hub(model: type[models.Model]) -> Iterator[CheckMessage]:
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and not _names_hub(constraint):
            yield Error(f"{constraint.name} lacks the hub", obj=model, id="keys.E001")
    for field in model._meta.local_concrete_fields:
        if field.unique and not field.primary_key:
            yield Error(f"{field.name} is unique without the hub", obj=model, id="keys.E002")


def _names_hub(constraint: models.UniqueConstraint) -> bool:
    return "hub" in constraint.fields or "F(hub)" in [str(e) for e in constraint.expressions]


def _links(model: type[models.Model]) -> Iterator[CheckMessage]:
    for field in model._meta.local_concrete_fields:
        if not isinstance(field, models.ForeignKey):
            continue
        target = field.related_model
        if not isinstance(target, type):
            continue
        if _is_hub(target) and not (_is_hub(model) and isinstance(field, HubForeignKey)):
            yield Error(f"{field.name} must be a HubForeignKey", obj=model, id="keys.E003")
        if _is_hub(model) and field.remote_field.on_delete is models.SET_NULL:
            yield Error(f"{field.name}: SET NULL breaks the hub key", obj=model, id="keys.E004")


@register()
def check_hub_keys(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Uniqueness and links of every model of ours carry the hub."""
    problems: list[CheckMessage] = []
    for model in apps.get_models():
        if not model.__module__.startswith("gyda."):
            continue
        problems.extend(_links(model))
        if _is_hub(model):
            problems.extend(_uniques_without_hub(model))
    return problems
