"""Money of a story: a fund, what was decided with it, what was paid, a small grant, a bid."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class FundWords:
    """A fund, so many days ago, and all that came in."""

    key: str
    giver: str
    initiative: str
    ago: int
    pence: int
    title_cy: str
    title_en: str
    purpose_cy: str
    purpose_en: str
    conditions_cy: str
    conditions_en: str


@dataclass(frozen=True)
class PromiseWords:
    """A decision of citizens over some of it, and the payee; paid in part, or not yet."""

    fund: str
    by: str
    ago: int
    pence: int
    title_cy: str
    title_en: str
    reasons_cy: str
    reasons_en: str
    organisation: str = ""
    body: str = ""
    paid: int = 0
    second: str = ""  # who says the second yes
    proof: str = ""
    reference: str = ""


@dataclass(frozen=True)
class SmallGrantWords:
    """What somebody asked for, and what was answered by two."""

    fund: str
    by: str
    ago: int
    pence: int
    what: str
    gains: str
    language: str = "cy"
    group: str = ""
    yes: tuple[str, ...] = ()
    line_cy: str = ""
    line_en: str = ""
    reason_cy: str = ""
    reason_en: str = ""


@dataclass(frozen=True)
class BidWords:
    """An investment that saves: pounds by year, below nothing for what it costs."""

    fund: str
    by: str
    organisation: str
    ago: int
    title_cy: str
    title_en: str
    need_cy: str
    need_en: str
    nothing_cy: str
    nothing_en: str
    risks_cy: str
    risks_en: str
    owner: str
    cost: tuple[int, ...]
    saved: tuple[int, ...]
    repaid: tuple[int, ...]  # pounds in the years after the first
