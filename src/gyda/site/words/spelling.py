"""The Welsh spelling check: aspell's dictionary and our own list of words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import polib

from gyda.site.words.faults import PLACEHOLDER

ADDRESS = re.compile(r"\S+@\S+|--[a-z-]+|https?://\S+|\b[\w-]+(?:\.[a-z]{2,5})+\b")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
CLITIC = re.compile(
    r"['’](?:r|n|i|u|m|w|ch|th|ll)$"
)  # yw'r, sy'n: the dictionary has the bare word


def has_aspell() -> bool:
    """Tell whether aspell knows Welsh on this machine."""
    if not shutil.which("aspell"):
        return False
    listed = subprocess.run(["aspell", "dump", "dicts"], capture_output=True, text=True)  # noqa: S607  # from PATH
    return "cy" in listed.stdout.split()


def misspelt(entries: Iterable[polib.POEntry], own_words: Path) -> dict[str, str]:
    """Return each unknown Welsh word with a sentence that it stands in."""
    seen: dict[str, str] = {}
    for entry in entries:
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            for word in WORD.findall(ADDRESS.sub(" ", PLACEHOLDER.sub(" ", text))):
                seen.setdefault(CLITIC.sub("", word).replace("’", "'"), text)
    listed = _listed(own_words)
    unknown = {word for word in _unknown_to_aspell(seen) if word.lower() not in listed}
    return {word: seen[word] for word in sorted(unknown) if word in seen}


def _listed(own_words: Path) -> set[str]:
    if not own_words.exists():
        return set()
    lines = own_words.read_text(encoding="utf-8").splitlines()
    return {line.split("#")[0].strip().lower() for line in lines}


def _unknown_to_aspell(words: Iterable[str]) -> set[str]:
    ran = subprocess.run(
        ["aspell", "list", "-l", "cy", "--encoding=utf-8"],  # noqa: S607  # from PATH
        input="\n".join(words),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.split())
