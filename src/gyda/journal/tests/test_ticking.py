"""Chores: done when due, once, each for itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command

from gyda.journal.actions import record
from gyda.journal.models import Seal
from gyda.journal.ticking import LEASE, tick, tick_install
from gyda.keys import ticks
from gyda.keys.context import current_hub
from gyda.people.tests.builders import Cast, who

NOW = datetime.datetime(2026, 3, 3, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, UUID]]:
    """Two chores that note that they ran, and one that breaks."""
    monkeypatch.setattr(ticks, "_ticks", {})
    runs: list[tuple[str, UUID]] = []

    def chore(name: str) -> Any:
        def run(*, hub_id: UUID, now: datetime.datetime) -> None:
            assert current_hub() == hub_id
            runs.append((name, hub_id))
            if name == "broken":
                raise ValueError("out of order")

        return run

    ticks.register("always", chore("always"))
    ticks.register("broken", chore("broken"), every=HOUR)
    ticks.register("hourly", chore("hourly"), every=HOUR)
    return runs


def test_a_chore_rests_as_long_as_it_said(cast: Cast, done: list[tuple[str, UUID]]) -> None:
    for minutes in (0, 1, 59, 60):
        tick(hub_id=cast.hub.id, now=NOW + datetime.timedelta(minutes=minutes))
    names = [name for name, _ in done]
    assert (names.count("always"), names.count("hourly")) == (4, 2)


def test_a_broken_chore_stops_no_other_and_is_tried_again_soon(
    cast: Cast, done: list[tuple[str, UUID]]
) -> None:
    assert tick(hub_id=cast.hub.id, now=NOW) == ["broken"]
    assert ("hourly", cast.hub.id) in done
    assert tick(hub_id=cast.hub.id, now=NOW + LEASE) == ["broken"]


def test_the_command_goes_through_every_hub_and_names_what_failed(
    cast: Cast, done: list[tuple[str, UUID]]
) -> None:
    with pytest.raises(CommandError, match="broken"):
        call_command("tick")
    assert {hub for name, hub in done if name == "always"} == {cast.hub.id, cast.other_hub.id}


def test_a_tick_seals_the_journal(cast: Cast) -> None:
    record(by=who(cast.bryn), verb="test.done", about=cast.bryn)
    call_command("tick")
    assert Seal.objects.get().count == 1


def test_a_job_of_the_install_is_done_once_however_many_hubs_there_are(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ticks, "_ticks", {})
    monkeypatch.setattr(ticks, "_install", {})
    runs: list[str] = []

    def broken(*, now: datetime.datetime) -> None:
        runs.append("broken")
        raise ValueError("out of order")

    ticks.register_for_install("whole", lambda *, now: runs.append("whole"), every=HOUR)
    ticks.register_for_install("out of order", broken, every=HOUR)
    with pytest.raises(CommandError, match="out of order"):
        call_command("tick")
    assert tick_install(now=NOW) == []
    assert runs == ["whole", "broken"]
