"""Migrating draws few models, and what a step's own code sees is whole."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator

import pytest
from django.db import models
from django.db.migrations.state import ModelState, ProjectState

from gyda.site.management.commands.migrate import drawing_less


def _table(name: str, *links: str, **fields: models.Field) -> ModelState:
    keys = {to: models.ForeignKey(f"site.{to}", models.CASCADE) for to in links}
    return ModelState(
        "site", name, [("id", models.AutoField(primary_key=True)), *keys.items(), *fields.items()]
    )


@pytest.fixture
def state() -> Iterator[ProjectState]:
    """A hub, a member of it, and what the member said."""
    with drawing_less():
        made = ProjectState({("site", t.name): t for t in (_table("hub"), _table("member", "hub"))})
        made.add_model(_table("word", "hub", "member"))
        assert made.apps
        yield made


def _drawn(state: ProjectState) -> dict[str, type[models.Model]]:
    return dict(state.apps.all_models["site"])


def test_a_new_table_leaves_the_others_as_they_are(state: ProjectState) -> None:
    before = _drawn(state)
    state.add_model(_table("deed", "hub", "member"))
    after = _drawn(state)
    assert {name for name in after if after[name] is not before.get(name)} == {"deed"}
    links = {field.related_model for field in after["member"]._meta.related_objects}
    assert links == {after["word"], after["deed"]}


def test_a_table_that_changes_is_drawn_with_those_that_point_at_it(state: ProjectState) -> None:
    before = _drawn(state)
    state.add_field("site", "member", "since", models.DateField(null=True), True)
    after = _drawn(state)
    assert {name for name in after if after[name] is not before[name]} == {"member", "word"}
    assert after["word"]._meta.get_field("member").related_model is after["member"]


def test_the_code_of_a_step_sees_every_link(state: ProjectState) -> None:
    state.add_field("site", "member", "since", models.DateField(null=True), True)
    state.clear_delayed_apps_cache()  # as RunPython does first
    drawn = _drawn(state)
    for name in drawn:
        for field in drawn[name]._meta.get_fields():
            assert field.related_model in (None, *drawn.values())
