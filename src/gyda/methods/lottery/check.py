"""Checks a lottery's proof with whole numbers and fractions only: nothing is solved."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from gyda.methods.errors import BadInput
from gyda.methods.lottery.proof import FORMAT, sums_of

SAME = Fraction(1, 10**6)


@dataclass(frozen=True)
class Wrong:
    """A fault of a proof: what kind, and the number of the lot, person or level; or the part
    whose numbers are not those that were written.
    """

    code: str
    number: int
    part: str = ""


@dataclass(frozen=True)
class Verdict:
    """What a proof shows. `gaps`: per level, by how much the chances stay below what duality
    proves to be the most; `assumed`: how many people and cuts rest on a solver's word.
    """

    wrong: tuple[Wrong, ...]
    minimum: Fraction
    gaps: tuple[Fraction, ...]
    assumed: int

    @property
    def fine(self) -> bool:
        """Whether all lots are valid, the chances add up, and no level has a gap."""
        return not self.wrong and all(gap <= SAME for gap in self.gaps)


def check(proof: Mapping[str, Any]) -> Verdict:
    """Return whether lots meet the quotas, give the chances, and cannot be fairer.

    Raises BadInput when this is no proof, or a damaged one.
    """
    if not isinstance(proof, Mapping) or proof.get("format") != FORMAT:
        raise BadInput("not-a-proof")
    try:
        wrong = [*_altered(proof), *_lots(proof), *_chances(proof), *_equal(proof)]
        chances = [Fraction(c, proof["whole"]) for c in proof["chances"]]
        out = set(proof["unselectable"])
        minimum = min(p for i, p in enumerate(chances) if i not in out)
        gaps = () if proof["cuts"] else tuple(_gaps(proof, chances))
    except (KeyError, IndexError, TypeError, ValueError, ZeroDivisionError) as error:
        reason = ", ".join(_parts(proof)) or type(error).__name__
        raise BadInput("damaged-proof", reason=reason) from None
    return Verdict(tuple(wrong), minimum, gaps, len(out) + proof["cuts"])


def _parts(proof: Mapping[str, Any]) -> list[str]:
    """Return the parts that were altered, if that can be told."""
    try:
        return [wrong.part for wrong in _altered(proof)]
    except (KeyError, TypeError, ValueError, AttributeError):
        return []


def _altered(proof: Mapping[str, Any]) -> Iterator[Wrong]:
    """Name the parts that do not have their sum, come without one, or are lost."""
    found, sums = sums_of(proof), proof["sums"]
    for part in sorted({*found, *sums}):
        if found.get(part) != sums.get(part):
            yield Wrong("altered", 0, part)


def _lots(proof: Mapping[str, Any]) -> Iterator[Wrong]:
    for number, (weight, people) in enumerate(proof["lots"]):
        if not isinstance(weight, int) or weight <= 0 or not _valid(proof, people):
            yield Wrong("lot", number)
    if sum(weight for weight, _ in proof["lots"]) != proof["whole"]:
        yield Wrong("weights", 0)


def _valid(proof: Mapping[str, Any], people: Sequence[int]) -> bool:
    """Whether a lot has its seats, its quotas, its pairs, and nobody twice."""
    seated = set(people)
    if len(seated) != len(people) or len(people) != proof["seats"]:
        return False
    counts = Counter(answer for i in people for answer in _answers(proof, i))
    if any(not least <= counts[c, v] <= most for c, v, least, most in proof["quotas"]):
        return False
    if any(0 < len(seated.intersection(unit)) < len(unit) for unit in proof["together"]):
        return False
    unit_of = {i: unit[0] for unit in proof["together"] for i in unit}
    return all(
        len({unit_of.get(i, i) for i in seated.intersection(group)}) <= 1
        for group in proof["at_most_one"]
    )


def _answers(proof: Mapping[str, Any], i: int) -> Iterable[tuple[str, str]]:
    return zip(proof["categories"], proof["people"][i][1], strict=True)


def _chances(proof: Mapping[str, Any]) -> Iterator[Wrong]:
    sums = Counter[int]()
    for weight, people in proof["lots"]:
        for i in people:
            sums[i] += weight
    if len(proof["chances"]) != len(proof["people"]):
        yield Wrong("people", len(proof["chances"]))
    for i, chance in enumerate(proof["chances"]):
        if sums[i] != chance:
            yield Wrong("chance", i)


def _equal(proof: Mapping[str, Any]) -> Iterator[Wrong]:
    """Check the equal lots: each valid, and everyone within one lot of their chance."""
    lots = proof.get("equal_lots")
    if lots is None:
        return
    counts = Counter(i for lot in lots for i in lot)
    for number, lot in enumerate(lots):
        if not _valid(proof, lot):
            yield Wrong("equal-lot", number)
    for i, chance in enumerate(proof["chances"]):
        if abs(Fraction(counts[i], len(lots)) - Fraction(chance, proof["whole"])) * len(lots) > 1 + SAME:  # fmt: skip  # noqa: E501
            yield Wrong("equal-chance", i)


def _gaps(proof: Mapping[str, Any], chances: Sequence[Fraction]) -> Iterator[Fraction]:
    """Per level: the most that duality allows, less the lowest chance that it speaks of.

    For any valid lots Σ y p ≤ Σ π b + Σ max(0, y − π a): y are the prices of people, π of rows
    with bounds b, a what a person counts for. The people of lower levels keep their chances.
    """
    fixed: dict[int, Fraction] = {}
    out = set(proof["unselectable"])
    for level in proof["levels"]:
        cover = dict(_spread(proof, level))
        free = {i: y for i, y in cover.items() if i not in fixed}
        total = sum(free.values())
        held = [i for t in level["types"] for i in proof["types"][t]]
        lowest = min(chances[i] for i in held)
        if total:
            bound = _bound(proof, level, free, fixed, [i for i in _leaders(proof) if i not in out])
            yield bound / total - lowest
        fixed |= {i: chances[i] for i in held}


def _leaders(proof: Mapping[str, Any]) -> Iterable[int]:
    """One person of each unit."""
    return (i for kind in proof["types"] for i in kind)


def _spread(proof: Mapping[str, Any], level: Mapping[str, Any]) -> Iterator[tuple[int, Fraction]]:
    for kind, price in zip(proof["types"], level["cover"], strict=True):
        for i in kind if price > 0 else ():
            yield i, Fraction(price, proof["part"])


def _bound(
    proof: Mapping[str, Any],
    level: Mapping[str, Any],
    free: Mapping[int, Fraction],
    fixed: Mapping[int, Fraction],
    leaders: Sequence[int],
) -> Fraction:
    part = proof["part"]
    total = Fraction(level["seats"] * proof["seats"], part)
    price_of = {}
    for (category, value, least, most), price in zip(proof["quotas"], level["quotas"], strict=True):
        total += Fraction(price * (most if price > 0 else least), part)
        price_of[category, value] = price
    in_groups = Counter[int]()
    for group, price in zip(proof["at_most_one"], level["groups"], strict=True):
        if price < 0:
            raise ValueError
        total += Fraction(price, part)
        for i in group:
            in_groups[i] += price
    unit_of = {unit[0]: unit for unit in proof["together"]}
    for i in leaders:
        worth = sum(_worth(proof, price_of, j) + level["seats"] for j in unit_of.get(i, [i]))
        spare = Fraction(worth + in_groups[i], part)
        if i in fixed:
            total += max(Fraction(0), -spare) - max(Fraction(0), spare) * fixed[i]
        else:
            total += max(Fraction(0), free.get(i, Fraction(0)) - spare)
    return total


def _worth(proof: Mapping[str, Any], price_of: Mapping[tuple[str, str], int], i: int) -> int:
    return sum(price_of.get(answer, 0) for answer in _answers(proof, i))
