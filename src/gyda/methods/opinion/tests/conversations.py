"""Conversations for the tests: made up with known groups, or real ones from the shared data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np

from gyda.methods.opinion import Conversation, Votes, conversation
from gyda.methods.opinion.polis import FILES
from gyda.methods.tests.shared import shared

BREXIT, TAXES, UBER = "brexit-consensus", "scoop-hivemind.taxes", "vtaiwan.uberx"
LONDON, SEATTLE = "london.youth.policing", "15-per-hour-seattle"


def real(name: str) -> Conversation:
    """Return a conversation of the shared data (CC BY 4.0, the Computational Democracy Project)."""
    folder = shared(f"opinion/{name}")
    files = {f: (folder / f).read_text(encoding="utf-8") for f in FILES if (folder / f).exists()}
    return conversation(files)


def camps(sizes: tuple[int, ...], statements: int = 24, share: float = 0.7, seed: int = 1) -> Votes:
    """Return votes of camps that each agree with their own share of the statements."""
    chance = np.random.Generator(np.random.PCG64(seed))
    camp = np.repeat(np.arange(len(sizes)), sizes)
    person, statement = np.nonzero(chance.random((len(camp), statements)) < share)
    agrees = np.where(statement % len(sizes) == camp[person], 0.92, 0.12)
    answer = np.where(chance.random(len(person)) < agrees, 1, -1)
    answer[chance.random(len(person)) < 0.1] = 0
    return Votes.of(person, statement, answer)


def noise(people: int = 80, statements: int = 20, seed: int = 1) -> Votes:
    """Return votes that depend on nothing."""
    chance = np.random.Generator(np.random.PCG64(seed))
    person, statement = np.nonzero(chance.random((people, statements)) < 0.6)
    return Votes.of(person, statement, chance.integers(-1, 2, len(person)))
