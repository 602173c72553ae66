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
