"""A payment across hubs whose process is killed at each of its commits: both books agree."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.db import connection

COMMITS = 3  # hold; credit; post
KILLED = -9


@pytest.fixture
def database(tmp_path: Path, db: None) -> Iterator[str]:
    if connection.vendor != "postgresql":
        yield f"sqlite:///{tmp_path / 'db.sqlite3'}"
        return
    name = f"gyda_kill_{uuid4().hex[:8]}"
    _on_server(f'CREATE DATABASE "{name}"')
    yield urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    _on_server(f'DROP DATABASE "{name}" WITH (FORCE)')


def _on_server(statement: str) -> None:
    import psycopg

    told = connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
    where = {name: told[key] for name, key in names.items() if told.get(key)}
    where |= {key: told["OPTIONS"][key] for key in ("host",) if key in told["OPTIONS"]}
    with psycopg.connect(dbname="postgres", autocommit=True, **where) as server:
        server.execute(statement)


def _run(database: str, *command: str) -> "subprocess.CompletedProcess[str]":
    environment = os.environ | {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "gyda.site.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, text=True, check=False
    )


def _killer(database: str, *what: str) -> "subprocess.CompletedProcess[str]":
    return _run(database, "-m", "gyda.between.tests.killer", *what)


@pytest.mark.slow
def test_killed_at_each_commit_both_books_agree_after_a_restart(database: str) -> None:
    made = _run(database, "-m", "gyda.cli", "migrate", "-v", "0")
    assert made.returncode == 0, made.stderr
    assert _killer(database, "prepare").returncode == 0
    arrived = 0
    for at in range(1, COMMITS + 1):
        for moment in ("before", "after"):
            assert _killer(database, "pay", str(at), moment).returncode == KILLED
            told = _killer(database, "report")
            assert told.returncode == 0, told.stderr
            debts, ann, ben, sums, agrees, states = ast.literal_eval(told.stdout)
            arrived += 0 if (at, moment) == (1, "before") else 30  # nothing was kept of it yet
            assert (debts, ann, ben) == ((arrived, -arrived), (-arrived, 0), (arrived, 0))
            assert (sums, agrees, set(states) <= {"PAID"}) == ((0, 0), True, True)
    assert _killer(database, "pay", str(COMMITS + 1), "before").returncode == 0
