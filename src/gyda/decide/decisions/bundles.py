"""What goes into DECISION.zip: each kind of decision brings the files to count it from."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING

from gyda.methods.decision_bundle import root_of_file

if TYPE_CHECKING:
    from gyda.decide.decisions.models import Decision

Files = Callable[["Decision"], dict[str, bytes]]

_kinds: dict[str, Files] = {}


def register(kind: str, files: Files) -> None:
    """Say what files a decision about such a thing brings; `kind` is its `about_kind`.

    The files must be the same at every call from the moment of publishing: their hashes are sealed.
    """
    _kinds[kind] = files


def files_of(decision: "Decision") -> dict[str, bytes]:
    """Return the files of a decision by their names; one written down by hand has none."""
    files = _kinds.get(decision.about_kind)
    return dict(sorted(files(decision).items())) if files else {}


def roots_of(files: dict[str, bytes]) -> dict[str, str]:
    """Return the hash of each file over the hashes of its parts: what the journal seals."""
    return {name: root_of_file(name, content) for name, content in files.items()}


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()
