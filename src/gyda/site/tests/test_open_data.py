"""The page of open data, the file that a tick makes, and the seal under digests."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from gyda.journal.actions import record, seal
from gyda.people.tests.builders import Cast, who
from gyda.site.seal_footer import line
from gyda.terminal.verify import verify


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.OPEN_DATA = tmp_path
    return tmp_path


def test_before_the_first_tick_there_is_no_file(cast: Cast, folder: Path) -> None:
    page = Client().get(f"/en/hubs/{cast.hub.slug}/open-data/")
    assert "There is no file yet" in page.content.decode()
    assert Client().get(f"/en/hubs/{cast.hub.slug}/open-data/file.zip").status_code == 404


def test_anyone_takes_the_file_and_finds_it_fine(cast: Cast, folder: Path) -> None:
    record(by=who(cast.bryn), verb="test.done", about=cast.bryn, public=True)
    call_command("tick")
    page = Client().get(f"/en/hubs/{cast.hub.slug}/open-data/")
    assert "Take the file" in page.content.decode()
    file = Client().get(f"/en/hubs/{cast.hub.slug}/open-data/file.zip")
    taken = folder / "taken.zip"
    taken.write_bytes(b"".join(file.streaming_content))
    file.close()
    result = verify(taken)
    assert result.broken == []
    assert result.counts["entries"] == 1


def test_the_latest_seal_stands_under_digests(cast: Cast) -> None:
    assert line(cast.hub) == ""
    record(by=who(cast.bryn), verb="test.done", about=cast.bryn)
    [made] = seal(hub_id=cast.hub.id)
    with translation.override("en"):
        assert line(cast.hub) == f"Seal 1 of the record of {cast.hub.name_en}: {made.own_hash}"
