"""How the demo words a proposal, what it costs, whom it changes something for, amendments."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class ProposalWords:
    """A proposal in both languages, its authors, and what others say of it."""

    key: str
    initiative: str
    by: str
    ago: int
    language: str
    title_cy: str
    title_en: str
    what_cy: str
    what_en: str
    together: tuple[str, ...] = ()  # who says yes to writing it too
    supporters: tuple[str, ...] = ()
    judge: str = ""  # the professional who says whether it can be done
    verdict: str = ""
    verdict_because: str = ""
    verdict_language: str = "cy"


@dataclass(frozen=True)
class CostWords:
    """A line of what a proposal costs."""

    proposal: str
    purpose: str
    rhythm: str
    what_cy: str
    what_en: str
    pence: int = 0
    minutes: int = 0
    payer: str = ""
    organisation: str = ""
    hours_of: str = ""
    replaces_paid: bool = False


@dataclass(frozen=True)
class EffectWords:
    """A group, what it gains and what it loses."""

    proposal: str
    group_cy: str
    group_en: str
    gains_cy: str
    gains_en: str
    loses_cy: str
    loses_en: str


@dataclass(frozen=True)
class AmendmentWords:
    """Other words for a passage; without an answer it waits."""

    proposal: str
    by: str
    ago: int
    language: str
    passage: str
    text: str
    why: str
    answer: str = ""
    accepted: bool = False


@dataclass(frozen=True)
class PointOfProposalWords:
    """A point for or against a proposal."""

    proposal: str
    by: str
    ago: int
    side: str
    text: str
    language: str
    agree: tuple[str, ...] = ()
