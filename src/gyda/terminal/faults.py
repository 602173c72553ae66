"""What a person is told when a command cannot go on: what is wrong, where, and the remedy."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gyda.methods.errors import BadInput
from gyda.terminal.tongue import _, gettext_noop

# code -> (what is wrong, remedy), with %(names)s from the values of the fault.
Faults = Mapping[str, tuple[str, str]]

UNKNOWN = (
    gettext_noop("this cannot be used (%(code)s)"),
    gettext_noop("Look at this place in the file."),
)


class Unusable(Exception):
    """What was given cannot be used: said in words, with a remedy, and exit code 2."""

    def __init__(
        self,
        words: str,
        remedy: str = "",
        *,
        file: str | None = None,
        line: int | None = None,
        code: str = "unusable",
        values: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(words)
        self.words, self.remedy, self.file, self.line = words, remedy, file, line
        self.code, self.values = code, dict(values or {})

    def __str__(self) -> str:
        """Return file, line, fault and remedy, as one reads them."""
        if self.file and self.line:
            where = _("%(file)s, line %(line)s") % {"file": self.file, "line": self.line}
        else:
            where = self.file or ""
        said = f"{where}: {self.words}" if where else self.words
        said = said if said.endswith((".", "?", "!")) else said + "."
        between = "\n" if "\n" in said + self.remedy else " "
        return f"{said}{between}{self.remedy}".strip()

    def record(self) -> dict[str, Any]:
        """Return the same for machines."""
        known = {"code": self.code, "file": self.file, "line": self.line, "values": self.values}
        return known | {"words": self.words, "remedy": self.remedy}


def in_words(error: BadInput, faults: Faults) -> Unusable:
    """Put a fault that a method found into words.

    >>> table = {"no-votes": ("%(project)s has no votes", "Leave it out.")}
    >>> print(in_words(BadInput("no-votes", line=3, project="7").in_file("a.pb"), table))
    a.pb, line 3: 7 has no votes. Leave it out.
    """
    what, remedy = faults.get(error.code, UNKNOWN)
    values = {"code": error.code, "file": error.file} | {
        name: _short(said) for name, said in error.values.items()
    }
    return Unusable(
        _filled(what, values),
        _filled(remedy, values),
        file=error.file,
        line=error.line,
        code=error.code,
        values=error.values,
    )


def _filled(sentence: str, values: Mapping[str, Any]) -> str:
    said = _(sentence) if sentence else ""  # gettext answers "" with the catalogue's header
    return said % values


def _short(value: object) -> object:
    """Bound what a hostile file can make us print, and keep it on its line."""
    if not isinstance(value, str):
        return value
    plain = "".join(c if c.isprintable() else " " for c in value[:81])
    return plain if len(value) <= 80 else plain[:79] + "…"


@contextmanager
def about(path: Path | str) -> Iterator[None]:
    """Name the file of every fault that comes up inside; in a folder, the one that it is in."""
    try:
        yield
    except BadInput as error:
        within = error.file if error.file and Path(path).is_dir() else ""
        raise error.in_file(str(Path(path) / within)) from None
