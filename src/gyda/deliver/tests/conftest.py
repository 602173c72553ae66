"""Keeps the pictures of tests out of the way."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings


@pytest.fixture(autouse=True)
def _own_media(tmp_path: Path) -> Iterator[None]:
    with override_settings(MEDIA_ROOT=tmp_path):
        yield
