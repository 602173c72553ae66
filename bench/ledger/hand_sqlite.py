"""The fastest honest way on SQLite: one hand-written INSERT whose trigger moves both balances.

It keeps what nobody would leave out: a key that is carried out once, who paid whom, how much and
when, balances that a check holds above a floor, and the two indexes that a statement of account
needs, in the order of time. It has none of ours beyond that: no hub, unit, kind, ceiling, hold or
reversal, and whole numbers as ids of accounts. File, durability, cache, checkpoints are the same.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import random
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.ledger.loop import pairs, serve
from gyda.keys.uuid7 import uuid7
from gyda.site import env

ACCOUNTS = 10_000

TABLES = """
CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER NOT NULL,
  floor INTEGER NOT NULL, CHECK (floor <= balance));
CREATE TABLE transfer (id TEXT PRIMARY KEY, debit INTEGER NOT NULL REFERENCES account,
  credit INTEGER NOT NULL REFERENCES account, amount INTEGER NOT NULL CHECK (amount > 0),
  at TEXT NOT NULL);
CREATE INDEX transfer_debit ON transfer (debit, at);
CREATE INDEX transfer_credit ON transfer (credit, at);
CREATE TRIGGER move AFTER INSERT ON transfer BEGIN
  UPDATE account SET balance = balance - NEW.amount WHERE id = NEW.debit;
  UPDATE account SET balance = balance + NEW.amount WHERE id = NEW.credit;
END;
"""
ENTER = "INSERT INTO transfer VALUES (?, ?, ?, 1, ?)"


def connect(path: str) -> sqlite3.Connection:
    """Open the file as Gyda opens its own."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    connection.executescript(env.database(f"sqlite:///{path}", Path())["OPTIONS"]["init_command"])
    return connection


def fill(path: str) -> None:
    """Make the tables and the accounts."""
    with connect(path) as connection:
        connection.executescript(TABLES)
        connection.execute("BEGIN")
        rows = [(number, 0, -1_000_000) for number in range(ACCOUNTS)]
        connection.executemany("INSERT INTO account VALUES (?, ?, ?)", rows)
        connection.execute("COMMIT")


def main(number: int, path: str) -> None:
    """Move one minute between two random accounts."""
    connection = connect(path)
    pair = pairs(range(ACCOUNTS), random.Random(number))

    def move() -> None:
        now = datetime.now(UTC).isoformat(" ")
        connection.execute(ENTER, (uuid7().hex, *next(pair), now))

    serve({"hand": move})


if __name__ == "__main__":
    url = env.text("DATABASE_URL")
    database = str(env.database(url, Path())["NAME"])
    fill(database) if sys.argv[1] == "fill" else main(int(sys.argv[1]), database)
