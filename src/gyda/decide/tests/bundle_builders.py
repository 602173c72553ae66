"""Decisions with ballots, a lottery and scores, as a file that can be altered."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import argparse
import io
import json
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from gyda.decide.decisions import bundles
from gyda.decide.decisions.bundle import bundle_of
from gyda.decide.decisions.models import Decision
from gyda.decide.tests.decision_builders import a_decision, an_advice, an_evidence
from gyda.journal.sealing import seal
from gyda.keys.uuid7 import uuid7
from gyda.methods import joint_score, lottery
from gyda.people.tests.builders import Cast
from gyda.terminal.count import counting
from gyda.terminal.count.arguments import add_to
from gyda.terminal.count.record import record_of
from gyda.terminal.decision.drawing import fingerprint
from gyda.terminal.record import as_json

ELECTION = """META
key;value
description;Cyllideb y cwm
country;Cymru
unit;Cwm
instance;2026
num_projects;4
num_votes;10
budget;10000
vote_type;approval
rule;equalshares
PROJECTS
project_id;cost;name
A;3300;Mainc
B;3300;Coed
C;3300;Cae chwarae
D;4000;Cegin
VOTES
voter_id;vote
"""
BALLOTS = [*["A,B,C"] * 6, *["D"] * 4]
SECRETS = ("bara", "llaeth")
KIND = "test.everything"


def files_for(decision: Decision) -> dict[str, bytes]:
    """Return all that a decision can bring."""
    return dict(all_files())


@cache
def all_files() -> dict[str, bytes]:
    return {**counted(), **drawn(), **scored()}


def counted() -> dict[str, bytes]:
    """Return the ballots and the record of `gyda count`."""
    votes = "".join(f"v{n};{ballot}\n" for n, ballot in enumerate(BALLOTS))
    content = (ELECTION + votes).encode()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ballot.pb"
        path.write_bytes(content)
        parser = argparse.ArgumentParser()
        add_to(parser)
        (pot,) = counting.counted(parser.parse_args([str(path)]))
    return {"ballot.pb": content, "count.json": as_json(record_of(pot)).encode()}


def scored() -> dict[str, bytes]:
    points = {("adults", "X"): 72, ("adults", "Y"): 66, ("young", "X"): 58, ("young", "Y"): 70}
    rows = [
        joint_score.Row(group, "moderated", "", "gofal", 100, bidder, score)
        for (group, bidder), score in points.items()
    ]
    record = joint_score.record_of(rows, {"adults": 1, "young": 1})
    return {
        "scores.csv": joint_score.write_rows(rows).encode(),
        "joint.json": as_json(record).encode(),
    }


QUOTAS = (
    "category,feature,min,max\ngender,woman,2,2\ngender,man,2,2\narea,valley,2,2\narea,coast,2,2\n"
)


def drawn() -> dict[str, bytes]:
    people = "".join(
        f"p{n},{('woman', 'man')[n % 2]},{('valley', 'coast')[n // 2 % 2]}\n" for n in range(12)
    )
    pool_text = "id,gender,area\n" + people
    quotas = lottery.read_quotas(QUOTAS)
    found = lottery.fair_lottery(lottery.read_pool(pool_text, quotas), quotas, 4, seed=1)
    equal = lottery.rounded(found, 20, 1)
    number = lottery.drawn_by_seed([secret.encode() for secret in SECRETS], 20)
    lots = [list(lot) for lot in equal.lots]
    record = {
        "proof": lottery.proof_of(found, lottery.lots_of(found), equal),
        "lots_sha256": fingerprint(lots),
        "promises": [
            {"sha256": lottery.commitment(secret.encode()), "secret": secret} for secret in SECRETS
        ],
        "source": "", "dice": "", "lot": number, "panel": lots[number],
    }  # fmt: skip
    return {
        "pool.csv": pool_text.encode(),
        "quotas.csv": QUOTAS.encode(),
        "draw.json": as_json(record).encode(),
    }


def a_bundle(cast: Cast) -> bytes:
    """Publish such a decision, seal the journal, and return its file."""
    bundles.register(KIND, files_for)
    decision = a_decision(
        cast, kind="BALLOT", method="EQUAL_SHARES", about_kind=KIND, about_id=uuid7(),
        pence=1_000_000, in_favour=None, against=None, abstained=None,
        evidence=(an_evidence(),), advice=(an_advice(),),
    )  # fmt: skip
    seal(hub_id=cast.hub.id)
    return bundle_of(Decision.objects.get(id=decision.id), cast.hub)


def unzipped(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def altered(files: dict[str, bytes], name: str, old: str, new: str) -> dict[str, bytes]:
    """Return the files with one thing changed in one of them."""
    text = files[name].decode()
    assert old in text, (name, old)
    return files | {name: text.replace(old, new, 1).encode()}


def rewritten(
    files: dict[str, bytes], name: str, change: Callable[[dict[str, object]], None]
) -> dict[str, bytes]:
    """Return the files with one record changed, written as ours are."""
    record = json.loads(files[name])
    change(record)
    return files | {name: (as_json(record) + "\n").encode()}
