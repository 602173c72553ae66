"""Everything that is measured on SQLite."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import tempfile
from pathlib import Path

from bench import table
from bench.ledger.crew import Crew, Tally, a_crew
from bench.ledger.on_postgres import MEMBERS, ROUNDS, SECONDS, Say, _run

WRITERS = 16


def measure(say: Say) -> list[table.Row]:
    """Return the rows of the table."""
    with tempfile.TemporaryDirectory(prefix="gyda-bench-") as folder:
        say("SQLite: tables and accounts")
        ours, hand = _prepare(Path(folder))
        with (
            a_crew(WRITERS, "bench.ledger.ours", ours) as our_crew,
            a_crew(WRITERS, "bench.ledger.hand_sqlite", hand) as hand_crew,
        ):
            return _rounds(our_crew, hand_crew, say)


def _prepare(folder: Path) -> tuple[str, str]:
    ours, hand = f"sqlite:///{folder}/ours", f"sqlite:///{folder}/hand"
    _run(ours, "gyda.cli", "migrate", "-v0")
    _run(ours, "bench.ledger.fill", str(MEMBERS))
    _run(hand, "bench.ledger.hand_sqlite", "fill")
    return ours, hand


def _rounds(our_crew: Crew, hand_crew: Crew, say: Say) -> list[table.Row]:
    tallies: dict[tuple[str, int], list[Tally]] = {}
    for number in range(1, ROUNDS + 1):
        say(f"SQLite, round {number} of {ROUNDS}")
        for clients in (1, WRITERS):
            for name, crew, case in (("ours", our_crew, "spread"), ("hand", hand_crew, "hand")):
                tallies.setdefault((name, clients), []).append(crew.run(case, SECONDS, clients))
    rates = {key: [tally.rate for tally in some] for key, some in tallies.items()}
    refused = sum(sum(one.refused.values()) for some in tallies.values() for one in some)
    least = 0.5
    return [
        table.beside(
            f"SQLite, {clients} writers, beside one bare statement",
            rates["ours", clients],
            rates["hand", clients],
            least,
        )
        for clients in (1, WRITERS)
    ] + [table.count("SQLite: database is locked", refused)]
