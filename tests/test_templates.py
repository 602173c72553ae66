"""Templates hold markup only, and are laid out alike."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import repository

DJADE = Path(sys.executable).parent / "djade"

FORBIDDEN = {
    "an inline style": r"<style|\sstyle\s*=",
    "an inline script": r"<script(?![^>]*\ssrc=)(?![^>]*type=.application/json)",
    "a handler in an attribute": r"\son\w+\s*=\s*[\"']",
    "a script as an address": r"javascript:",
    "something fetched from elsewhere": r"(?:src|data-src|srcset|action)\s*=\s*[\"']https?:",
    "a stylesheet from elsewhere": r"<link[^>]+href\s*=\s*[\"']https?:",
    "unescaped text": r"\|\s*safe\b|autoescape\s+off",
}


def _pages() -> list[Path]:
    return [path for path in repository.ours(".html") if "templates" in path.parts]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    assert [repository.name(p) for p in _pages() if pattern.search(repository.text(p))] == []


def test_every_form_that_writes_carries_a_csrf_token() -> None:
    form = re.compile(r"<form[^>]+method=.post.*?</form>", re.DOTALL | re.IGNORECASE)
    bare = [
        repository.name(path)
        for path in _pages()
        for found in form.findall(repository.text(path))
        if "csrf_token" not in found
    ]
    assert bare == []


def test_templates_are_formatted() -> None:
    command = [str(DJADE), "--check", "--target-version", "5.2", *map(str, _pages())]
    if len(command) == 4:
        pytest.skip("no templates yet")
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr + ran.stdout
