"""Migrations are written, and each can run while the old code still serves."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import BaseCommand, call_command
from django.core.management.commands.migrate import Command as DjangosMigrate
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django_migration_linter import MigrationLinter
from pytest_django import DjangoDbBlocker

from gyda.site.management.commands import migrate
from gyda.site.management.commands.makemigrations import folded
from tests import repository

# Read by eye: they only let in more than before, which the linter, reading SQL, cannot know.
# Those of notes and venues make new tables, or add to these before anyone had them; letters to
# others, and the limits on money, add columns that have a default in the database.
LOOKED_AT = [
    *("0003_notes_account", "0004_pools", "0005_opening_and_partners"),
    *("0002_paper_notes", "0003_venues", "0004_venues_held_tighter"),
    *("0006_figures", "0007_door_and_both_sides"),
    *("0003_ideas", "0005_open_letters"),
    *("0002_small_areas", "0008_matching", "0002_letters_to_others"),
    *("0002_maps", "0002_a_referee_who_declines_is_forgotten", "0004_ballots"),
    *("0007_funds", "0003_funds", "0002_criteria"),
    *("0002_hidden_questions", "0003_circulars", "0006_rulings_of_letters", "0007_joinings"),
    *("0007_papers_put_aside", "0008_kept_limits"),
]

OURS = [config.label for config in apps.get_app_configs() if config.name.startswith("gyda.")]


def test_the_models_and_the_migrations_agree(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.slow
def test_every_migration_is_safe(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, capsys: pytest.CaptureFixture[str]
) -> None:
    # Not inside a transaction: SQLite's schema editor, which writes the SQL to look at, refuses.
    with django_db_blocker.unblock():
        # The first migration of a room makes tables that nobody uses yet.
        linter = MigrationLinter(
            str(repository.ROOT),
            include_apps=OURS,
            no_cache=True,
            ignore_initial_migrations=True,
            ignore_name=LOOKED_AT,
        )
        linter.lint_all_migrations()
    assert not linter.has_errors, capsys.readouterr().out


ROOMS = ("ledger", "safeguarding", "deliver")  # with those that they stand on


def _made_by(command: BaseCommand, path: Path) -> set[tuple[str, str]]:
    """Return the tables and indexes that a command's migrating makes in a new SQLite database."""
    terms = connections["default"].settings_dict
    connections.databases["new"] = terms | {"NAME": str(path)}
    try:
        for room in ROOMS:
            call_command(command, room, database="new", verbosity=0)
        with connections["new"].cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
            return set(cursor.fetchall())
    finally:
        connections["new"].close()
        del connections["new"], connections.databases["new"]


@pytest.mark.slow
@pytest.mark.sqlite
def test_drawing_less_makes_the_same_tables(
    django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> None:
    """An upgrade of Django cannot part its way of migrating and ours unseen."""
    with django_db_blocker.unblock():
        ours = _made_by(migrate.Command(), tmp_path / "ours")
        djangos = _made_by(DjangosMigrate(), tmp_path / "djangos")
    assert len(ours) > 100
    assert ours == djangos


def test_the_rooms_that_are_compared_have_every_kind_of_step() -> None:
    kinds: dict[bool, set[type]] = {True: set(), False: set()}
    for (app, _name), one in MigrationLoader(None).disk_migrations.items():
        if app in OURS:
            kinds[app in ROOMS] |= {type(step) for step in one.operations}
    assert kinds[False] <= kinds[True]


def test_every_migration_says_what_it_does() -> None:
    files = [path for path in repository.ours(".py") if path.parent.name == "migrations"]
    assert [path.name for path in files if "_auto_" in path.name] == []


def test_a_table_is_made_with_its_constraints() -> None:
    """Else `migrate` takes three times as long: `gyda makemigrations` writes them so."""
    loader = MigrationLoader(None)
    ours = [one for (app, _name), one in loader.disk_migrations.items() if app in OURS]
    apart = [str(one) for one in ours if len(folded(one.operations)) < len(one.operations)]
    assert apart == []


def test_a_hub_table_has_its_hub_from_the_start() -> None:
    # A table cannot be cut up by a column that it gets later.
    files = [path for path in repository.ours(".py") if path.parent.name == "migrations"]
    late = [path.name for path in files if "            name='hub'," in path.read_text()]
    assert late == ["0001_initial.py"] * len(late)
