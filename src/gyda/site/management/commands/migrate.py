"""`gyda migrate`: Django's, but a step draws no more models than it changes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.commands import migrate
from django.db.migrations.state import ProjectState
from django.db.models import Model

Key = tuple[str, str]


def what_changes(
    state: ProjectState, app_label: str, model_name: str, delay: bool = False
) -> set[Key]:
    """Return a model and those that point at it, which are drawn anew when it changes.

    Django also takes all that it points at, and all that points there: every table has a hub, so
    each step drew every table, and nine tenths of `migrate` went there. What is left undrawn may
    know an older drawing of a neighbour; where a step's own code could see that, Django draws all
    anew, because the state is marked as delayed.
    """
    state.is_delayed = True
    try:
        model = state.apps.get_model(app_label, model_name)
    except LookupError:
        return {(app_label, model_name)}
    return {(app_label, model_name), *pointing_at(model)}


def pointing_at(model: type[Model]) -> Iterator[Key]:
    """Yield the models with a link to this one."""
    for field in model._meta.get_fields(include_hidden=True):
        if field.auto_created and not field.concrete and field.related_model:
            yield field.related_model._meta.app_label, str(field.related_model._meta.model_name)


@contextmanager
def drawing_less() -> Iterator[None]:
    """Let the states of migrations draw no more than `what_changes`."""
    states: Any = ProjectState
    djangos, states._find_reload_model = states._find_reload_model, what_changes
    try:
        yield
    finally:
        states._find_reload_model = djangos


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate."""
        with drawing_less():
            super().handle(*args, **options)
