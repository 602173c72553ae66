"""Sealing: every entry once, in order, each seal naming the one before."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
import threading

import pytest
from django.db import connection

from gyda.journal.actions import record, seal
from gyda.journal.models import Entry, Seal, SealedEntry
from gyda.journal.queries import unsealed_entries
from gyda.journal.records import entry_record, seal_record
from gyda.keys.context import in_hub
from gyda.methods import seal as method
from gyda.people.tests.builders import Cast, a_cast, who

UTC = datetime.UTC


def entries(cast: Cast, count: int, **data: int) -> list[Entry]:
    by = who(cast.bryn)
    return [record(by=by, verb="test.done", about=cast.bryn, n=n, **data) for n in range(count)]


def test_a_seal_holds_the_root_over_its_entries_in_order(cast: Cast) -> None:
    written = entries(cast, 5)
    [made] = seal(hub_id=cast.hub.id)
    leaves = [method.leaf_of(entry_record(entry)) for entry in Entry.objects.order_by("id")]
    assert (made.number, made.count, made.previous) == (1, 5, "")
    assert made.root == method.root_of(leaves)
    held = SealedEntry.objects.order_by("position").values_list("entry_id", "leaf")
    assert list(held) == list(zip([entry.id for entry in written], leaves, strict=True))


def test_each_seal_names_the_one_before(cast: Cast) -> None:
    entries(cast, 5)
    made = seal(hub_id=cast.hub.id, most=2)
    assert [one.number for one in made] == [1, 2, 3]
    assert [one.count for one in made] == [2, 2, 1]
    assert [one.previous for one in made] == ["", made[0].own_hash, made[1].own_hash]
    assert all(one.own_hash == method.hash_of_seal(seal_record(one)) for one in made)


def test_what_is_read_back_gives_the_same_hashes(cast: Cast) -> None:
    record(by=who(cast.bryn, cast.alys), verb="x.y", about=cast.hub, words="dŵr", yes=True, no=None)
    [made] = seal(hub_id=cast.hub.id)
    stored = Seal.objects.get()
    held = SealedEntry.objects.select_related("entry").get()
    assert method.hash_of_seal(seal_record(stored)) == made.own_hash
    assert method.leaf_of(entry_record(held.entry)) == held.leaf


def test_nothing_is_sealed_twice_and_a_late_comer_gets_into_the_next(cast: Cast) -> None:
    first, late, third = entries(cast, 3)
    Entry.objects.filter(id=late.id).delete()
    seal(hub_id=cast.hub.id)
    Entry.objects.bulk_create([late])
    [second_seal] = seal(hub_id=cast.hub.id)
    assert SealedEntry.objects.get(seal=second_seal).entry == late
    assert seal(hub_id=cast.hub.id) == []


def test_hubs_are_sealed_apart(cast: Cast) -> None:
    entries(cast, 1)
    with in_hub(cast.other_hub.id):
        record(by=who(cast.eira), verb="test.done", about=cast.eira)
    assert [one.number for one in seal(hub_id=cast.hub.id)] == [1]
    assert [one.number for one in seal(hub_id=cast.other_hub.id)] == [1]
    assert SealedEntry.objects.count() == 1


def test_only_what_is_recent_is_looked_at_when_asked(cast: Cast) -> None:
    entries(cast, 1)
    tomorrow = datetime.datetime.now(UTC) + datetime.timedelta(days=1)
    assert seal(hub_id=cast.hub.id, since=tomorrow) == []
    assert len(seal(hub_id=cast.hub.id, since=tomorrow - datetime.timedelta(days=2))) == 1


def test_same_deed_twice_has_different_leaves(cast: Cast) -> None:
    one, other = entries(cast, 1) + entries(cast, 1)
    alike = {"id": "", "at": ""}
    assert method.leaf_of(entry_record(one) | alike) != method.leaf_of(entry_record(other) | alike)


def test_what_cannot_be_sealed_is_not_recorded(cast: Cast) -> None:
    with pytest.raises(TypeError, match=r"1\.5"):
        record(by=who(cast.bryn), verb="test.done", about=cast.bryn, hours=1.5)
    assert not Entry.objects.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_sealers_at_the_same_time_seal_everything_once() -> None:
    cast = a_cast()
    with in_hub(cast.hub.id):
        entries(cast, 60)
    sealers = [threading.Thread(target=_seal_and_leave, args=(cast,)) for _ in range(4)]
    for one in sealers:
        one.start()
    for one in sealers:
        one.join()
    with in_hub(cast.hub.id):
        seals = list(Seal.objects.order_by("number"))
        assert not unsealed_entries().exists()
        assert SealedEntry.objects.count() == sum(one.count for one in seals) == 60
    assert [one.number for one in seals] == list(range(1, len(seals) + 1))
    assert [one.previous for one in seals[1:]] == [one.own_hash for one in seals[:-1]]


def _seal_and_leave(cast: Cast) -> None:
    try:
        seal(hub_id=cast.hub.id, most=7)
    finally:
        connection.close()


def test_many_entries_are_sealed_a_part_at_a_time(cast: Cast) -> None:
    now = datetime.datetime.now(UTC)
    about = {"about_type": "people.member", "about_id": cast.bryn.id, "verb": "test.done"}
    rows = (
        Entry(hub=cast.hub, at=now, actor_id=cast.bryn.id, data={"minutes": n}, **about)
        for n in range(2_500)
    )
    Entry.objects.bulk_create(rows)
    made = seal(hub_id=cast.hub.id, most=1_000)
    assert [one.count for one in made] == [1_000, 1_000, 500]
    assert seal(hub_id=cast.hub.id) == []
