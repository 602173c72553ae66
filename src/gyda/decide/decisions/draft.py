"""What a decision says before it is published."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gyda.people.models import Member, Organisation

APART = ("evidence", "advice")


@dataclass(frozen=True)
class Evidence:
    """A claim with its source, and where it can be read: a link, or the words themselves."""

    claim_cy: str
    claim_en: str
    source: str
    on: datetime.date
    link: str = ""
    words: str = ""
    language: str = ""


@dataclass(frozen=True)
class Advice:
    """What an adviser said, and what interest they have; "none" is said in words too."""

    adviser: str
    interest_cy: str
    interest_en: str
    words_cy: str
    words_en: str
    member: Member | None = None


@dataclass(frozen=True)
class Draft:
    """All of it; an empty right means the one that holds for deciding in the initiative.

    `organisation` is the body that must answer an advice, or may overrule what citizens decided.
    """

    kind: str
    method: str
    title_cy: str
    title_en: str
    what_cy: str
    what_en: str
    reasons_cy: str
    reasons_en: str
    effective_on: datetime.date
    right: str = ""
    about_kind: str = ""
    about_id: UUID | None = None
    minority_cy: str = ""
    minority_en: str = ""
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    pence: int | None = None
    minutes: int | None = None
    organisation: Organisation | None = None
    review_on: datetime.date | None = None
    evidence: tuple[Evidence, ...] = ()
    advice: tuple[Advice, ...] = ()

    @property
    def columns(self) -> dict[str, Any]:
        """Return the columns of the decision itself, without spaces around words."""
        columns = {name: value for name, value in vars(self).items() if name not in APART}
        return {n: v.strip() if isinstance(v, str) else v for n, v in columns.items()}
