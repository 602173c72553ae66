"""What a story decides: ballots with their options and votes, and decisions that a body met."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass


@dataclass(frozen=True)
class BallotWords:
    """A ballot, prepared so many days ago; it closes `closes` days ago (below nothing: ahead).

    What is to be said of the result stands here too, where it is counted.
    """

    key: str
    by: str
    judge: str
    ago: int
    closes: int
    fund: str
    pence: int
    title_cy: str
    title_en: str
    question_cy: str
    question_en: str
    initiative: str = ""
    kind: str = "APPROVE"
    reasons_cy: str = ""
    reasons_en: str = ""
    minority_cy: str = ""
    minority_en: str = ""
    payee: str = ""  # the organisation that carries out what won first


@dataclass(frozen=True)
class OptionWords:
    """One option; with an idea, in the words that its author shared it in."""

    ballot: str
    pence: int
    title_cy: str
    title_en: str
    summary_cy: str
    summary_en: str
    gains_cy: str
    gains_en: str
    loses_cy: str
    loses_en: str
    minutes: int = 0
    idea: str = ""


@dataclass(frozen=True)
class VotesWords:
    """Who voted alike; on the phone, where a connector typed it in."""

    ballot: str
    said: str
    by: tuple[str, ...]
    phone: str = ""  # the connector


@dataclass(frozen=True)
class RulingWords:
    """A decision of a meeting that a body answers, or sets aside."""

    initiative: str
    by: str
    ago: int
    organisation: str
    right: str
    title_cy: str
    title_en: str
    what_cy: str
    what_en: str
    reasons_cy: str
    reasons_en: str
    in_favour: int
    against: int
    abstained: int
    minority_cy: str
    minority_en: str
    claim_cy: str
    claim_en: str
    source: str
    pence: int | None = None
    contact: str = ""  # who answers, or sets it aside
    met: int = 0  # days ago
    verdict: str = ""
    days: int = 0
    owner: str = ""
    action_cy: str = ""
    action_en: str = ""
    reason_cy: str = ""
    reason_en: str = ""
    role_cy: str = ""
    role_en: str = ""
    instead_cy: str = ""
    instead_en: str = ""
