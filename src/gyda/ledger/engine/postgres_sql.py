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
