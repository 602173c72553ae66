"""One file that holds a whole install: the database as of one moment, pictures, secret key."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

FORMAT = "gyda-backup-1"


class BackupError(Exception):
    """The backup cannot be made, read or put back; the text says why."""


def make(target: Path) -> Path:
    """Write a backup to `target` (.tar.gz) while the site runs, and return the path.

    The database is copied as of one moment: writers neither wait nor show up half.
    """
    with tempfile.TemporaryDirectory(prefix="gyda-backup-") as folder:
        room = Path(folder)
        _copy_database(room / "database")
        manifest = {"format": FORMAT, "engine": connection.vendor, "made_at": _now()}
        (room / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        parts = [(room / "manifest.json", "manifest.json"), (room / "database", "database")]
        parts += [(p, p.name) for p in _beside_the_database() if p.exists()]
        return _write(target, parts)


def put_back(source: Path) -> dict[str, str]:
    """Replace database, pictures and secret key by those of a backup; return its manifest.

    Errors: BackupError when the file is no backup, or one of the other engine.
    """
    with tempfile.TemporaryDirectory(prefix="gyda-restore-") as folder:
        room = Path(folder)
        _unpack(source, room)
        manifest = _manifest(room)
        if manifest["engine"] != connection.vendor:
            raise BackupError(f"This backup is of {manifest['engine']}, not {connection.vendor}.")
        _replace_database(room / "database")
        for place in _beside_the_database():
            _replace(room / place.name, place)
        return manifest


def _beside_the_database() -> list[Path]:
    return [Path(settings.MEDIA_ROOT), settings.VAR / "secret-key"]


def _write(target: Path, parts: list[tuple[Path, str]]) -> Path:
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)  # nobody else reads it, not even while it grows
    with tarfile.open(unfinished, "w:gz", compresslevel=3) as archive:
        for path, name in parts:
            archive.add(path, name)
    return unfinished.replace(target)


def _unpack(source: Path, room: Path) -> None:
    try:
        with tarfile.open(source) as archive:
            archive.extractall(room, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise BackupError(f"{source} cannot be read as a backup: {error}") from error


def _manifest(room: Path) -> dict[str, str]:
    path = room / "manifest.json"
    manifest: dict[str, str] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if manifest.get("format") != FORMAT:
        raise BackupError("This file is not a Gyda backup.")
    return manifest


def _replace(new: Path, place: Path) -> None:
    if not new.exists():
        return
    if place.is_dir():
        shutil.rmtree(place)
    shutil.move(new, place)


def _copy_database(target: Path) -> None:
    if connection.vendor == "sqlite":
        with closing(_open_sqlite()) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
        return
    _run(["pg_dump", "--format=custom", "--no-owner", f"--file={target}", _pg_url()])


def _replace_database(source: Path) -> None:
    connections.close_all()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(source)) as copy, closing(_open_sqlite()) as target:
            copy.backup(target)
        return
    _run(
        ["pg_restore", "--clean", "--if-exists", "--no-owner", "--exit-on-error"]
        + ["--single-transaction", f"--dbname={_pg_url()}", str(source)]
    )


def _open_sqlite() -> sqlite3.Connection:
    return sqlite3.connect(connection.settings_dict["NAME"], timeout=60)


def _pg_url() -> str:
    from psycopg.conninfo import make_conninfo  # only where there is a PostgreSQL

    known = ("dbname", "user", "host", "port", "sslmode")  # the password goes by PGPASSWORD
    parameters = connection.get_connection_params()
    return make_conninfo(**{key: parameters[key] for key in known if key in parameters})


def _run(command: list[str]) -> None:
    tool = shutil.which(command[0])
    if tool is None:
        raise BackupError(
            f"{command[0]} is not on this machine: install PostgreSQL's client tools."
        )
    done = subprocess.run(  # noqa: S603  our own words
        [tool, *command[1:]],
        env=os.environ | {"PGPASSWORD": connection.settings_dict["PASSWORD"]},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BackupError(done.stderr.strip())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
