"""Entries in words: whose names, in which language, at what cost."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

import pytest
from django.utils import translation

from gyda.journal import sentences
from gyda.journal.actions import record
from gyda.journal.models import Entry
from gyda.journal.timeline import lines_of, public_lines_of
from gyda.people.models import Member
from gyda.people.models.member import State
from gyda.people.tests.builders import Cast, a_member, who

TOLD = {
    "hours.given": "%(actor)s gave %(minutes)s to %(to)s",
    "paper.signed": "%(actor)s signed with %(organisation)s on %(signed_on)s",
    "bare": "%(actor)s waved",
}


@pytest.fixture(autouse=True)
def _sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_sentences", "_models", "_pages"):
        monkeypatch.setattr(sentences, name, {})
    sentences.register(
        TOLD,
        names={"organisation": "people.Organisation"},
        links={"people.member": "people:member"},
    )


def words(*entries: Entry) -> list[str]:
    with translation.override("en"):
        return [line.words for line in lines_of(entries)]


def test_names_and_figures_are_filled_in_at_reading_time(cast: Cast) -> None:
    to, by = str(cast.carys.id), who(cast.bryn)
    entry = record(by=by, verb="hours.given", about=cast.bryn, minutes=90, to=to)
    assert words(entry) == ["Bryn gave 1\u00a0h 30\u00a0min to Carys"]
    Member.objects.filter(id=cast.carys.id).update(name="Carys Ann")
    assert words(entry)[0].endswith("to Carys Ann")


def test_both_names_stand_when_someone_acted_for_another(cast: Cast) -> None:
    entry = record(by=who(cast.carys, cast.bryn), verb="bare", about=cast.bryn)
    assert words(entry) == ["Carys, for Bryn waved"]
    with translation.override("cy"):
        assert lines_of([entry])[0].words == "Carys, ar ran Bryn waved"


def test_other_rows_are_named_too_and_days_are_written_out(cast: Cast) -> None:
    organisation = str(cast.dafydd.organisation_id)
    data = {"organisation": organisation, "signed_on": "2026-03-03"}
    entry = record(by=who(cast.dafydd), verb="paper.signed", about=cast.dafydd, **data)
    assert words(entry) == ["Dafydd signed with Meddygfa'r Cwm on 3 March 2026"]


def test_a_verb_without_words_and_a_figure_without_value_break_nothing(cast: Cast) -> None:
    odd = record(by=who(cast.bryn), verb="never.heard", about=cast.bryn)
    thin = record(by=who(cast.bryn), verb="hours.given", about=cast.bryn, minutes=60)
    assert "no words for" in words(odd)[0]
    assert words(thin) == ["Bryn gave 1\u00a0h to …"]


def test_in_public_nobody_is_named_who_did_not_choose_so(cast: Cast) -> None:
    entry = record(by=who(cast.bryn), verb="bare", about=cast.bryn, public=True)
    with translation.override("en"):
        [line] = public_lines_of([entry])
    assert (line.words, line.page) == ("A member waved", "")


def test_who_chose_so_stands_there_by_first_name(cast: Cast) -> None:
    ann = a_member(cast.hub, "Ann Rhys", show_in_public=True)
    entry = record(by=who(ann), verb="bare", about=ann, public=True)
    assert public_lines_of([entry])[0].words == "Ann waved"


def test_who_left_is_never_named_in_public(cast: Cast) -> None:
    gone = a_member(cast.hub, "Gwen Puw", state=State.LEFT, show_in_public=True)
    entry = record(by=who(gone), verb="bare", about=gone, public=True)
    assert "Gwen" not in public_lines_of([entry])[0].words


def test_names_cost_one_query_a_model_however_long_the_list(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    organisation = str(cast.dafydd.organisation_id)
    entries = [
        record(
            by=who(a_member(cast.hub)),
            verb="hours.given" if n % 2 else "paper.signed",
            about=cast.bryn,
            to=str(cast.carys.id),
            organisation=organisation,
            minutes=60,
        )
        for n in range(30)
    ]
    with django_assert_num_queries(2):
        assert len(words(*entries)) == 30
