"""A hub without anybody in it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator

import pytest

from gyda.keys.context import in_hub
from gyda.people.models import Hub
from gyda.people.tests.builders import a_hub


@pytest.fixture
def hub(db: None) -> Iterator[Hub]:
    made = a_hub()
    with in_hub(made.id):
        yield made
