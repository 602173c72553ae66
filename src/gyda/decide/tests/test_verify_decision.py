"""`gyda verify DECISION.zip`: one changed ballot, seed, cost or word is found and named."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import ast
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gyda.decide.decisions.actions import after
from gyda.decide.decisions.actions.publish import Correction, correct
from gyda.decide.decisions.bundle import bundle_of
from gyda.decide.decisions.models import Decision
from gyda.decide.tests.bundle_builders import a_bundle, altered, rewritten, unzipped, zipped
from gyda.decide.tests.decision_builders import a_decision, a_draft, a_signed
from gyda.journal.sealing import seal
from gyda.methods.decision_bundle import listed
from gyda.people.tests.builders import Cast, who
from gyda.terminal import decision, verify_words
from gyda.terminal.decision import opening, words
from gyda.terminal.export_files import Unreadable
from gyda.terminal.verify import main

Files = dict[str, bytes]


@pytest.fixture
def files(cast: Cast) -> Files:
    return unzipped(a_bundle(cast))


def said(tmp_path: Path, files: Files) -> list[str]:
    return [str(one) for one in decision.verify(zipped(tmp_path / "d.zip", files)).broken]


def test_what_was_not_touched_is_fine_and_everything_was_looked_at(
    tmp_path: Path, files: Files
) -> None:
    found = decision.verify(zipped(tmp_path / "d.zip", files))
    assert [str(one) for one in found.broken] == []
    assert found.unsealed == 0
    expected = {"elections": 1, "ballots": 10, "lotteries": 1, "people": 12}
    assert {name: found.counts[name] for name in expected} == expected
    assert {"seals", "entries", "decisions", "lines", "files", "scores"} <= set(found.counts)


def test_a_changed_ballot_is_named_with_what_it_was(tmp_path: Path, files: Files) -> None:
    broken = said(tmp_path, altered(files, "ballot.pb", "v7;D", "v7;A,D"))
    assert "The ballot v7: says “v7;A,D”; sealed was “v7;D”" in broken
    assert "The option A (Mainc): its votes are 6 in the record; the ballots give 7" in broken


def test_a_changed_ballot_that_moves_nothing_is_named_too(tmp_path: Path, files: Files) -> None:
    broken = said(tmp_path, altered(files, "ballot.pb", "v2;A,B,C", "v2;A,C,B"))
    assert broken == ["The ballot v2: says “v2;A,C,B”; sealed was “v2;A,B,C”"]


def test_a_ballot_that_was_added_or_taken_out_is_found(tmp_path: Path, files: Files) -> None:
    added = files | {"ballot.pb": files["ballot.pb"] + b"v99;D\n"}
    assert "The ballot v99: was added after the sealing" in said(tmp_path, added)
    gone = said(tmp_path, altered(files, "ballot.pb", "v9;D\n", ""))
    assert "The file ballot.pb: has lost a line that was sealed" in gone


def test_a_changed_cost_is_named_on_both_sides(tmp_path: Path, files: Files) -> None:
    broken = said(tmp_path, altered(files, "ballot.pb", "D;4000", "D;4100"))
    assert "The option D: says “D;4100;Cegin”; sealed was “D;4000;Cegin”" in broken
    assert "The option D (Cegin): its cost is 4000 in the record; the ballots give 4100" in broken

    def dearer(record: Any) -> None:
        record["projects"]["D"]["cost"] = 4100

    broken = said(tmp_path, rewritten(files, "count.json", dearer))
    assert "The option D (Cegin): its cost is 4100 in the record; the ballots give 4000" in broken


def test_another_winner_in_the_record_is_named(tmp_path: Path, files: Files) -> None:
    def stolen(record: Any) -> None:
        record["selected"] = ["A", "B", "C"]

    broken = said(tmp_path, rewritten(files, "count.json", stolen))
    assert '“selected” of count.json: says “["A","B","C"]”; sealed was “["A","D"]”' in broken
    assert "The option D (Cegin): is chosen by the ballots, and not in the record" in broken
    assert "The option B (Coed): is chosen in the record, and not by the ballots" in broken


def test_a_changed_seed_of_the_count_is_named(tmp_path: Path, files: Files) -> None:
    def other(record: Any) -> None:
        record["settings"]["seed"] = "arall"

    broken = said(tmp_path, rewritten(files, "count.json", other))
    assert broken == ["“settings.seed” of count.json: says “arall”; sealed was “”"]


def test_a_changed_seed_of_the_draw_is_named(tmp_path: Path, files: Files) -> None:
    broken = said(tmp_path, altered(files, "draw.json", '"secret":"bara"', '"secret":"barb"'))
    assert any(one.startswith("Secret number 1: “barb” is not the one that was promised")
               for one in broken)  # fmt: skip
    assert any(one.startswith("“promises” of draw.json: says") for one in broken)


def test_another_lot_and_another_panel_are_named(tmp_path: Path, files: Files) -> None:
    number = json.loads(files["draw.json"])["lot"]

    def other(record: Any) -> None:
        record["lot"] = (number + 1) % 20

    broken = said(tmp_path, rewritten(files, "draw.json", other))
    expected = f"is number {(number + 1) % 20} in the record; the seed gives number {number}"
    assert f"The lot that was drawn: {expected}" in broken

    def friend(record: Any) -> None:
        out = next(f"p{n}" for n in range(12) if f"p{n}" not in record["panel"])
        record["panel"][0] = out

    broken = said(tmp_path, rewritten(files, "draw.json", friend))
    assert any("sits on the panel and is not on lot" in one for one in broken)


def test_a_person_of_the_pool_who_was_changed_is_named(tmp_path: Path, files: Files) -> None:
    broken = said(tmp_path, altered(files, "pool.csv", "p3,man,coast", "p3,man,valley"))
    assert "Person p3 of the pool: says “p3,man,valley”; sealed was “p3,man,coast”" in broken
    assert "Person p3 of the pool: is “valley” in the pool; the proof has “coast”" in broken


def test_a_changed_quota_is_named(tmp_path: Path, files: Files) -> None:
    broken = said(tmp_path, altered(files, "quotas.csv", "woman,2,2", "woman,1,2"))
    assert "The quota gender, woman: is 1–2 in the list; the proof has 2–2" in broken


def test_changed_points_are_named_and_the_joint_score_with_them(
    tmp_path: Path, files: Files
) -> None:
    broken = said(tmp_path, altered(files, "scores.csv", "100,Y,70", "100,Y,60"))
    assert any("The points of young for Y on gofal: says" in one and "100,Y,70" in one
               for one in broken)  # fmt: skip
    assert "The joint score of Y: is 68 in the record; the points give 63" in broken
    assert "Who is first: is Y in the record; the points give X" in broken


def test_changed_words_of_the_decision_are_found(tmp_path: Path, files: Files) -> None:
    broken = said(tmp_path, altered(files, "decision.json", "People asked", "Nobody asked"))
    assert "The decision: was changed after it was sealed" in broken
    broken = said(tmp_path, altered(files, "decision.json", '"pence":1000000', '"pence":2000000'))
    assert "The decision: its “pence” is 2000000; sealed was 1000000" in broken


def test_a_forger_who_mends_the_manifest_and_the_hashes_is_found_by_the_seal(
    tmp_path: Path, files: Files
) -> None:
    forged = altered(files, "ballot.pb", "v7;D", "v7;A")
    lines = json.loads(forged["lines.json"])
    lines["ballot.pb"] = listed("ballot.pb", forged["ballot.pb"])
    forged["lines.json"] = json.dumps(lines).encode()
    broken = said(tmp_path, forged)
    assert "The file ballot.pb: is not the one that was sealed, and nor are its hashes" in broken


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"method":"EQUAL_SHARES"', '"method":"GREEDY"', "was changed after it was sealed"),
        ('"previous":""', '"previous":"ab"', "was changed after it was made"),
        ('"seal":1', '"seal":7', "names a seal that is not in the chain"),
    ],
)
def test_the_journal_itself_is_checked(
    tmp_path: Path, files: Files, old: str, new: str, expected: str
) -> None:
    assert any(expected in one for one in said(tmp_path, altered(files, "journal.json", old, new)))


def test_a_decision_without_its_entry_is_no_decision(tmp_path: Path, files: Files) -> None:
    def alone(record: Any) -> None:
        record["entries"] = []

    broken = said(tmp_path, rewritten(files, "journal.json", alone))
    assert "The decision: has no entry in the journal" in broken


def test_a_seal_that_someone_kept_is_compared(tmp_path: Path, files: Files) -> None:
    path = zipped(tmp_path / "d.zip", files)
    latest = decision.verify(path).seals[-1]
    assert decision.verify(path, latest).broken == []
    assert "the record was rewritten" in str(decision.verify(path, "ab" * 32).broken[0])


def test_an_overruling_can_be_neither_hidden_nor_softened(tmp_path: Path, cast: Cast) -> None:
    made = a_decision(cast, organisation=cast.dafydd.organisation)
    after.overrule(who=who(cast.carys), decision_id=made.id, signed=a_signed())
    seal(hub_id=cast.hub.id)
    files = unzipped(bundle_of(Decision.objects.get(id=made.id), cast.hub))
    assert said(tmp_path, files) == []
    softer = altered(files, "after.json", "There is no kitchen", "The kitchen burnt down")
    assert "The overruling: was changed after it was sealed" in said(tmp_path, softer)
    hidden = files | {"after.json": b'{"overruling":null,"replaced_by":null}'}
    assert "The overruling: is in the journal and not in the file" in said(tmp_path, hidden)


def test_what_is_not_sealed_yet_is_said(tmp_path: Path, cast: Cast) -> None:
    made = a_decision(cast)
    path = tmp_path / "d.zip"
    path.write_bytes(bundle_of(Decision.objects.get(id=made.id), cast.hub))
    found = decision.verify(path)
    assert (found.broken, found.unsealed) == ([], 1)


def test_a_file_from_before_a_correction_says_up_to_when_it_knows(
    tmp_path: Path, cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    made = a_decision(cast)
    seal(hub_id=cast.hub.id)
    first, then = tmp_path / "first.zip", tmp_path / "then.zip"
    first.write_bytes(bundle_of(Decision.objects.get(id=made.id), cast.hub))
    assert json.loads(unzipped(first.read_bytes())["after.json"])["as_of_seal"] == 1
    why = Correction("Gwall", "A mistake")
    new = correct(who=who(cast.bryn), decision_id=made.id, draft=a_draft(), why=why)
    then.write_bytes(bundle_of(Decision.objects.get(id=made.id), cast.hub))
    assert main([str(first), "--language", "en"]) == 0
    old = capsys.readouterr().out
    assert "Neither corrected nor overruled when this file was made." in old
    assert "Its newest seal is number 1 of" in old
    assert "What came later it cannot know" in old
    assert main([str(then), "--language", "en"]) == 0
    assert f"Corrected: another decision stands in its place, {new.id}." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["decision.json", "journal.json", "lines.json", "manifest.json"])
def test_a_file_that_is_missing_is_said(tmp_path: Path, files: Files, name: str) -> None:
    del files[name]
    path = zipped(tmp_path / "d.zip", files)
    if name == "decision.json":
        assert not decision.is_decision(path)
    with pytest.raises(Unreadable, match=f"{name} is missing"):
        decision.verify(path)


def test_a_counted_file_that_is_missing_is_named(tmp_path: Path, files: Files) -> None:
    del files["ballot.pb"]
    assert "The file ballot.pb: is missing" in said(tmp_path, files)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"no zip at all"),
        lambda path: path.write_bytes(path.read_bytes()[:-40]),
        lambda path: path.write_bytes(b""),
    ],
)
def test_what_is_no_zip_is_said_in_a_line(
    tmp_path: Path, files: Files, spoil: Callable[[Path], object],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    path = zipped(tmp_path / "d.zip", files)
    spoil(path)
    assert main([str(path), "--language", "en"]) == 2
    assert capsys.readouterr().out.startswith("This cannot be read: ")


def test_a_bomb_is_not_unpacked(tmp_path: Path, files: Files) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("decision.json", "{}")
        with archive.open("ballot.pb", "w", force_zip64=True) as file:
            for _block in range(40):
                file.write(bytes(2**20))
    assert path.stat().st_size < 100_000
    with pytest.raises(Unreadable, match="unpack to more"):
        decision.verify(path)


@pytest.mark.parametrize("name", ["../evil.json", "/etc/passwd", "a//b", "C:\\x.json"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, files: Files, name: str) -> None:
    with pytest.raises(Unreadable, match="not plain"):
        decision.verify(zipped(tmp_path / "d.zip", files | {name: b"{}"}))


@pytest.mark.parametrize("name", ["count.json", "draw.json", "joint.json", "lines.json"])
@pytest.mark.parametrize("content", [b"[]", b"{}", b"\xff\xfe", b'{"projects": 5}'])
def test_rubbish_in_a_record_is_named_and_nothing_falls_over(
    tmp_path: Path, files: Files, name: str, content: bytes
) -> None:
    try:
        broken = said(tmp_path, files | {name: content})
    except Unreadable as error:
        broken = [str(error)]
    assert broken


def test_it_answers_machines_and_speaks_welsh(
    tmp_path: Path, files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    path = zipped(tmp_path / "d.zip", altered(files, "ballot.pb", "v7;D", "v7;A,D"))
    assert main([str(path), "--json"]) == 1
    record = json.loads(capsys.readouterr().out)
    assert not record["fine"]
    first = record["broken"][0]
    assert (first["what"], first["values"]["id"], first["values"]["expected"]) == (
        "ballot", "v7", "v7;D",
    )  # fmt: skip
    assert main([str(path), "--language", "cy"]) == 1
    assert "WEDI TORRI" in capsys.readouterr().out


def test_every_sentence_is_known_to_the_translators() -> None:
    known = words.SAID | verify_words.SAID
    folder = Path(str(opening.__file__)).parent
    said_there = [text for path in folder.glob("*.py") for text in sentences_of(path)]
    assert len(said_there) > 60
    assert [text for text in said_there if text not in known] == []


def sentences_of(path: Path) -> list[str]:
    """Return the texts of a module that have a space in them, without those that describe it."""
    if path.name == "words.py":
        return []
    nodes = list(ast.walk(ast.parse(path.read_text())))
    described = {
        id(node.body[0].value)
        for node in nodes
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
        and isinstance(node.body[0], ast.Expr)
    }
    texts = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in described]
    said_there = [node.value for node in texts if isinstance(node.value, str)]
    return [text for text in said_there if " " in text.strip(" ,:") and text != "seat "]
