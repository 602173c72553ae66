"""What is timed as one go: issuing to 10,000 accounts, and checking a book of 1,000,000 rows.

`python -m bench.ledger.once issue|verify` prints the seconds of each of three runs, as JSON.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import os
import sys
import time
from collections.abc import Callable

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
django.setup()

from django.db import connection  # noqa: E402

from gyda.keys.context import in_hub  # noqa: E402
from gyda.keys.uuid7 import uuid7  # noqa: E402
from gyda.ledger import actions  # noqa: E402
from gyda.ledger.models import Account, Kind  # noqa: E402
from gyda.ledger.verify import check_book  # noqa: E402
from gyda.people.models import Hub  # noqa: E402

ROWS = 1_000_000

NUMBERED = """
CREATE TEMP TABLE numbered AS SELECT id, row_number() OVER (ORDER BY id) - 1 AS number
FROM ledger_account WHERE hub_id = %(hub)s AND kind = 'MEMBER'
"""
# Random pairs, then the balances that they give: the history of a large hub, in one go.
MILLION = f"""
INSERT INTO ledger_transfer (hub_id, id, debit_id, credit_id, amount, unit, kind, phase, at)
SELECT %(hub)s, uuidv7(), debit.id, credit.id, 1 + n %% 90, 'MINUTES', 'CORRECTION',
  'POSTED', now() - n * interval '30 seconds'
FROM (SELECT n, n %% size AS debit, (n + 1 + floor(random() * (size - 1))::int) %% size AS credit
  FROM generate_series(1, {ROWS}) n, (SELECT count(*)::int AS size FROM numbered) one) pairs
JOIN numbered debit ON debit.number = pairs.debit
JOIN numbered credit ON credit.number = pairs.credit
"""
BALANCES = """
UPDATE ledger_pocket pocket SET balance = moved.sum, floor = least(floor, moved.sum),
  ceiling = greatest(ceiling, moved.sum)
FROM (SELECT account, sum(amount) FROM (
    SELECT debit_id AS account, -amount AS amount FROM ledger_transfer WHERE hub_id = %(hub)s
    UNION ALL SELECT credit_id, amount FROM ledger_transfer WHERE hub_id = %(hub)s
  ) sides GROUP BY account) moved
WHERE pocket.account_id = moved.account AND pocket.number = 0
"""
# Foreign keys are the ledger's own business; checking a million of them here would take a minute.
FILL = (
    "SET session_replication_role = replica",
    NUMBERED,
    "ANALYZE numbered",
    "ANALYZE ledger_account",
    MILLION,
    BALANCES,
    "SET session_replication_role = DEFAULT",
    "VACUUM ANALYZE ledger_transfer",
)


def issue() -> None:
    """Give an hour to everybody."""
    members = Account.objects.filter(kind=Kind.MEMBER).values_list("id", flat=True)
    actions.issue_many(amounts={uuid7(): (account, 60) for account in members})


def verify() -> None:
    """Recompute and compare everything."""
    report = check_book(Hub.objects.get(slug="bench").id)
    assert report.agrees, report.lines()[:3]
    assert report.transfers >= ROWS


def add_a_million() -> None:
    """Fill an empty book."""
    hub = Hub.objects.get(slug="bench").id
    with connection.cursor() as cursor:
        for statement in FILL:
            cursor.execute(statement, {"hub": hub} if "%(hub)s" in statement else None)


def timed(case: Callable[[], None]) -> list[float]:
    """Return the seconds of three runs."""
    seconds = []
    for _ in range(3):
        start = time.perf_counter()
        case()
        seconds.append(time.perf_counter() - start)
    return seconds


if __name__ == "__main__":
    with in_hub(Hub.objects.get(slug="bench").id):
        if sys.argv[1] == "verify":
            add_a_million()
        print(json.dumps(timed({"issue": issue, "verify": verify}[sys.argv[1]])))
