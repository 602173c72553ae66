"""Bad input: what a method cannot work with, as a code and numbers for others to put into words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Self


class BadInput(ValueError):
    """What was given cannot be counted, drawn or mapped.

    `code` names the kind of fault (`cost-not-positive`), `line` the line of the text that was read,
    counted from 1 as editors do, and `values` whatever a sentence about it needs. `file` names one
    text of several; whoever opened the files makes a path of it.

    >>> error = BadInput("cost-not-positive", line=7, project="12", cost="-5")
    >>> error.code, error.line, error.values
    ('cost-not-positive', 7, {'project': '12', 'cost': '-5'})
    >>> print(error.in_file("a.pb"))
    a.pb:7: cost-not-positive (project=12, cost=-5)
    """

    def __init__(
        self, code: str, *, line: int | None = None, file: str | None = None, **values: object
    ) -> None:
        super().__init__(code)
        self.code, self.line, self.file, self.values = code, line, file, values
        self.located = False  # whether `file` is where it lies, not only its name

    def in_file(self, name: str) -> Self:
        """Remember where the file lies, unless that is known already."""
        if not self.located:
            self.file, self.located = name, True
        return self

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        values = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return (f"{place}: " if place else "") + self.code + (f" ({values})" if values else "")


class NotFeasible(BadInput):
    """All of the input can be read, but nothing satisfies it: quotas that no panel meets."""
