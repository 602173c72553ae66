"""Writes a made-up election of a million voters and five hundred projects."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import sys
from pathlib import Path
from random import Random


def main(path: str, voters: int = 1_000_000, projects: int = 500) -> None:
    """Popularity falls off as one over the rank; two to nine choices on each ballot."""
    chance = Random(2026)
    ids = [str(k) for k in range(1, projects + 1)]
    weights = [1 / (k + 10) for k in range(projects)]
    with Path(path).open("w") as out:
        head = f"META\nkey;value\nnum_votes;{voters}\nbudget;40000000\nvote_type;approval\n"
        out.write(head + "PROJECTS\nproject_id;cost\n")
        out.writelines(f"{one};{chance.randrange(20, 2000) * 1000}\n" for one in ids)
        out.write("VOTES\nvoter_id;vote;age\n")
        for voter in range(voters):
            chosen = dict.fromkeys(chance.choices(ids, weights, k=chance.randint(2, 9)))
            out.write(f"{voter};{','.join(chosen)};{20 + voter % 60}\n")


if __name__ == "__main__":
    main(sys.argv[1])
