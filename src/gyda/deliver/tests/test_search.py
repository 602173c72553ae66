"""Finding listings: by any beginning of any word, whatever the accents and mutations."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gyda.deliver.models import Listing
from gyda.deliver.models.codes import Day, Part, slot
from gyda.deliver.queries import search
from gyda.deliver.queries.listing import Wish, looked_for, shown_to
from gyda.deliver.tests.listing_builders import a_category, an_ask, an_offer
from gyda.methods.search import LONGEST, fold, words_of
from gyda.people.models import Block, Member
from gyda.people.tests.builders import Cast, who

TODAY = datetime.date.today()
LETTERS = st.text(alphabet="aâbcdeêëfghiîïlmnoôprstuûwŵyŷzÂŴŶß'’- 0123éñ日", max_size=60)
FEW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def found(cast: Cast, **wish: str) -> set[str]:
    rows = looked_for(who(cast.carys), Wish(**wish), TODAY)
    return {row.title for row in rows}


@pytest.mark.parametrize(
    ("title", "q"),
    [
        ("Paentio'r tŷ", "ty"),
        ("Gwersi gyda Siôn", "Sion"),
        ("Lessons with Sion", "SIÔN"),
        ("Cerdded", "cerd"),
        ("Bwyd i'r gath", "cath"),
        ("Ei chath hi", "cath"),
        ("Fy nghath", "cath"),
        ("Mynd â'r ci am dro", "ci dro"),
        ("Torri coed", "coed torri"),
        ("Yn yr ardd", "gardd"),
        ("Tacluso gardd", "ardd"),
        ("Dwy ferch", "merch"),
        ("Fy mara", "bara"),
    ],
)
def test_what_is_typed_finds_what_was_written(cast: Cast, title: str, q: str) -> None:
    an_offer(cast.bryn, title=title, language="cy")
    an_offer(cast.bryn, title="Xylophone", language="cy")
    assert found(cast, q=q) == {title}


def test_a_mutated_word_does_not_find_english_that_looks_like_it(cast: Cast) -> None:
    an_offer(cast.bryn, title="Garden help", language="en")
    assert found(cast, q="car") == set()


def test_every_word_must_be_there(cast: Cast) -> None:
    an_offer(cast.bryn, title="Bread", words="Sourdough from scratch")
    assert found(cast, q="bread sour") == {"Bread"}
    assert found(cast, q="bread piano") == set()


def test_nothing_but_signs_finds_everything(cast: Cast) -> None:
    an_offer(cast.bryn)
    assert found(cast, q="!?%_*") == {"Digging"}


@given(text=LETTERS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(text=st.text(max_size=40))
def test_folding_any_text_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@FEW
@given(title=LETTERS, data=st.data())
def test_a_listing_is_found_by_any_beginning_of_any_word(
    cast: Cast, title: str, data: st.DataObject
) -> None:
    made = an_offer(cast.bryn, title=title[:100] or "a", language="cy")
    for word in words_of(made.title):
        length = data.draw(st.integers(1, min(len(word), LONGEST)))
        listings = search.with_words(Listing.objects.all(), word[:length])
        assert made.id in {row.id for row in listings}


def test_a_common_word_is_walked_and_a_rare_one_gathered_alike(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        an_offer(cast.bryn, title=f"Common {'rare' if number == 3 else number}")
    monkeypatch.setattr(search, "RARE", 2)
    assert found(cast, q="common rare") == {"Common rare"}
    assert len(found(cast, q="common")) == 5


def test_filters_narrow_what_is_shown(cast: Cast) -> None:
    music = a_category("Music")
    an_offer(cast.bryn, title="A", category=music, where="PLACE", place="Pont-y-cwm", spoken="CY")
    an_offer(cast.bryn, title="B", where="ANYWHERE", times=slot(Day.MONDAY, Part.MORNING))
    an_ask(cast.bryn, title="C", where="ONLINE", spoken="EN", times=slot(Day.SUNDAY, Part.EVENING))
    assert found(cast, kind="ASK") == {"C"}
    assert found(cast, category=str(music.id)) == {"A"}
    assert found(cast, where="ONLINE") == {"C"}
    assert found(cast, place="arall") == {"B"}
    assert found(cast, place="pont y cwm") == {"A", "B"}
    assert found(cast, spoken="CY") == {"A", "B"}
    assert found(cast, day=str(Day.MONDAY.value)) == {"A", "B"}
    assert found(cast, part=str(Part.EVENING.value)) == {"A", "C"}


def test_a_mutated_place_is_found_by_its_name(cast: Cast) -> None:
    an_offer(cast.bryn, title="A", where="PLACE", place="ym Mhont-y-cwm")
    an_offer(cast.bryn, title="B", where="PLACE", place="Arall")
    assert found(cast, place="Pont") == {"A"}


def test_what_is_not_up_is_not_found(cast: Cast) -> None:
    for title, change in {
        "late": {"expires_on": TODAY - datetime.timedelta(days=1)},
        "paused": {"state": "PAUSED"},
        "closed": {"state": "CLOSED"},
    }.items():
        Listing.objects.filter(id=an_offer(cast.bryn, title=title).id).update(**change)
    an_offer(cast.bryn, title="up")
    assert {row.title for row in shown_to(who(cast.carys), TODAY)} == {"up"}


def test_who_has_left_is_not_found(cast: Cast) -> None:
    an_offer(cast.bryn)
    Member.objects.filter(id=cast.bryn.id).update(state="LEFT")
    assert found(cast) == set()


@pytest.mark.parametrize("blocker", ["bryn", "carys"])
def test_a_block_keeps_both_apart_from_each_others_listings(cast: Cast, blocker: str) -> None:
    an_offer(cast.bryn)
    pair = [cast.bryn, cast.carys] if blocker == "bryn" else [cast.carys, cast.bryn]
    Block.objects.create(member=pair[0], blocked=pair[1])
    assert found(cast) == set()
    assert shown_to(who(cast.dafydd), TODAY).count() == 1
