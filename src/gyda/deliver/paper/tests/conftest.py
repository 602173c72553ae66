"""Fixtures for the tests of notes."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator

import pytest
from django.utils.translation import override

from gyda.deliver.tests.exchange_builders import no_start
from gyda.people.tests.builders import Cast


@pytest.fixture
def from_nothing(cast: Cast) -> Iterator[None]:
    no_start(cast)
    with override("en"):
        yield
