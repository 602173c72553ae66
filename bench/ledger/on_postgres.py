"""Everything that is measured on PostgreSQL, in short rounds one after the other."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack

from bench import table
from bench.ledger.crew import Crew, a_crew
from bench.ledger.server import Server, a_server

CLIENTS = 8
MEMBERS = 10_000
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "7"))
SECONDS = int(os.environ.get("BENCH_SECONDS", "3"))
OURS = ("spread", "hot", "payer", "hold", "orm", "orm hot")

Say = Callable[[str], None]
Rates = dict[str, list[float]]


def measure(say: Say) -> list[table.Row]:
    """Return the rows of the table."""
    with a_server() as server:
        say("PostgreSQL: tables and accounts")
        url = _prepare(server)
        rates = _rounds(server, url, say)
        say("issue to 10,000")
        issued = _once(url, "issue")
        say("a book of 1,000,000 transfers")
        fresh = _ready(server, "million")
        return _rows(rates, issued, _once(fresh, "verify"))


def _prepare(server: Server) -> str:
    url = _ready(server, "gyda")
    _run(server.create("hordak"), "bench.ledger.hordak", "fill")
    server.prepare_tpcb()
    return url


def _ready(server: Server, database: str) -> str:
    url = server.create(database)
    _run(url, "gyda.cli", "migrate", "-v0")
    _run(url, "bench.ledger.fill", str(MEMBERS))
    return url


def _rounds(server: Server, url: str, say: Say) -> Rates:
    rates: Rates = {case: [] for case in ("tpcb", "hordak", *OURS)}
    with ExitStack() as stack:
        ours = stack.enter_context(a_crew(CLIENTS, "bench.ledger.ours", url))
        hordak = stack.enter_context(a_crew(CLIENTS, "bench.ledger.hordak", server.url("hordak")))
        for case in OURS:
            ours.run(case, 1)  # plans are made, pages are read
        for number in range(1, ROUNDS + 1):
            say(f"round {number} of {ROUNDS}")
            rates["tpcb"].append(server.tpcb(CLIENTS, SECONDS))
            rates["hordak"].append(_rate(hordak, "hordak"))
            for case in OURS:
                rates[case].append(_rate(ours, case))
    return rates


def _rate(crew: Crew, case: str) -> float:
    tally = crew.run(case, SECONDS)
    assert not tally.refused, f"{case}: {tally.refused}"
    return tally.rate


def _once(url: str, case: str) -> list[float]:
    found: list[float] = json.loads(_run(url, "bench.ledger.once", case))
    return found


def _run(url: str, *command: str) -> str:
    settings = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "gyda.site.settings"}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        env=os.environ | settings,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout


def _rows(rates: Rates, issued: list[float], verified: list[float]) -> list[table.Row]:
    spread = rates["spread"]
    return [
        table.beside("spread, beside pgbench's TPC-B-like", spread, rates["tpcb"], 0.75),
        table.beside("all pay one account, beside spread", rates["hot"], spread, 0.75),
        table.beside("one account pays all, beside spread", rates["payer"], spread, 0.75),
        table.beside("spread, beside django-hordak", spread, rates["hordak"], 4),
        table.beside("spread, beside the plain ORM", spread, rates["orm"], 5),
        table.beside(
            "all pay one account, beside the plain ORM", rates["hot"], rates["orm hot"], 5
        ),
        table.beside("hold and post (2 transfers), beside spread", rates["hold"], spread, 0),
        table.within("issue to 10,000 accounts in one go", issued, 2),
        table.within("all balances checked from 1,000,000 transfers", verified, 2),
    ]
