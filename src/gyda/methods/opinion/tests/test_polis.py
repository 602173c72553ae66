"""Files of the field go in and out unchanged; what is wrong in them is said with its line."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gyda.methods.errors import BadInput
from gyda.methods.opinion import Conversation, Votes, as_flat, as_polis, conversation, from_flat
from gyda.methods.opinion.polis import one_file
from gyda.methods.opinion.tests.conversations import BREXIT, LONDON, SEATTLE, TAXES, real

HEAD = "timestamp,datetime,comment-id,voter-id,vote\n"
MATRIX = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,2,10,1\n"
SAID = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
UNLIKE = "1,x,5,9,1,0,1,a\n1,x,5,9,1,0,1,b\n"


def triples(votes: Votes) -> set[tuple[str, str, int]]:
    people = [votes.people[p] for p in votes.person]
    statements = [votes.statements[s] for s in votes.statement]
    return set(zip(people, statements, votes.answer.tolist(), strict=True))


@pytest.mark.parametrize("name", [BREXIT, LONDON, SEATTLE, TAXES])
def test_a_real_export_goes_round(name: str) -> None:
    first = real(name)
    files = as_polis(first)
    second = conversation(files)
    assert triples(first.votes) == triples(second.votes)
    assert first.moderated.items() <= second.moderated.items()
    assert (first.authors, first.groups) == (second.authors, second.groups)
    assert first.texts.items() <= second.texts.items()
    assert as_polis(second) == files


@pytest.mark.parametrize("name", [BREXIT, SEATTLE])
def test_both_files_of_votes_say_the_same(name: str) -> None:
    first = real(name)
    alone = conversation({"participants-votes.csv": as_polis(first)["participants-votes.csv"]})
    assert triples(alone.votes) == triples(first.votes)


def test_the_numbers_of_a_real_conversation() -> None:
    said = real(TAXES)
    assert (said.votes.n, said.votes.m, len(said.votes)) == (334, 148, 17335)
    assert (len(said.out), said.shown.m) == (57, 91)
    assert said.summary["topic"] == "Tax HiveMind Window"


def test_of_re_votes_the_latest_in_time_is_kept_whatever_its_row() -> None:
    rows = ["2000,x,5,1,-1", "1000,x,5,1,1", "3000,x,6,1,0"]
    votes = conversation({"votes.csv": HEAD + "\n".join(rows)}).votes
    assert triples(votes) == {("1", "5", -1), ("1", "6", 0)}


def test_columns_need_not_be_in_the_order_of_numbers_and_xid_may_stand_there() -> None:
    plain = conversation({"participants-votes.csv": MATRIX + "7,0,0,2,1,1,1,,-1\n8,,0,0,0,0,,,\n"})
    assert plain.votes.statements == ("1", "2", "10")
    assert triples(plain.votes) == {("7", "2", 1), ("7", "1", -1)}
    assert plain.votes.people == ("7", "8")
    assert plain.groups == {"7": "0"}
    with_xid = MATRIX.replace("participant,", "participant,xid,")
    other = conversation({"participants-votes.csv": with_xid + "7,abc,0,0,2,1,1,1,,-1\n"})
    assert triples(other.votes) == triples(plain.votes)
    assert other.xids == {"7": "abc"}


def test_quotes_line_ends_and_decimal_votes_are_read_too() -> None:
    plain = HEAD + "1,x,5,1,1\n2,x,6,1,-1\n"
    odd = HEAD.replace("\n", "\r\n") + '1,"a, b",5,1,1.0\r\n\r\n2,x,6,1,-1.0\r\n'
    assert triples(conversation({"votes.csv": plain}).votes) == triples(
        conversation({"votes.csv": odd}).votes
    )


def test_texts_with_commas_quotes_and_line_breaks_go_round() -> None:
    text = 'Dylem, "efallai"\nofyn i bawb'
    row = '1000,x,5,9,1,0,1,"' + text.replace('"', '""') + '"\n'
    said = conversation({"votes.csv": HEAD + "1,x,5,1,1\n", "comments.csv": SAID + row})
    assert said.texts == {"5": text}
    assert conversation(as_polis(said)).texts == said.texts


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.tuples(
            st.text("ab,\"' 19\nŵ", min_size=1).filter(str.strip).map(str.strip),
            st.integers(0, 99),
        ),
        st.sampled_from([-1, 0, 1]),
        max_size=20,
    )
)
def test_flat_files_go_round_whatever_the_ids(cast: dict[tuple[str, int], int]) -> None:
    pairs = list(cast)
    votes = Votes.of([p for p, _ in pairs], [s for _, s in pairs], [cast[pair] for pair in pairs])
    again = from_flat(as_flat(votes)).votes
    assert as_flat(again) == as_flat(votes)


WRONG = [
    ({"votes.csv": HEAD + "1,x,5,1,2\n"}, "not-a-vote", 2),
    ({"votes.csv": HEAD + "1,x,5,1,1\n1,x,5,1\n"}, "row-length", 3),
    ({"votes.csv": HEAD + "now,x,5,1,1\n"}, "not-a-number", 2),
    ({"votes.csv": HEAD + "1,x,,1,1\n"}, "id-empty", 2),
    ({"votes.csv": "voter-id,vote\n"}, "column-missing", 1),
    ({"votes.csv": HEAD.replace("datetime", "vote")}, "column-twice", 1),
    ({"votes.csv": HEAD + '1,"x,5,1,1\n'}, "not-csv", 2),
    ({"participants-votes.csv": MATRIX + "1,0,0,1,1,0,3,,\n"}, "not-a-vote", 2),
    ({"participants-votes.csv": MATRIX + "1,0,0,1,1,0,1,,\n" * 2}, "participant-twice", None),
    ({"participants-votes.csv": MATRIX.replace("10", "02")}, "column-twice", None),
    ({"votes.csv": HEAD, "comments.csv": SAID + "1,x,5,9,1,0,7,a\n"}, "not-moderation", 2),
    (
        {"votes.csv": HEAD, "comments.csv": SAID + "1,x,5,9,1,0,1,a\n1,x,5,9,1,0,1,b\n"},
        "statement-twice",
        3,
    ),
    ({"comments.csv": SAID}, "no-votes", None),
]


@pytest.mark.parametrize(("files", "code", "line"), WRONG)
def test_what_is_wrong_is_said_with_its_line(
    files: dict[str, str], code: str, line: int | None
) -> None:
    with pytest.raises(BadInput) as fault:
        conversation(files)
    assert (fault.value.code, fault.value.line) == (code, line)


def test_an_export_without_a_vote_is_a_conversation() -> None:
    assert len(conversation({"votes.csv": HEAD}).votes) == 0
    assert conversation({"participants-votes.csv": MATRIX}).votes.m == 3


VOTES = "1,x,5,1,1\n2,x,6,1,-1\n3,x,5,2,0\n"
READ = {("1", "5", 1), ("1", "6", -1), ("2", "5", 0)}


@pytest.mark.parametrize(
    "text",
    [
        "Timestamp,tid,Participant_ID,Vote\n1,5,1,1\n2,6,1,-1\n3,5,2,0\n",
        "created;statement id;pid;vote\n1;5;1;agree\n2;6;1;Disagree\n3;5;2;pass\n",
        HEAD.replace("\n", ",\n") + VOTES.replace("\n", ",\n"),
        HEAD + VOTES + "4,x,7,2,\n",
    ],
)
def test_other_spellings_and_delimiters_say_the_same(text: str) -> None:
    assert triples(conversation({"votes.csv": text}).votes) == READ
    assert triples(one_file(text).votes) == READ


def test_moments_in_seconds_or_as_dates_become_milliseconds() -> None:
    for spelt in (
        "1403054214",
        "1403054214000",
        "2014-06-18T01:16:54Z",
        "2014-06-18T02:16:54+01:00",
    ):
        votes = conversation({"votes.csv": HEAD + f"{spelt},x,5,1,1\n"}).votes
        assert votes.moment is not None
        assert votes.moment.tolist() == [1403054214000]
    assert conversation({"votes.csv": HEAD + ",x,5,1,1\n"}).votes.moment is None


@pytest.mark.parametrize("name", [BREXIT, TAXES])
def test_a_file_in_which_minus_one_is_agree_is_turned_round(name: str) -> None:
    said = real(name)
    files = as_polis(said)
    other = as_polis(Conversation(said.votes.turned()))["votes.csv"]
    for counted in ("comments.csv", "participants-votes.csv"):
        found = conversation({"votes.csv": other, counted: files[counted]})
        assert found.turned
        assert triples(found.votes) == triples(said.votes)
    assert not conversation(files).turned
    assert conversation(files, agree=-1).turned


def test_statements_about_the_people_are_left_out_of_the_map() -> None:
    comments = "comment-id,is-meta,moderated,comment-body\n5,true,accepted,I drive\n6,false,,b\n"
    said = conversation({"votes.csv": HEAD + VOTES, "comments.csv": comments})
    assert (said.meta, said.out, said.shown.statements) == ({"5"}, set(), ("6",))


def test_a_file_without_votes_leaves_them_to_the_other() -> None:
    matrix = MATRIX + "7,0,0,2,1,1,1,,-1\n"
    for empty in ("", HEAD):
        said = conversation({"votes.csv": empty, "participants-votes.csv": matrix})
        assert len(said.votes) == 2
