"""What columns, answers and moments are called in the exports of various years and tools."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Sequence
from datetime import UTC, datetime

KINDS = (
    ("voter-id", "participant", "participant-id", "pid", "voter", "user-id"),
    ("comment-id", "statement", "statement-id", "tid"),
    ("vote", "value", "answer"),
    ("timestamp", "moment", "created", "modified", "created-at", "time"),
    ("comment-body", "statement-text", "comment-text", "txt", "text", "body"),
    ("author-id", "author", "author-pid"),
    ("moderated", "mod", "moderation", "moderation-state"),
    ("is-meta", "meta", "is-metadata", "metadata"),
    ("agrees", "n-agrees", "agree-count"),
    ("disagrees", "n-disagrees", "disagree-count"),
    ("group-id", "group"),
)
_KIND_OF = {name: kind for kind in KINDS for name in kind}

ANSWERS = {"1": 1, "0": 0, "-1": -1, "1.0": 1, "0.0": 0, "-1.0": -1, "+1": 1, "-0": 0, "-0.0": 0}
ANSWERS |= {"agree": 1, "disagree": -1, "pass": 0, "unsure": 0, "skip": 0}
MODERATED = {"-1": -1, "0": 0, "1": 1, "-1.0": -1, "0.0": 0, "1.0": 1, "": 0}
MODERATED |= {"rejected": -1, "out": -1, "hidden": -1, "false": -1}
MODERATED |= {"unmoderated": 0, "waiting": 0, "pending": 0, "accepted": 1, "in": 1, "true": 1}
YES = {"1", "true", "t", "yes", "1.0"}
NO_MOMENT = 0
SECONDS = 100_000_000_000  # a moment below it is one in seconds: in ms it would be before 1973


def known_as(names: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Return the names of columns, where one that is wanted is missing but known by another name.

    Capitals, spaces and underscores do not matter: ``Voter_ID`` is ``voter-id``.

    >>> known_as(["Participant ID", "tid", "vote", "created"], ["voter-id", "comment-id", "vote"])
    ['voter-id', 'comment-id', 'vote', 'created']
    """
    found = [name.strip() for name in names]
    plain = [name.lower().replace("_", "-").replace(" ", "-") for name in found]
    for name in wanted:
        kind = _KIND_OF.get(name, (name,))
        there = [each for each in (name, *kind) if each in plain]
        if name not in found and there:
            found[plain.index(there[0])] = name
    return found


def moment_of(text: str) -> int | None:
    """Return the moment that a text is: a whole number, an ISO date, 0 for nothing; else None.

    >>> moment_of("1403054214196"), moment_of("2014-06-18T01:16:54Z"), moment_of(""), moment_of("x")
    (1403054214196, 1403054214000, 0, None)
    """
    text = text.strip()
    if not text:
        return NO_MOMENT
    try:
        number = float(text) if set(text.lower()) & set(".e") else int(text)
        return int(number) if abs(number) < 2**62 else None
    except (ValueError, OverflowError):
        return _dated(text)


def _dated(text: str) -> int | None:
    try:
        at = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return round(at.timestamp() * 1000)
