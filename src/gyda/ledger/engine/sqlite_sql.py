"""The statements for SQLite. Writers are serial there: what was read stays true to the end."""
# SPDX-License-Identifier: AGPL-3.0-or-later

ACCOUNTS = """
SELECT id, unit, balance, held, due, floor, ceiling, lanes, closed_at
FROM ledger_account WHERE hub_id = %s AND id IN (SELECT value FROM json_each(%s))
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
UPDATE ledger_account SET balance = balance + %s, held = held + %s, due = due + %s
WHERE hub_id = %s AND id = %s
"""

FOLD = """
UPDATE ledger_account SET
  balance = balance + (SELECT sum(balance) FROM ledger_lane
    WHERE hub_id = ledger_account.hub_id AND account_id = ledger_account.id),
  due = due + (SELECT sum(due) FROM ledger_lane
    WHERE hub_id = ledger_account.hub_id AND account_id = ledger_account.id)
WHERE hub_id = %s AND id = %s
"""

EMPTY_LANES = """
UPDATE ledger_lane SET balance = 0, due = 0 WHERE hub_id = %s AND account_id = %s
"""
