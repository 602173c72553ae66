"""`gyda map` on real conversations, in both languages, as words, picture and record."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gyda.methods.opinion import as_flat, as_polis
from gyda.methods.opinion.polis import Conversation
from gyda.methods.opinion.tests.conversations import BREXIT, LONDON, camps, noise, real
from gyda.methods.tests.shared import shared
from gyda.terminal.map import main

Capture = pytest.CaptureFixture[str]


def a_folder(tmp_path: Path, said: Conversation) -> Path:
    tmp_path.mkdir(exist_ok=True)
    for name, text in as_polis(said).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def record(capsys: Capture, *arguments: str) -> dict:
    assert main([*arguments, "--json"]) == 0
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    return json.loads(printed)


def test_json_has_groups_participants_and_statements(capsys: Capture) -> None:
    found = record(capsys, str(shared(f"opinion/{BREXIT}")))
    assert [group["id"] for group in found["groups"]] == ["A", "B"]
    assert len(found["participants"]) == 204
    assert set(found["participants"]["1"]) >= {"group", "position"}
    statement = found["statements"]["36"]
    assert set(statement) >= {"tallies", "consensus", "bridging", "contested", "text"}
    assert statement["consensus"]["ranks"][0] <= statement["consensus"]["rank"]
    counted = statement["tallies"]
    assert counted["agree"] + counted["disagree"] + counted["pass"] > 40
    assert set(counted["groups"]) == {"A", "B"}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_words_picture_and_record_are_for_people(
    language: str, tmp_path: Path, capsys: Capture
) -> None:
    path = str(shared(f"opinion/{BREXIT}"))
    assert main([path, "--out", str(tmp_path), "--language", language]) == 0
    words = capsys.readouterr().out
    assert all(len(line) <= 80 for line in words.splitlines()[:-1])
    assert {"en": "Group A", "cy": "Grŵp A"}[language] in words
    picture = ElementTree.parse(tmp_path / "picture.svg").getroot()  # noqa: S314
    assert "A" in "".join(picture.itertext())
    shown = json.loads((tmp_path / "published.json").read_text(encoding="utf-8"))
    rows = [row for one in shown["statements"].values() for row in one["everyone"]]
    assert all(row["people"] >= 10 for row in rows)
    assert json.loads((tmp_path / "record.json").read_text(encoding="utf-8"))["people"] == 204


def test_without_clear_groups_it_says_so_and_why(tmp_path: Path, capsys: Capture) -> None:
    assert main([str(a_folder(tmp_path, Conversation(noise()))), "--out", str(tmp_path)]) == 0
    words = capsys.readouterr().out
    assert "No clear groups." in words
    assert "0.80 is needed" in words


def test_no_few_people_can_be_worked_out_from_the_words(tmp_path: Path, capsys: Capture) -> None:
    """Group sizes are said to the next ten, and no bubble of the picture is under ten people."""
    assert main([str(shared(f"opinion/{LONDON}")), "--out", str(tmp_path)]) == 0
    words = capsys.readouterr().out
    sizes = re.findall(r"about (\d+) people", words, re.IGNORECASE)
    assert all(int(size) % 10 == 0 for size in sizes)
    drawn = (tmp_path / "picture.svg").read_text(encoding="utf-8")
    radii = [float(r) for r in re.findall(r'r="([\d.]+)" fill="#[0-9a-f]+" fill-opacity', drawn)]
    assert all(radius >= 2.2 * 10**0.5 - 0.01 for radius in radii)


def test_a_flat_file_gives_the_same_map_as_an_export(tmp_path: Path, capsys: Capture) -> None:
    votes = camps((30, 30))
    (tmp_path / "flat.csv").write_text(as_flat(votes), encoding="utf-8")
    first = record(capsys, str(tmp_path / "flat.csv"))
    second = record(capsys, str(a_folder(tmp_path / "export", Conversation(votes))))
    assert first["participants"] == second["participants"]


def test_a_map_follows_the_last_one(tmp_path: Path, capsys: Capture) -> None:
    path = str(a_folder(tmp_path, real(BREXIT)))
    first = record(capsys, path, "--out", str(tmp_path / "first"))
    again = record(capsys, path, "--before", str(tmp_path / "first" / "record.json"))
    assert again["groups"][0]["id"] == first["groups"][0]["id"]


@pytest.mark.parametrize("wrong", [["--before", "FILE"], ["--most", "0"], ["--seed", "-1"]])
def test_what_cannot_be_used_is_said_in_a_line(
    wrong: list[str], tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "FILE").write_text("[1]", encoding="utf-8")
    arguments = [str(tmp_path / "FILE") if each == "FILE" else each for each in wrong]
    assert main([str(shared(f"opinion/{LONDON}")), *arguments]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_crowd_of_copies_is_told_and_moves_nothing(tmp_path: Path, capsys: Capture) -> None:
    said = real(BREXIT)
    calm = record(capsys, str(a_folder(tmp_path / "calm", said)))
    shown = calm["statements"]
    target = sorted(shown, key=lambda s: shown[s]["consensus"]["rank"])[20]
    fakes = [
        f"1999999999999,,{statement},{9000 + fake},{1 if statement == target else -1}"
        for fake in range(11)
        for statement in shown
    ]
    folder = a_folder(tmp_path / "loud", said)
    (folder / "participants-votes.csv").unlink(missing_ok=True)
    votes = (folder / "votes.csv").read_text(encoding="utf-8")
    (folder / "votes.csv").write_text(votes + "\n".join(fakes) + "\n", encoding="utf-8")
    loud = record(capsys, str(folder))
    assert "look-alikes" in loud["guard"]["alarms"]
    assert "look-alikes" not in calm["guard"]["alarms"]
    assert len(loud["guard"]["flagged"]) == 11
    for which in ("consensus", "bridging"):
        ranks = [
            {s: v[which]["rank"] or 0 for s, v in r["statements"].items()} for r in (calm, loud)
        ]
        assert max(abs(ranks[0][s] - ranks[1][s]) for s in shown) <= 0.05 * len(shown)
    assert loud["guard"]["with_flagged"][target]["consensus"] != calm["statements"][target]
    assert main([str(folder), "--out", str(tmp_path / "out")]) == 0
    assert "about 10 people, 100% of whose answers" in capsys.readouterr().out


def test_a_folder_without_votes_is_refused(tmp_path: Path, capsys: Capture) -> None:
    assert main([str(tmp_path)]) == 2
    assert "votes.csv" in capsys.readouterr().err


def test_files_are_found_by_older_newer_and_prefixed_names(tmp_path: Path, capsys: Capture) -> None:
    folder = a_folder(tmp_path / "export", Conversation(camps((30, 30))))
    expected = record(capsys, str(folder))["participants"]
    (folder / "votes.csv").rename(folder / "2026-01-02-r7abc-votes.csv")
    (folder / "comments.csv").write_text("", encoding="utf-8")
    assert record(capsys, str(folder))["participants"] == expected
    (folder / "2026-01-02-r7abc-votes.csv").unlink()
    (folder / "participants-votes.csv").rename(folder / "participant-votes.csv")
    assert record(capsys, str(folder))["participants"] == expected


def test_a_conversation_in_which_nobody_voted_is_said_to_be_so(
    tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "votes.csv").write_text("timestamp,comment-id,voter-id,vote\n", encoding="utf-8")
    assert main([str(tmp_path), "--out", str(tmp_path / "out")]) == 0
    assert "There are no votes to map yet." in capsys.readouterr().out


def test_votes_that_are_the_other_way_round_are_said_to_be_so(
    tmp_path: Path, capsys: Capture
) -> None:
    votes = camps((30, 30))
    folder = a_folder(tmp_path / "export", Conversation(votes))
    found = record(capsys, str(folder), "--agree", "-1")
    assert found["turned"]
    assert found["statements"]["0"]["tallies"]["agree"] == int(votes.tally()[0][0, 0])
