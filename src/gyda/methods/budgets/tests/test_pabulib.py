"""Pabulib files: whatever is in them is read, written again, or refused with its line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods.budgets import document_of, election_of, read, scores, tables_of, write
from gyda.methods.budgets.tests.shared import folder
from gyda.methods.errors import BadInput

PLAIN = """META
key;value
description;Parc
num_projects;2
num_votes;3
budget;100
vote_type;approval
PROJECTS
project_id;cost;name
1;60;Pwll
2;40.50;"Mainc; bren ""derw""\nnewydd"
VOTES
voter_id;vote;age
x;1,2;30
y;2;
z;;41
"""


def test_a_file_is_read_with_quotes_line_breaks_and_decimals() -> None:
    election = read(PLAIN)
    assert election.budget == 100
    assert election.projects[1].name == 'Mainc; bren "derw"\nnewydd'
    assert election.projects[1].cost == Fraction(81, 2)
    assert election.ballots.rows == ((0, 1), (1,), ())
    assert election.voters == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text + "\n\n;;\n",
        lambda text: text.replace("META\n", "meta;\n").replace("VOTES\n", "Votes;;\n"),
        lambda text: text.replace("1,2;30", '"1, 2";30'),
        lambda text: text.replace("1,2;30", "2,1;30"),
        lambda text: text.replace("y;2;\n", "\ny;2\n"),
        lambda text: text.replace("vote_type;approval\n", ""),
    ],
)
def test_oddities_change_nothing(change: Any) -> None:
    assert read(change(PLAIN)).ballots == read(PLAIN).ballots


def test_columns_may_stand_in_any_order() -> None:
    moved = PLAIN.replace("project_id;cost;name", "cost;name;project_id")
    moved = (
        moved.replace("1;60;Pwll", "60;Pwll;1")
        .replace("2;40.50;", "40.50;")
        .replace('newydd"', 'newydd";2')
    )
    moved = moved.replace("voter_id;vote;age", "vote;age;voter_id")
    moved = (
        moved.replace("x;1,2;30", "1,2;30;x").replace("y;2;\n", "2;;y\n").replace("z;;41", ";41;z")
    )
    assert read(moved).ballots == read(PLAIN).ballots


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("1;60;", "1;0;", "cost-not-positive", 10),
        ("1;60;", "1;-5;", "cost-not-positive", 10),
        ("1;60;", "1;6o;", "cost-not-a-number", 10),
        ("1;60;", "1;1,500;", "cost-not-a-number", 10),
        ("1;60;", "1;nan;", "cost-not-a-number", 10),
        ("1;60;Pwll\n", "1;60;Pwll\n1;70;Pwll\n", "project-twice", 11),
        ("1;60;Pwll", "1;60;Pwll;x", "wrong-columns", 10),
        ("1;60;Pwll", "1", "wrong-columns", 10),
        ("budget;100", "budget;0", "budget-not-positive", 6),
        ("budget;100", "budget;lots", "budget-not-a-number", 6),
        ("budget;100\n", "", "no-budget", None),
        ("approval", "loudness", "unknown-ballots", 7),
        ("y;2;", "y;3;", "unknown-project", 16),
        ("y;2;", "x;2;", "voter-twice", 16),
        ("y;2;", "y", "wrong-columns", 16),
        ("y;2;", "y;2;3;4", "wrong-columns", 16),
        ("z;;41\n", "", "ballots-missing", 16),
        ("z;;41", "z;", "wrong-columns", 17),
        ("num_projects;2", "num_projects;5", "projects-missing", 4),
        ("VOTES\n", "", "no-section", 16),
        ("voter_id;vote;age", "voter_id;votes;age", "no-column", 14),
        ("project_id;cost;name", "project_id;price;name", "no-column", 9),
        ("META\n", "", "no-meta", 1),
        ("PROJECTS\n", "META\n", "section-twice", 8),
        ('newydd"', "newydd", "quote-not-closed", 11),
        ("budget;100", "budget;100\nbudget;200", "meta-twice", 7),
    ],
)
def test_faults_are_named_with_their_line(old: Any, new: Any, code: Any, line: Any) -> None:
    assert old in PLAIN
    with pytest.raises(BadInput) as caught:
        read(PLAIN.replace(old, new, 1))
    assert (caught.value.code, caught.value.line) == (code, line)


def test_bytes_that_are_no_text_are_refused_with_their_line() -> None:
    latin = PLAIN.replace("Pwll", "Ŵyl").encode("utf-8").replace("Ŵ".encode(), b"\xcd")
    for content, line in ((latin, 10), (PLAIN.encode("utf-16"), 1)):
        with pytest.raises(BadInput, match="not-utf8") as caught:
            read(content)
        assert caught.value.line == line
    with pytest.raises(BadInput, match="not-text"):
        read(PLAIN.replace("Pwll", "P\0ll").encode())


def test_what_is_odd_but_countable_is_a_warning() -> None:
    more = read(PLAIN + "w;1,1;20\n")
    codes = [code for code, _ in more.warnings]
    assert codes == ["more-ballots-than-said", "project-twice-on-ballot"]
    assert more.ballots.rows[-1] == (0,)


PRINTED = (
    PLAIN.replace("cost;name", "cost;votes;name")
    .replace("1;60;", "1;60;1;")
    .replace("2;40.50;", "2;40.50;2;")
)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("num_votes;3", "num_votes;5", "ballots-missing"),
        ("num_projects;2", "num_projects;3", "projects-missing"),
        ("y;2;", "y;2,99;", "unknown-project"),
        ("y;2;", "x;2;", "voter-twice"),
    ],
)
def test_a_doubt_is_only_a_warning_where_the_printed_votes_bear_the_count_out(
    old: str, new: str, code: str
) -> None:
    assert old in PRINTED
    found = read(PRINTED.replace(old, new, 1))
    assert [each for each, _ in found.warnings] == [code]
    assert found.ballots == read(PRINTED).ballots
    with pytest.raises(BadInput, match=code):
        read(PRINTED.replace(old, new, 1).replace("2;40.50;2;", "2;40.50;3;"))


@pytest.mark.parametrize(
    ("text", "cost"), [("40,5", "40.5"), ("1 040,50", "1040.5"), ("2\u00a0000", "2000")]
)
def test_numbers_as_they_are_written_in_other_countries(text: str, cost: str) -> None:
    found = read(PLAIN.replace("2;40.50;", f"2;{text};"))
    assert found.projects[1].cost == Fraction(cost)
    assert found.warnings == (("number-written-oddly", {"value": text}),)


def test_a_city_may_give_its_own_points_for_places() -> None:
    found = read(
        "META\nbudget;9\nvote_type;ordinal\nPROJECTS\nproject_id;cost\n1;5\n2;5\n"
        "VOTES\nvoter_id;vote;points\na;2,1;4,3\n"
    )
    assert scores(found) == [3, 4]


def test_a_word_of_the_header_said_twice_matters_only_where_it_counts() -> None:
    twice = PLAIN.replace("description;Parc\n", "description;Parc\ndescription;Pwll\n")
    assert read(twice).meta["description"] == "Parc"


def test_points_and_weights_are_read_exactly() -> None:
    pointed = read(
        "META\nbudget;9\nvote_type;cumulative\nPROJECTS\nproject_id;cost\n1;5\n2;5\n"
        'VOTES\nvoter_id;vote;points;weight\na;2,1;3,0.5;1.5\nb;"1";"2";\n'
    )
    assert pointed.ballots.rows == ((0, 1), (0,))
    assert pointed.ballots.points == ((Fraction(1, 2), 3), (2,))
    assert pointed.ballots.weights == (Fraction(3, 2), 1)


def test_points_that_do_not_match_the_ballot_are_refused() -> None:
    with pytest.raises(BadInput, match="points-count") as caught:
        read(
            "META\nbudget;9\nvote_type;scoring\nPROJECTS\nproject_id;cost\n1;5\n2;5\n"
            "VOTES\nvoter_id;vote;points\na;2,1;3\n"
        )
    assert caught.value.line == 10


def test_ten_thousand_projects_are_read() -> None:
    projects = "".join(f"{k};{k + 1}\n" for k in range(10_000))
    head = "META\nbudget;9\nPROJECTS\nproject_id;cost\n"
    election = read(f"{head}{projects}VOTES\nvoter_id;vote\na;1,9999\n")
    assert (len(election.projects), election.ballots.rows) == (10_000, ((1, 9999),))


@pytest.mark.parametrize("name", sorted(path.name for path in folder().glob("*.pb")))
def test_a_shared_file_survives_being_written(name: Any) -> None:
    content = (folder() / name).read_bytes()
    if len(content) > 1_000_000:
        content = _shortened(content)
    document = tables_of(content)
    again = write(document)
    assert election_of(tables_of(again)) == election_of(document)
    assert write(tables_of(again)) == again


def _shortened(content: bytes) -> bytes:
    """Keep 300 ballots of a large file, and not its promise of how many there are."""
    head, votes = content.split(b"\nVOTES", 1)
    kept = [line for line in head.split(b"\n") if not line.startswith(b"num_votes")]
    return b"\n".join(kept) + b"\nVOTES" + b"\n".join(votes.split(b"\n")[:302]) + b"\n"


@pytest.mark.parametrize("kind", ["approval", "cumulative", "ordinal"])
def test_an_election_of_ones_own_can_be_written_and_read(kind: Any) -> None:
    from gyda.methods.budgets import Ballot, election

    papers = [
        Ballot(("b", "a"), (Fraction(2), Fraction(1)), Fraction(2)),
        Ballot(("a",), (Fraction(3),)),
    ]
    if kind != "cumulative":
        papers = [Ballot(one.chosen, weight=one.weight) for one in papers]
    one = election(100, {"a": 60, "b": "40.5"}, papers, kind)
    again = read(write(document_of(one, {"description": "Parc"}, selected=["a"])))
    assert again.ballots == one.ballots
    assert [p.cost for p in again.projects] == [60, Fraction(81, 2)]
    assert [p.facts["selected"] for p in again.projects] == ["1", "0"]


PIECES = st.sampled_from(
    ["META", "PROJECTS", "VOTES", ";", "\n", '"', ",", "1", "2", "-1", "budget", "cost", "vote"]
    + ["project_id", "voter_id", "key;value", "num_votes", "\r", " ", "ŵ", "1e9999", "0", "\t"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.integers(0, len(PLAIN)), st.integers(0, 30))
def test_no_text_makes_the_reader_fall(noise: Any, start: Any, length: Any) -> None:
    for text in (noise, PLAIN[:start] + noise + PLAIN[start + length :]):
        with suppress(BadInput):  # a fault of the file, said; anything else fails the test
            read(text)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_make_the_reader_fall(noise: Any) -> None:
    with pytest.raises(BadInput):
        read(noise)
