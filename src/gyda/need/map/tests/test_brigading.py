"""A fifth of all votes from one source does not change which statements are named as joining all.

Real conversations, made-up attackers, and the very functions that make the site's maps.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import numpy as np
import pytest

from gyda.methods.opinion.adding import with_later
from gyda.methods.opinion.tests.conversations import BREXIT, LONDON, SEATTLE, TAXES, real
from gyda.methods.opinion.votes import Votes
from gyda.need.map.making import Made, moved_on, whole
from gyda.need.map.material import Came, Material
from gyda.need.map.shown import joining

SETS = (BREXIT, LONDON, SEATTLE, TAXES)
SHARE = 0.2  # of all votes, when the attackers have cast theirs
FEWEST = 10  # attackers: fewer are no crowd


def calm(name: str) -> Material:
    """Real people, each from a network of their own."""
    said = real(name)
    people = said.shown.people
    came = {one: Came(row, False, row * 60_000) for row, one in enumerate(people)}
    return Material(said.shown, came, said.authors)


def crowd(material: Material, how: str) -> Votes:
    """So many votes from made-up accounts that they are a fifth of all."""
    votes, chance = material.votes, np.random.Generator(np.random.PCG64(3))
    wanted = int(SHARE / (1 - SHARE) * len(votes)) + 1
    many = max(FEWEST, -(-wanted // votes.m))
    target = votes.statements.index(_hated(material))
    rows: list[tuple[str, str, int]] = []
    for number in range(many):
        asked = chance.permutation(votes.m)[: -(-wanted // many)]
        answers = _answers(votes, asked, how, target, chance)
        rows += [
            (f"x{number}", votes.statements[j], a) for j, a in zip(asked, answers, strict=True)
        ]
    assert len(rows) >= wanted
    return Votes.of(*([row[i] for row in rows] for i in range(3)))


def _hated(material: Material) -> str:
    """Return the statement that fewest agree with: the attackers want it on top."""
    disagree, _, agree = material.votes.tally()[0].T
    return material.votes.statements[int(np.argmin(agree / (agree + disagree + 1)))]


def _answers(
    votes: Votes, asked: np.ndarray, how: str, target: int, chance: np.random.Generator
) -> list[int]:
    """No to everything, or what the majority says (to pass for real); yes to the target."""
    disagree, _, agree = votes.tally()[0].T
    if how == "crude":
        said = np.full(votes.m, -1)
    else:
        said = np.where(chance.random(votes.m) < (agree + 1) / (agree + disagree + 2), 1, -1)
    said[target] = 1
    return [int(said[j]) for j in asked]


def attacked(material: Material, how: str) -> Material:
    """The same with the crowd, all of whom came from one network, in one night."""
    later = crowd(material, how)
    source = len(material.came)
    came = {one: Came(source, False, 0) for one in later.people}
    return Material(with_later(material.votes, later), {**material.came, **came}, material.authors)


@pytest.fixture(scope="module", params=SETS)
def quiet(request: pytest.FixtureRequest) -> tuple[Material, Made]:
    material = calm(request.param)
    return material, whole(material)


@pytest.mark.parametrize("how", ["crude", "disguised"])
def test_a_fifth_of_the_votes_from_one_source_changes_nothing(
    quiet: tuple[Material, Made], how: str
) -> None:
    material, before = quiet
    loud = attacked(material, how)
    after = whole(loud)
    assert joining(after.found) == joining(before.found)
    assert "one-source" in after.alarms
    assert after.everyone is not None  # with them is shown as well


@pytest.mark.parametrize("how", ["crude", "disguised"])
def test_nor_does_it_between_two_full_maps(quiet: tuple[Material, Made], how: str) -> None:
    material, before = quiet
    calm_again = joining(moved_on(before, material).found)
    moved = moved_on(before, attacked(material, how))
    assert joining(moved.found) == calm_again
    assert moved.set_aside >= FEWEST


def test_without_the_guard_it_would_have_changed() -> None:
    material = calm(BREXIT)
    loud = attacked(material, "crude")
    every_one_alone = {one: Came(-1, True, 0) for one in loud.votes.people}
    trusted = whole(Material(loud.votes, every_one_alone, material.authors))
    assert joining(trusted.found) != joining(whole(material).found)
