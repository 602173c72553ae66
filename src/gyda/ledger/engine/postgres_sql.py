"""The statements for PostgreSQL, each one round trip and correct under READ COMMITTED."""
# SPDX-License-Identifier: AGPL-3.0-or-later

# The rows that must not change meanwhile are locked in the order of their ids, so that two
# transfers never wait for each other; a row changed while we waited is read as it is then.
# NO KEY UPDATE lets the foreign key of someone else's transfer through. A wide account is not
# locked: what is paid into it goes to a lane that nobody else holds. A refusal is an answer, not
# an error, so that the transaction around it stays usable.
PLACE = """
WITH locked AS MATERIALIZED (
  SELECT id, unit, balance, held, due, floor, ceiling, lanes, closed_at
  FROM ledger_account
  WHERE hub_id = $1 AND id IN ($3, $4)
    AND NOT ($14 AND lanes > 0 AND (id = $4 OR (floor IS NULL AND $9 = 0)))
  ORDER BY id
  FOR NO KEY UPDATE
), wide AS MATERIALIZED (
  SELECT account.id, account.unit, lane.id AS lane
  FROM ledger_account account
  CROSS JOIN LATERAL (
    SELECT id FROM ledger_lane
    WHERE hub_id = $1 AND account_id = account.id AND (SELECT count(*) FROM locked) >= 0
    LIMIT 1
    FOR NO KEY UPDATE SKIP LOCKED
  ) lane
  WHERE account.hub_id = $1 AND account.id IN ($3, $4)
    AND $14 AND account.lanes > 0 AND (account.id = $4 OR (account.floor IS NULL AND $9 = 0))
), verdict AS MATERIALIZED (
  SELECT min(unit) AS unit, CASE
    WHEN count(*) < 2 THEN 'missing'
    WHEN bool_or(closed) THEN 'closed'
    WHEN min(unit) <> max(unit) THEN 'units'
    WHEN bool_or(under) THEN CASE WHEN bool_or(under AND lanes > 0) THEN 'fold' ELSE 'floor' END
    WHEN bool_or(over) THEN 'ceiling'
    ELSE 'ok' END AS code
  FROM (
    SELECT unit, lanes, closed_at IS NOT NULL AS closed,
      id = $3 AND $8 + $9 > 0 AND balance - held - $8 - $9 < floor AS under,
      id = $4 AND $8 + $9 > 0 AND balance + due + $8 + $9 > ceiling AS over
    FROM locked
    UNION ALL
    SELECT unit, 0, false, false, false FROM wide
  ) sides
), entered AS (
  INSERT INTO ledger_transfer (hub_id, id, debit_id, credit_id, amount, unit, kind, phase,
    resolves_id, reverses_id, until, at)
  SELECT $1, $2, $3, $4, $5, unit, $6, $7, $10, $11, $12, $13 FROM verdict WHERE code = 'ok'
  ON CONFLICT DO NOTHING
  RETURNING 1
), rows AS (
  UPDATE ledger_account account
  SET balance = account.balance + CASE WHEN account.id = $3 THEN -$8 ELSE $8 END,
    held = account.held + CASE WHEN account.id = $3 THEN $9 ELSE 0 END,
    due = account.due + CASE WHEN account.id = $3 THEN 0 ELSE $9 END
  FROM locked, entered
  WHERE account.hub_id = $1 AND account.id = locked.id
), lanes AS (
  UPDATE ledger_lane lane
  SET balance = lane.balance + CASE WHEN wide.id = $3 THEN -$8 ELSE $8 END,
    due = lane.due + CASE WHEN wide.id = $3 THEN 0 ELSE $9 END
  FROM wide, entered
  WHERE lane.hub_id = $1 AND lane.id = wide.lane
)
SELECT CASE WHEN code = 'ok' AND NOT EXISTS (SELECT FROM entered) THEN 'duplicate' ELSE code END,
  unit
FROM verdict
"""

# Brings what lies in the payer's lanes into its row. Both accounts' rows are locked first, in
# order, so that the transfer that follows in this transaction waits for nobody.
FOLD = """
WITH locked AS MATERIALIZED (
  SELECT id FROM ledger_account WHERE hub_id = $1 AND id = ANY($2) ORDER BY id FOR NO KEY UPDATE
), full_lanes AS MATERIALIZED (
  SELECT id, account_id, balance, due FROM ledger_lane
  WHERE hub_id = $1 AND account_id = ANY($3) AND (SELECT count(*) FROM locked) > 0
  ORDER BY account_id, number
  FOR NO KEY UPDATE
), emptied AS (
  UPDATE ledger_lane lane SET balance = 0, due = 0
  FROM full_lanes WHERE lane.hub_id = $1 AND lane.id = full_lanes.id
)
UPDATE ledger_account account SET balance = account.balance + lanes.balance,
  due = account.due + lanes.due
FROM (SELECT account_id, sum(balance) AS balance, sum(due) AS due FROM full_lanes GROUP BY 1) lanes
WHERE account.hub_id = $1 AND account.id = lanes.account_id
"""

# Many orders as arrays. Keys that are stored already are left out (the caller compares them);
# each account is locked once, in order, and meets its limits with the sum of its changes.
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
  SELECT account.id, unit, lanes, closed_at IS NOT NULL AS closed,
    change.moved, change.held, change.due,
    change.moved - change.held < 0
      AND balance - account.held + change.moved - change.held < floor AS under,
    change.moved + change.due > 0
      AND balance + account.due + change.moved + change.due > ceiling AS over
  FROM ledger_account account JOIN change ON change.account = account.id
  WHERE account.hub_id = $1
  ORDER BY account.id
  FOR NO KEY UPDATE OF account
), trouble AS MATERIALIZED (
  SELECT account, 'missing' AS code FROM change
  WHERE account NOT IN (SELECT id FROM locked)
  UNION ALL
  SELECT id, CASE WHEN closed THEN 'closed' WHEN under AND lanes > 0 THEN 'fold'
    WHEN under THEN 'floor' ELSE 'ceiling' END
  FROM locked WHERE closed OR under OR over
  UNION ALL
  SELECT credit, 'units' FROM fresh
  JOIN locked payer ON payer.id = debit JOIN locked receiver ON receiver.id = credit
  WHERE payer.unit <> receiver.unit
), entered AS (
  INSERT INTO ledger_transfer (hub_id, id, debit_id, credit_id, amount, unit, kind, phase,
    resolves_id, reverses_id, until, at)
  SELECT $1, fresh.id, debit, credit, amount, locked.unit, kind, phase, resolves, reverses,
    until, at
  FROM fresh JOIN locked ON locked.id = debit
  WHERE NOT EXISTS (SELECT FROM trouble)
  RETURNING id, unit
), rows AS (
  UPDATE ledger_account account SET balance = account.balance + locked.moved,
    held = account.held + locked.held, due = account.due + locked.due
  FROM locked
  WHERE account.hub_id = $1 AND account.id = locked.id AND NOT EXISTS (SELECT FROM trouble)
)
SELECT (SELECT code FROM trouble ORDER BY code, account LIMIT 1),
  (SELECT account FROM trouble ORDER BY code, account LIMIT 1),
  (SELECT array_agg(id) FROM entered), (SELECT array_agg(unit::text) FROM entered)
"""
