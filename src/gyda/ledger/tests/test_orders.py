"""What the engine gives back is what the database would give."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.keys.context import in_hub
from gyda.keys.uuid7 import uuid7
from gyda.ledger.engine.orders import Order
from gyda.ledger.models import Transfer


def test_a_stored_order_is_the_row_that_django_would_read(db: Any) -> None:
    order = Order(uuid7(), uuid7(), uuid7(), 5, "CORRECTION")
    with in_hub(uuid7()):
        row = order.as_transfer("MINUTES")
    names = [field.attname for field in Transfer._meta.concrete_fields]
    read = Transfer.from_db("default", names, [getattr(row, name) for name in names])
    assert set(row.__dict__) == set(read.__dict__)
    assert row == read
    assert not row._state.adding
    assert not row.get_deferred_fields()
