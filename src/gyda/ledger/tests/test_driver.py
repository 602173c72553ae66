"""The view through which SQLite takes an order as one statement."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from django.db import connections, transaction

from gyda.ledger.engine.sqlite_driver import READY
from gyda.ledger.queries import balance_of
from gyda.ledger.tests.builders import an_account, moved
from gyda.people.tests.builders import Cast


@pytest.mark.sqlite
def test_a_view_that_went_with_a_rollback_is_made_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    alys, bryn = an_account(cast.alys), an_account(cast.bryn)
    connection = connections["default"]
    monkeypatch.delitem(vars(connection), READY)
    with connection.cursor() as cursor:
        cursor.execute("DROP VIEW placing")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        moved(bryn.id, alys.id, 30)
        _ = 1 / 0
    assert balance_of(bryn.id).balance == 0
    moved(bryn.id, alys.id, 90)
    assert balance_of(bryn.id).balance == -90
    assert READY not in vars(connection)
