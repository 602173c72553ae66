"""Facts: what is asked about a case, each with a name, a kind and words in both languages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gyda.methods.errors import BadInput
from gyda.methods.lottery.sheet import folded

Value = bool | int | str
Known = Mapping[str, Value | None]  # None, or left out: nobody knows

CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
NUMBER = re.compile(r"[+-]?[0-9]{1,12}")
FARTHEST = 10**12
YES = frozenset({"yes", "y", "true", "1", "ie", "oes", "ydy", "ydyn", "do"})
NO = frozenset({"no", "n", "false", "0", "na", "nac oes", "nac ydy", "nac ydyn", "naddo"})


class Kind(StrEnum):
    """What kind of answer a fact is."""

    YES_NO = "yes-no"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True)
class Choice:
    """One of the answers of a choice."""

    code: str
    cy: str
    en: str


@dataclass(frozen=True)
class Fact:
    """A fact; numbers are whole, from `low` to `high` (None: no end)."""

    code: str
    kind: Kind
    cy: str
    en: str
    choices: tuple[Choice, ...] = ()
    low: int | None = 0
    high: int | None = None

    def __post_init__(self) -> None:
        """Refuse a fact that nobody could answer."""
        codes = [choice.code for choice in self.choices]
        if not CODE.fullmatch(self.code):
            raise BadInput("fact-code", fact=self.code)
        if not (self.cy.strip() and self.en.strip()):
            raise BadInput("fact-words", fact=self.code)
        if self.kind is Kind.CHOICE and (len(codes) < 2 or len(set(codes)) < len(codes)):
            raise BadInput("fact-choices", fact=self.code)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise BadInput("fact-span", fact=self.code)

    def takes(self, value: Value) -> bool:
        """Tell whether this is an answer to it."""
        if self.kind is Kind.YES_NO:
            return isinstance(value, bool)
        if self.kind is Kind.CHOICE:
            return value in [choice.code for choice in self.choices]
        if isinstance(value, bool) or not isinstance(value, int):
            return False
        low, high = _ends(self)
        return low <= value <= high

    def read(self, text: str) -> Value | None:
        """Return the answer that people wrote, in either language; None where there is none.

        Raises BadInput `not-an-answer`.

        >>> Fact("lives", Kind.YES_NO, "Yn byw yma", "Lives here").read("Nac ydy")
        False
        """
        said = folded(text)
        if not said:
            return None
        value = self._meant(said)
        if value is None or not self.takes(value):
            raise BadInput("not-an-answer", fact=self.code, value=text.strip())
        return value

    def _meant(self, said: str) -> Value | None:
        if self.kind is Kind.YES_NO:
            return True if said in YES else False if said in NO else None
        if self.kind is Kind.NUMBER:
            return int(said) if NUMBER.fullmatch(said) else None
        for choice in self.choices:
            if said in {folded(choice.code), folded(choice.cy), folded(choice.en)}:
                return choice.code
        return None


def _ends(fact: Fact) -> tuple[int, int]:
    low = -FARTHEST if fact.low is None else fact.low
    return low, FARTHEST if fact.high is None else fact.high
