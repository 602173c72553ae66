"""Finds the data that the project shares beside its repository."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
from pathlib import Path

import pytest


def shared(name: str) -> Path:
    """Return a file or folder of the shared data; without it skip, but never on the CI."""
    for folder in Path(__file__).resolve().parents:
        path = folder.parent / "shared" / "data" / name
        if path.exists():
            return path
    if os.environ.get("CI"):
        raise FileNotFoundError(f"shared/data/{name}")
    pytest.skip(f"shared/data/{name} is not on this machine")
