"""Finds a conversation's files in a folder, whatever the tool that wrote them called them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from pathlib import Path

from gyda.methods.opinion.polis import FILES, Conversation, conversation, from_flat, one_file
from gyda.terminal.faults import about
from gyda.terminal.files import read_text

# Newer exports write participant-votes.csv, and a download has a prefix: "r2abc-votes.csv".
CALLED = {"participant-votes.csv": "participants-votes.csv"}
ENDS = sorted((*CALLED, *FILES), key=len, reverse=True)  # votes.csv after those that end like it


def read(path: Path, agree: int | None = None) -> Conversation:
    """Read a folder of an export, or one file of votes by what its first line says."""
    if path.is_dir():
        found = files_in(path)
        texts = {name: read_text(file) for name, file in found.items() if file.stat().st_size}
        with about(path):
            return conversation(texts, agree)
    text = read_text(path)
    names = [name.strip() for name in text.partition("\n")[0].split(",")]
    with about(path):
        if agree is None and {"participant", "statement", "vote"} <= set(names):
            return from_flat(text)
        return one_file(text, agree)


def files_in(folder: Path) -> dict[str, Path]:
    """Return the files of an export by their usual names; an exact name before one with a prefix.

    Of several with a prefix the first in the order of names is taken.
    """
    files = sorted(each for each in folder.iterdir() if each.is_file())
    files.sort(key=lambda file: file.name.lower() not in ENDS)
    found: dict[str, Path] = {}
    for file in files:
        name = usual(file.name.lower())
        if name:
            found.setdefault(name, file)
    return found


def usual(name: str) -> str | None:
    """Return by which of its usual names a file (in small letters) goes, if by any."""
    for known in ENDS:
        if name == known or re.search(rf"[-_. ]{re.escape(known)}$", name):
            return CALLED.get(known, known)
    return None
