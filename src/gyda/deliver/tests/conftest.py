"""Keeps the pictures of tests out of the way; two neighbours who begin with nothing."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from gyda.deliver.tests.exchange_builders import no_start
from gyda.people.tests.builders import Cast, a_member


@pytest.fixture(autouse=True)
def _own_media(tmp_path: Path) -> Iterator[None]:
    with override_settings(MEDIA_ROOT=tmp_path):
        yield


@pytest.fixture
def aled_and_beti(cast: Cast) -> tuple:
    no_start(cast)
    return a_member(cast.hub, "Aled"), a_member(cast.hub, "Beti")
