"""Progress is silent for two seconds, then tells how far it is, on standard error only."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import subprocess
import sys
import time

import pytest

from gyda.terminal import progress
from gyda.terminal.progress import Progress


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PATIENCE", "NOW_AND_THEN"):
        monkeypatch.setattr(progress, name, 0.01)


def _wait_for(shown: Progress) -> None:
    until = time.monotonic() + 10
    while not shown.shown and time.monotonic() < until:
        time.sleep(0.005)


def test_what_is_quick_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("counting") as shown:
        shown.at(5, 10)
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("hurried")
def test_what_takes_long_says_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress("counting") as shown:
        shown.at(1234, 5000)
        _wait_for(shown)
    said = capsys.readouterr()
    assert said.err.startswith("1,234 / 5,000 counting … 0 s\n")
    assert said.out == ""


@pytest.mark.usefixtures("hurried")
def test_what_cannot_report_still_shows_that_it_goes_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Progress("reading") as shown:
        shown.says("solving")
        _wait_for(shown)
    assert capsys.readouterr().err.startswith("solving … 0 s\n")


@pytest.mark.usefixtures("hurried")
def test_it_stops_with_the_work_whatever_ends_it() -> None:
    with pytest.raises(KeyError), Progress("counting") as shown:
        raise KeyError
    assert not shown._watch.is_alive()


def test_no_command_of_the_terminal_loads_django() -> None:
    code = (
        "import sys; from gyda.terminal import commands; commands.listed()\n"
        "sys.exit('django' in sys.modules)"
    )
    assert (
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}
        ).returncode
        == 0
    )
