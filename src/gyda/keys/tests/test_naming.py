"""Whatever changes or deletes a hub's rows names the hub, so that Citus asks one shard."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from gyda.keys.context import all_hubs, in_hub
from gyda.people.models import Block, Member
from gyda.people.tests.builders import Cast, a_member

Said = Callable[[Callable[[], object]], list[str]]


def _outer(sql: str) -> str:
    """Return the statement without the query inside it."""
    before, _select, rest = sql.partition("(SELECT")
    depth = 1 if rest else 0
    for place, letter in enumerate(rest):
        depth += (letter == "(") - (letter == ")")
        if not depth:
            return before + rest[place + 1 :]
    return before


@pytest.fixture
def said(cast: Cast) -> Said:
    """Return what the deed writes or deletes, each statement's outer half."""

    def listen(deed: Callable[[], object]) -> list[str]:
        with CaptureQueriesContext(connection) as heard:
            deed()
        return [
            _outer(one["sql"])
            for one in heard.captured_queries
            if one["sql"].startswith(("UPDATE", "DELETE"))
        ]

    return listen


def _block(cast: Cast) -> Block:
    return Block.objects.create(hub=cast.hub, member=cast.bryn, blocked=cast.carys)


def _of_bryn() -> QuerySet[Block]:
    return Block.objects.filter(member__name="Bryn")


def test_a_row_that_something_may_point_at_is_deleted_in_its_hub(cast: Cast, said: Said) -> None:
    ffion = a_member(cast.hub, "Ffion")
    [sql] = said(ffion.delete)
    assert sql.count("hub_id") == 1
    assert not Member.objects.filter(name="Ffion").exists()


def test_so_are_all_rows_of_a_query(cast: Cast, said: Said) -> None:
    for name in ("Ffion", "Gwen"):
        a_member(cast.hub, name)
    [sql] = said(Member.objects.filter(name__in=["Ffion", "Gwen"]).delete)
    assert sql.count("hub_id") == 1
    assert Member.objects.count() == 4


def test_rows_found_through_another_table_are_deleted_in_their_hub(cast: Cast, said: Said) -> None:
    _block(cast)
    [sql] = said(_of_bryn().delete)
    assert sql.count("hub_id") == 1
    assert not Block.objects.exists()


def test_and_changed_in_their_hub(cast: Cast, said: Said) -> None:
    _block(cast)
    [sql] = said(lambda: _of_bryn().update(blocked=cast.alys))
    assert sql.count("hub_id") == 1
    assert Block.objects.get().blocked == cast.alys


def test_either_of_two_conditions_is_still_in_the_hub(cast: Cast, said: Said) -> None:
    _block(cast)
    either = _of_bryn() | Block.objects.filter(blocked=cast.bryn)
    [sql] = said(lambda: either.update(blocked=cast.alys))
    assert "hub_id" in sql


def test_who_names_the_hub_is_left_alone(cast: Cast, said: Said) -> None:
    [sql] = said(lambda: Member.objects.filter(id=cast.bryn.id).update(name="Bryn arall"))
    assert sql.count("hub_id") == 1


def test_outside_a_hub_a_row_is_deleted_by_its_own(cast: Cast, said: Said) -> None:
    block = _block(cast)
    with in_hub(cast.other_hub.id):
        [sql] = said(block.delete)
    assert "hub_id" in sql
    assert not Block.objects.exists()


def test_over_all_hubs_no_hub_is_named(cast: Cast, said: Said) -> None:
    with all_hubs():
        [sql] = said(lambda: Member.objects.filter(name="Eira").update(name="Eira arall"))
    assert "hub_id" not in sql
    with in_hub(cast.other_hub.id):
        assert Member.objects.get().name == "Eira arall"
