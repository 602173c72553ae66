"""A map that was kept as bytes goes on as if it had never stopped; later votes fall into place."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gyda.methods.errors import BadInput
from gyda.methods.opinion import LiveMap, Votes, as_record, opinion_map, refreshed, with_later
from gyda.methods.opinion.keeping import (
    live_as_bytes,
    live_from_bytes,
    map_as_bytes,
    map_from_bytes,
    opening_as_bytes,
    opening_from_bytes,
)
from gyda.methods.opinion.tests.conversations import camps

Cast = dict[tuple[int, int], int]
casts = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(0, 12)), st.sampled_from([-1, 0, 1]), max_size=30
)


def votes_of(cast: Cast, moment: int) -> Votes:
    rows = [(*pair, answer, moment) for pair, answer in cast.items()]
    people, statements, answers, moments = np.array(rows, np.int64).reshape(-1, 4).T
    return Votes.of(people, statements, answers, moments)


def test_a_map_kept_as_bytes_is_the_same_map() -> None:
    votes = camps((30, 30))
    found = opinion_map(votes, authors={"3": "7"}, weight=np.full(votes.n, 0.5))
    kept = map_as_bytes(found)
    assert map_as_bytes(found) == kept
    again = map_from_bytes(kept, votes)
    assert as_record(again) == as_record(found)
    assert as_record(refreshed(again, votes)) == as_record(refreshed(found, votes))
    assert map_as_bytes(again) == kept


def test_a_map_goes_on_from_what_is_kept_of_it_without_its_people() -> None:
    votes = camps((30, 30))
    found = opinion_map(votes, authors={"3": "7"})
    kept = opening_as_bytes(found)
    assert len(kept) < len(map_as_bytes(found))
    again = opening_from_bytes(kept)
    assert again.votes.n == 0
    assert as_record(refreshed(again, votes)) == as_record(refreshed(found, votes))


def test_a_live_map_kept_as_bytes_takes_votes_as_before() -> None:
    votes = camps((30, 30))
    live = LiveMap.after(opinion_map(votes).fit, votes)
    again = live_from_bytes(live_as_bytes(live))
    for one in (live, again):
        one.vote(person=3, statement=5, answer=-1, before=0)
    assert again.position(3)[0].tolist() == live.position(3)[0].tolist()
    assert live_as_bytes(again) == live_as_bytes(live)


@pytest.mark.parametrize("wrong", [b"", b"PK\x03\x04", b"{}", b"\x93NUMPY"])
def test_bytes_that_are_no_map_are_refused(wrong: bytes) -> None:
    with pytest.raises(BadInput, match="not-a-kept-map"):
        live_from_bytes(wrong)


def test_a_map_is_not_put_on_votes_of_others() -> None:
    kept = map_as_bytes(opinion_map(camps((30, 30))))
    with pytest.raises(BadInput, match="not-a-kept-map"):
        map_from_bytes(kept, camps((10, 10)))


@given(casts, casts)
def test_later_votes_fall_into_place_as_if_all_were_sorted_at_once(early: Cast, late: Cast) -> None:
    joined = with_later(votes_of(early, 1), votes_of(late, 2))
    whole = votes_of(early | late, 1)
    assert (joined.people, joined.statements) == (whole.people, whole.statements)
    for column in ("person", "statement", "answer"):
        assert getattr(joined, column).tolist() == getattr(whole, column).tolist()
    assert joined.moment is not None
    assert int((joined.moment == 2).sum()) == len(late)
