"""Checks the lottery of a decision again: lots, chances, the pool, the seed and who was drawn."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import io
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from gyda.methods import lottery
from gyda.terminal.decision.counting import pairs
from gyda.terminal.decision.found import Found
from gyda.terminal.decision.opening import Bundle

Json = Mapping[str, Any]
BROKEN_PROMISE = (
    "“%(said)s” is not the one that was promised: its SHA-256 is %(computed)s, not %(expected)s"
)
LOT = "The lot that was drawn"
WRONG = {
    "lot": ("The lot %(id)s of the mixture", "does not meet the quotas"),
    "equal-lot": ("The lot %(id)s of the list", "does not meet the quotas"),
    "chance": ("Person %(id)s of the pool", "has another chance than the lots give"),
    "equal-chance": ("Person %(id)s of the pool", "is on more or fewer lots than their chance"),
    "weights": ("The lots", "do not add up to one"),
    "people": ("The chances", "are not as many as the people"),
    "altered": ("“%(id)s” of the proof", "was changed after it was written"),
}


def check_draws(bundle: Bundle, found: Found) -> None:
    """Check each draw."""
    for pool, record in pairs(bundle, "pool.csv", "draw.json"):
        said = json.loads(bundle.files[record])
        proof = said["proof"]
        found.count("lotteries")
        found.count("people", len(proof["people"]))
        _check_proof(proof, found)
        quotas = bundle.files[pool.removesuffix("pool.csv") + "quotas.csv"]
        _check_inputs(proof, bundle.files[pool].decode(), quotas.decode(), found)
        _check_lot(said, proof, found)


def _check_proof(proof: Json, found: Found) -> None:
    verdict = lottery.check(proof)
    people = [person[0] for person in proof["people"]]
    for wrong in verdict.wrong:
        which, words = WRONG[wrong.code]
        of_person = wrong.code in ("chance", "equal-chance") and wrong.number < len(people)
        number = people[wrong.number] if of_person else wrong.number
        found.add("draw", which, words, id=wrong.part or str(number))
    if not verdict.wrong and not verdict.fine:
        found.add("draw", "The chances", "could be fairer than they are")


def _check_inputs(proof: Json, pool: str, quotas: str, found: Found) -> None:
    """Compare pool and quotas with those of the proof."""
    wanted = lottery.read_quotas(quotas)
    rows = {f"{q.category}, {q.value}": [q.least, q.most] for q in wanted}
    proved = {f"{c}, {v}": [least, most] for c, v, least, most in proof["quotas"]}
    for name in sorted({*rows, *proved}):
        if rows.get(name) != proved.get(name):
            words = "is %(said)s in the list; the proof has %(expected)s"
            found.add("quota", "The quota %(id)s", words, id=name, said=_span(rows.get(name)),
                      expected=_span(proved.get(name)))  # fmt: skip
    people = lottery.read_pool(pool, wanted).people
    told = {one.id: dict(one.values) for one in people}
    drawn = {
        p: dict(zip(proof["categories"], values, strict=True)) for p, values in proof["people"]
    }
    for person in sorted({*told, *drawn}):
        _compare_person(person, told.get(person), drawn.get(person), found)


def _span(bounds: list[int] | None) -> str:
    return "–".join(map(str, bounds)) if bounds else "-"


def _compare_person(person: str, told: Any, drawn: Any, found: Found) -> None:
    which = "Person %(id)s of the pool"
    if told is None or drawn is None:
        words = "is in the proof and not in the pool" if told is None else \
            "is in the pool and not in the proof"  # fmt: skip
        found.add("person", which, words, id=person)
        return
    for category, value in drawn.items():
        if told.get(category) != value:
            words = "is “%(said)s” in the pool; the proof has “%(expected)s”"
            found.add("person", which, words, id=person, said=told.get(category), expected=value)


def _check_lot(said: Json, proof: Json, found: Found) -> None:
    """Draw again from what was promised, rolled or published, and compare who sits."""
    lots = [[proof["people"][i][0] for i in lot] for lot in proof["equal_lots"]]
    if said.get("lots_sha256") and said["lots_sha256"] != fingerprint(lots):
        words = "is %(said)s in the record; the list gives %(computed)s"
        found.add("draw", "The fingerprint of the lots", words, said=said["lots_sha256"],
                  computed=fingerprint(lots))  # fmt: skip
    _check_promises(said, found)
    computed = drawn(said, len(lots))
    if computed is not None and computed != said["lot"]:
        words = "is number %(said)s in the record; the seed gives number %(computed)s"
        found.add("seed", LOT, words, said=said["lot"], computed=computed)
    panel = said.get("panel")
    if panel is not None and sorted(panel) != sorted(lots[said["lot"]]):
        _name_seats(set(panel), set(lots[said["lot"]]), said["lot"], found)


def _name_seats(said: set[str], drawn_people: set[str], lot: int, found: Found) -> None:
    for person in sorted(said ^ drawn_people):
        words = "sits on the panel and is not on lot %(lot)s" if person in said else \
            "is on lot %(lot)s and does not sit on the panel"  # fmt: skip
        found.add("person", "Person %(id)s of the pool", words, id=person, lot=lot)


def _check_promises(said: Json, found: Found) -> None:
    for number, promise in enumerate(said.get("promises") or (), start=1):
        secret = promise["secret"].encode()
        if not lottery.keeps_promise(secret, promise["sha256"]):
            found.add("seed", "Secret number %(number)s", BROKEN_PROMISE, number=number,
                      said=promise["secret"], computed=lottery.commitment(secret),
                      expected=promise["sha256"])  # fmt: skip


def drawn(said: Json, lots: int) -> int | None:
    """Return the number of the lot that chance gives; None where the record does not say how."""
    if said.get("promises"):
        secrets = [promise["secret"].encode() for promise in said["promises"]]
        return lottery.drawn_by_seed(secrets, lots)
    if said.get("source"):
        return lottery.drawn_by_seed([said["source"].strip().encode()], lots)
    if said.get("dice"):
        return lottery.drawn_by_dice([int(c) for c in said["dice"] if c.isdigit()], lots)
    return None


def fingerprint(lots: list[list[str]]) -> str:
    """Return the SHA-256 of the list of lots, as it was published before the draw."""
    out, digits = io.StringIO(), lottery.dice_for(len(lots))
    write = csv.writer(out, lineterminator="\n").writerow
    write(["lot", *(f"seat {i + 1}" for i in range(len(lots[0])))])
    for number, lot in enumerate(lots):
        write([f"{number:0{digits}}", *lot])
    return sha256(out.getvalue().encode()).hexdigest()
