"""Settings from the environment, each with its type."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def text(name: str, default: str = "") -> str:
    """Return the variable, or the text of the file that NAME_FILE names."""
    path = os.environ.get(f"{name}_FILE")
    return Path(path).read_text(encoding="utf-8").strip() if path else os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """Return whether the variable says yes."""
    return text(name, str(default)).lower() in {"1", "true", "yes", "on"}


def whole(name: str, default: int) -> int:
    """Return the variable as a whole number."""
    return int(text(name, str(default)))


def database(url: str, var: Path) -> dict[str, Any]:
    """Turn DATABASE_URL into Django's terms; empty means SQLite in the data folder."""
    parts = urlsplit(url or f"sqlite:///{var / 'gyda.sqlite3'}")
    if parts.scheme == "sqlite":
        return _sqlite(parts.path[1:] if parts.path.startswith("//") else parts.path)
    return {
        "ENGINE": "gyda.keys.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _sqlite(path: str) -> dict[str, Any]:
    # FULL: an acknowledged hour survives a power cut. IMMEDIATE: writers queue and none fails.
    pragmas = (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
        "PRAGMA cache_size=-20000;PRAGMA wal_autocheckpoint=4000;"
    )
    return {
        "ENGINE": "gyda.keys.backends.sqlite",
        "NAME": path,
        "OPTIONS": {"init_command": pragmas, "transaction_mode": "IMMEDIATE", "timeout": 30},
        "TEST": {"NAME": ":memory:"},
    }


EMAIL_BACKENDS = {
    "console": "django.core.mail.backends.console.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "smtps": "django.core.mail.backends.smtp.EmailBackend",
    "smtp+tls": "django.core.mail.backends.smtp.EmailBackend",
    "notify": "gyda.letters.notify.EmailBackend",
}


def email(url: str) -> dict[str, Any]:
    """Turn EMAIL_URL into Django's terms.

    >>> sent = email("smtp+tls://post:secret@mail.example.org:587")
    >>> sent["host"], sent["port"], sent["user"], sent["tls"], sent["ssl"]
    ('mail.example.org', 587, 'post', True, False)
    """
    parts = urlsplit(url)
    return {
        "backend": EMAIL_BACKENDS[parts.scheme],
        "host": parts.hostname or "localhost",
        "port": parts.port or (465 if parts.scheme == "smtps" else 25),
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "tls": parts.scheme == "smtp+tls",
        "ssl": parts.scheme == "smtps",
    }
