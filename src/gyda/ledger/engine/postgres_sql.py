"""The statements for PostgreSQL, each one round trip and correct under READ COMMITTED."""
# SPDX-License-Identifier: AGPL-3.0-or-later

# One pocket of each side is locked, always in the order (account, number), so that two transfers
# never wait for each other; a row changed while we waited is read as it is then. A payer with a
# floor pays from pocket 0, all else goes by the lane of this connection.
# A refusal is no row, not an error, so that the transaction around it stays usable.
#
# The UPDATE writes what was read under the lock, limits too, instead of adding to the column:
# PostgreSQL checks the constraints on the row as the statement's snapshot has it, before it looks
# whether that row is still the newest, and would refuse what the newest row allows.
PLACE = """
WITH locked AS MATERIALIZED (
  SELECT pocket.id, account.id AS account, unit, lanes, balance, held, due,
    pocket.floor, pocket.ceiling, is_open
  FROM ledger_account account
  JOIN ledger_pocket pocket ON pocket.hub_id = $1 AND pocket.account_id = account.id
    AND pocket.number = CASE
      WHEN lanes = 0 OR (account.id = $3 AND account.floor IS NOT NULL) THEN 0
      ELSE 1 + pg_backend_pid() % lanes END
  WHERE account.hub_id = $1 AND account.id IN ($3, $4)
  ORDER BY account.id
  FOR NO KEY UPDATE OF pocket
), entered AS (
  INSERT INTO ledger_transfer (hub_id, id, debit_id, credit_id, amount, unit, kind, phase,
    resolves_id, reverses_id, until, at)
  SELECT $1, $2, $3, $4, $5, payer.unit, $6, $7, $10, $11, $12, $13
  FROM locked payer, locked receiver
  WHERE payer.account = $3 AND receiver.account = $4 AND payer.unit = receiver.unit
    AND payer.is_open AND receiver.is_open
    AND ($8::bigint + $9::bigint <= 0
      OR (payer.floor IS NULL OR payer.floor <= payer.balance - payer.held - $8 - $9)
      AND (receiver.ceiling IS NULL
        OR receiver.ceiling >= receiver.balance + receiver.due + $8 + $9))
  ON CONFLICT DO NOTHING
  RETURNING unit
), rows AS (
  UPDATE ledger_pocket pocket
  SET balance = locked.balance + CASE WHEN account = $3 THEN -$8 ELSE $8 END,
    held = locked.held + CASE WHEN account = $3 THEN $9 ELSE 0 END,
    due = locked.due + CASE WHEN account = $3 THEN 0 ELSE $9 END,
    floor = locked.floor, ceiling = locked.ceiling, is_open = locked.is_open
  FROM locked, entered
  WHERE pocket.hub_id = $1 AND pocket.id = locked.id
)
SELECT unit FROM entered
"""

# The same with the reason why not, for what PLACE refused; by lanes only if it may ($14).
PLACE_OR_SAY_WHY = """
WITH locked AS MATERIALIZED (
  SELECT pocket.id, account.id AS account, unit, lanes, balance, held, due,
    pocket.floor, pocket.ceiling, is_open
  FROM ledger_account account
  JOIN ledger_pocket pocket ON pocket.hub_id = $1 AND pocket.account_id = account.id
    AND pocket.number = CASE
      WHEN lanes = 0 OR NOT $14 OR (account.id = $3 AND account.floor IS NOT NULL) THEN 0
      ELSE 1 + pg_backend_pid() % lanes END
  WHERE account.hub_id = $1 AND account.id IN ($3, $4)
  ORDER BY account.id
  FOR NO KEY UPDATE OF pocket
), verdict AS MATERIALIZED (
  SELECT min(unit) AS unit, CASE
    WHEN count(*) < 2 THEN 'missing'
    WHEN NOT bool_and(is_open) THEN 'closed'
    WHEN min(unit) <> max(unit) THEN 'units'
    WHEN bool_or(under) THEN CASE WHEN bool_or(under AND lanes > 0) THEN 'fold' ELSE 'floor' END
    WHEN bool_or(over) THEN 'ceiling'
    ELSE 'ok' END AS code
  FROM (
    SELECT unit, lanes, is_open,
      account = $3 AND $8::bigint + $9::bigint > 0 AND balance - held - $8 - $9 < floor AS under,
      account = $4 AND $8 + $9 > 0 AND balance + due + $8 + $9 > ceiling AS over
    FROM locked
  ) sides
), entered AS (
  INSERT INTO ledger_transfer (hub_id, id, debit_id, credit_id, amount, unit, kind, phase,
    resolves_id, reverses_id, until, at)
  SELECT $1, $2, $3, $4, $5, unit, $6, $7, $10, $11, $12, $13 FROM verdict WHERE code = 'ok'
  ON CONFLICT DO NOTHING
  RETURNING 1
), rows AS (
  UPDATE ledger_pocket pocket
  SET balance = locked.balance + CASE WHEN account = $3 THEN -$8 ELSE $8 END,
    held = locked.held + CASE WHEN account = $3 THEN $9 ELSE 0 END,
    due = locked.due + CASE WHEN account = $3 THEN 0 ELSE $9 END,
    floor = locked.floor, ceiling = locked.ceiling, is_open = locked.is_open
  FROM locked, entered
  WHERE pocket.hub_id = $1 AND pocket.id = locked.id
)
SELECT CASE WHEN code = 'ok' AND NOT EXISTS (SELECT FROM entered) THEN 'duplicate' ELSE code END,
  unit
FROM verdict
"""

# Brings what lies in the lanes of the payers ($3) into their pocket 0. All pockets that the
# orders which follow in this transaction will touch ($2) are locked first, in order.
FOLD = """
WITH locked AS MATERIALIZED (
  SELECT id, account_id, number, balance, held, due, floor, ceiling, is_open FROM ledger_pocket
  WHERE hub_id = $1 AND account_id = ANY($2) AND (number = 0 OR account_id = ANY($3))
  ORDER BY account_id, number
  FOR NO KEY UPDATE
), total AS (
  SELECT account_id, sum(balance) AS balance, sum(held) AS held, sum(due) AS due
  FROM locked WHERE account_id = ANY($3) GROUP BY account_id
)
UPDATE ledger_pocket pocket SET
  balance = CASE WHEN locked.number = 0 THEN total.balance ELSE 0 END,
  held = CASE WHEN locked.number = 0 THEN total.held ELSE 0 END,
  due = CASE WHEN locked.number = 0 THEN total.due ELSE 0 END,
  floor = locked.floor, ceiling = locked.ceiling, is_open = locked.is_open
FROM locked JOIN total USING (account_id)
WHERE pocket.hub_id = $1 AND pocket.id = locked.id
"""

# Many orders as arrays. Keys that are stored already are left out (the caller compares them);
# pocket 0 of each account is locked once, in order, and meets its limits with the sum of its
# changes.
PLACE_MANY = """
WITH asked AS MATERIALIZED (
  SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::text[],
    $8::bigint[], $9::bigint[], $10::uuid[], $11::uuid[], $12::timestamptz[], $13::timestamptz[])
    AS asked (id, debit, credit, amount, kind, phase, moved, reserved, resolves, reverses,
      until, at)
), fresh AS MATERIALIZED (
  SELECT * FROM asked
  WHERE NOT EXISTS (SELECT FROM ledger_transfer WHERE hub_id = $1 AND id = asked.id)
), change AS MATERIALIZED (
  SELECT account, sum(moved)::bigint AS moved, sum(held)::bigint AS held, sum(due)::bigint AS due
  FROM (
    SELECT debit AS account, -moved AS moved, reserved AS held, 0 AS due FROM fresh
    UNION ALL
    SELECT credit, moved, 0, reserved FROM fresh
  ) sides GROUP BY account
), locked AS MATERIALIZED (
  SELECT pocket.id, account.id AS account, unit, lanes, is_open, pocket.floor, pocket.ceiling,
    balance + change.moved AS balance, pocket.held + change.held AS held,
    pocket.due + change.due AS due,
    change.moved - change.held < 0
      AND balance - pocket.held + change.moved - change.held < pocket.floor AS under,
    change.moved + change.due > 0
      AND balance + pocket.due + change.moved + change.due > pocket.ceiling AS over
  FROM change
  JOIN ledger_account account ON account.hub_id = $1 AND account.id = change.account
  JOIN ledger_pocket pocket ON pocket.hub_id = $1 AND pocket.account_id = account.id
    AND pocket.number = 0
  ORDER BY account.id
  FOR NO KEY UPDATE OF pocket
), trouble AS MATERIALIZED (
  SELECT account, 'missing' AS code FROM change
  WHERE account NOT IN (SELECT account FROM locked)
  UNION ALL
  SELECT account, CASE WHEN NOT is_open THEN 'closed' WHEN under AND lanes > 0 THEN 'fold'
    WHEN under THEN 'floor' ELSE 'ceiling' END
  FROM locked WHERE NOT is_open OR under OR over
  UNION ALL
  SELECT credit, 'units' FROM fresh
  JOIN locked payer ON payer.account = debit JOIN locked receiver ON receiver.account = credit
  WHERE payer.unit <> receiver.unit
), entered AS (
  INSERT INTO ledger_transfer (hub_id, id, debit_id, credit_id, amount, unit, kind, phase,
    resolves_id, reverses_id, until, at)
  SELECT $1, fresh.id, debit, credit, amount, locked.unit, kind, phase, resolves, reverses,
    until, at
  FROM fresh JOIN locked ON locked.account = debit
  WHERE NOT EXISTS (SELECT FROM trouble)
  RETURNING id, unit
), rows AS (
  UPDATE ledger_pocket pocket SET balance = locked.balance, held = locked.held,
    due = locked.due, floor = locked.floor, ceiling = locked.ceiling, is_open = locked.is_open
  FROM locked
  WHERE pocket.hub_id = $1 AND pocket.id = locked.id AND NOT EXISTS (SELECT FROM trouble)
)
SELECT (SELECT code FROM trouble ORDER BY code, account LIMIT 1),
  (SELECT account FROM trouble ORDER BY code, account LIMIT 1),
  (SELECT array_agg(id) FROM entered), (SELECT array_agg(unit::text) FROM entered)
"""
