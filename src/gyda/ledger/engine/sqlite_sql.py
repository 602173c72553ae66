"""The statements for SQLite. Writers are serial there: what was read stays true to the end."""
# SPDX-License-Identifier: AGPL-3.0-or-later

ACCOUNTS = """
SELECT account.id, unit, balance, held, due, pocket.floor, pocket.ceiling, lanes, is_open
FROM ledger_account account
JOIN ledger_pocket pocket ON pocket.hub_id = account.hub_id AND pocket.account_id = account.id
WHERE account.hub_id = %s AND account.id IN (SELECT value FROM json_each(%s)) AND number = 0
"""

STORED = """
SELECT id FROM ledger_transfer WHERE hub_id = %s AND id IN (SELECT value FROM json_each(%s))
"""

ENTER = """
INSERT INTO ledger_transfer (hub_id, id, debit_id, credit_id, amount, unit, kind, phase,
  resolves_id, reverses_id, until, at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT DO NOTHING
"""

CHANGE = """
UPDATE ledger_pocket SET balance = balance + %s, held = held + %s, due = due + %s
WHERE hub_id = %s AND account_id = %s AND number = 0
"""

# Lanes come only with a hub that moved here from PostgreSQL: all is brought into pocket 0.
FOLD = """
UPDATE ledger_pocket SET balance = total.balance, held = total.held, due = total.due
FROM (SELECT sum(balance) AS balance, sum(held) AS held, sum(due) AS due
  FROM ledger_pocket WHERE hub_id = %s AND account_id = %s) total
WHERE hub_id = %s AND account_id = %s AND number = 0
"""

EMPTY_LANES = """
UPDATE ledger_pocket SET balance = 0, held = 0, due = 0
WHERE hub_id = %s AND account_id = %s AND number > 0
"""

# One order as one statement: an INSERT into a view that this connection alone has. The tables'
# own constraints refuse what may not be; then nothing of it is left, and the careful way says why.
PLACING = (
    """
CREATE TEMP VIEW IF NOT EXISTS placing AS SELECT 1 AS hub, 1 AS id, 1 AS debit, 1 AS credit,
  1 AS amount, 1 AS unit, 1 AS kind, 1 AS phase, 1 AS moved, 1 AS reserved, 1 AS resolves,
  1 AS reverses, 1 AS until, 1 AS at
""",
    """
CREATE TEMP TRIGGER IF NOT EXISTS placing_one INSTEAD OF INSERT ON placing BEGIN
  INSERT INTO ledger_transfer (hub_id, id, debit_id, credit_id, amount, unit, kind, phase,
    resolves_id, reverses_id, until, at)
  SELECT NEW.hub, NEW.id, NEW.debit, NEW.credit, NEW.amount, unit, NEW.kind, NEW.phase,
    NEW.resolves, NEW.reverses, NEW.until, NEW.at
  FROM ledger_account WHERE hub_id = NEW.hub AND id = NEW.credit AND unit = NEW.unit;
  SELECT RAISE(ABORT, 'refused') WHERE changes() <> 1;
  UPDATE ledger_pocket SET balance = balance - NEW.moved, held = held + NEW.reserved
  WHERE hub_id = NEW.hub AND account_id = NEW.debit AND number = 0 AND is_open;
  SELECT RAISE(ABORT, 'refused') WHERE changes() <> 1;
  UPDATE ledger_pocket SET balance = balance + NEW.moved, due = due + NEW.reserved
  WHERE hub_id = NEW.hub AND account_id = NEW.credit AND number = 0 AND is_open;
  SELECT RAISE(ABORT, 'refused') WHERE changes() <> 1;
END
""",
)
PLACE = """
INSERT INTO placing
SELECT ?1, ?2, ?3, ?4, ?5, (SELECT unit FROM ledger_account WHERE hub_id = ?1 AND id = ?3),
  ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
"""
