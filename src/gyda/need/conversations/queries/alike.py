"""Statements that nearly say the same: found by their letters, judged by people."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from fractions import Fraction

from gyda.methods.likeness import likeness, near_duplicates, trigrams
from gyda.need.conversations.models import Conversation, Standing, Statement

ALIKE = Fraction(2, 5)
MOST = 5


@dataclass(frozen=True)
class Pair:
    """Two statements that may say the same; the one with more answers would stay."""

    keep: Statement
    drop: Statement
    share: int  # in hundredths


def like(conversation: Conversation, text: str, language: str) -> list[Statement]:
    """Return shown statements that nearly say this, likest first."""
    wanted = trigrams(text, language)
    rows = Statement.objects.shown().filter(conversation=conversation)
    scored = [(_likeness(wanted, one, language), one) for one in rows]
    found = [(share, one) for share, one in scored if share >= ALIKE]
    return [one for _share, one in sorted(found, key=lambda pair: -pair[0])[:MOST]]


def _likeness(wanted: frozenset[str], statement: Statement, language: str) -> Fraction:
    text, in_language = statement.words(language)
    return likeness(wanted, trigrams(text, language)) if in_language == language else Fraction(0)


def pairs(conversation: Conversation) -> list[Pair]:
    """Return the pairs that may say the same in either language, likest first."""
    states = [Standing.SHOWN, Standing.WAITING]
    rows = Statement.objects.filter(conversation=conversation, state__in=states)
    by_id = {str(one.id): one for one in rows}
    best: dict[tuple[str, str], Fraction] = {}
    for language in ("cy", "en"):
        texts = {key: text for key, one in by_id.items() if (text := _in(one, language))}
        for one, other, share in near_duplicates(texts, Fraction(1, 2), language):
            best[one, other] = max(share, best.get((one, other), Fraction(0)))
    found = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    return [_pair(by_id[one], by_id[other], share) for (one, other), share in found[:30]]


def _in(statement: Statement, language: str) -> str:
    text, in_language = statement.words(language)
    return text if in_language == language else ""


def _pair(one: Statement, other: Statement, share: Fraction) -> Pair:
    keep, drop = sorted([one, other], key=lambda s: (s.state != "SHOWN", -s.answers, s.number))
    return Pair(keep, drop, round(share * 100))
