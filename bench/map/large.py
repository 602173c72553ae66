"""Writes a made-up conversation of any size: FILE PEOPLE STATEMENTS VOTES."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import sys

import numpy as np

CENTRES = np.array([[1.2, 0.0], [-1.0, 1.0], [-0.6, -1.3]])  # of three camps


def main(path: str, people: int, statements: int, votes: int) -> None:
    """Camps of unlike size, people of unlike stamina, statements that divide unlike."""
    chance = np.random.Generator(np.random.PCG64(0))
    stamina = chance.lognormal(0, 1, people)
    person = chance.choice(people, int(votes * 1.12), p=stamina / stamina.sum())
    pair = np.unique(person * statements + chance.integers(0, statements, len(person)))
    pair = np.sort(chance.permutation(pair)[:votes])
    person, statement = pair // statements, pair % statements
    camp = chance.choice(3, people, p=[0.5, 0.3, 0.2])
    place = CENTRES[camp] + 0.4 * chance.normal(size=(people, 2))
    w = chance.normal(size=(statements, 2)) * [0.35, 0.2]
    said = chance.normal(0.2, 0.4, statements)[statement] + chance.normal(0, 0.2, people)[person]
    said += (place[person] * w[statement]).sum(axis=1) + 0.6 * chance.normal(size=len(person))
    answer = np.where(said > 0.15, 1, np.where(said < -0.15, -1, 0)).astype(np.int8)
    np.savez(
        path, person=person.astype(np.int32), statement=statement.astype(np.int32), answer=answer
    )


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))
