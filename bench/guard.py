"""How far fake accounts move real conversations' lists, without and with the guard."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import sys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from bench.route.truth import Floats, table_of
from gyda.methods.opinion.guard.weights import guarded
from gyda.methods.opinion.map import OpinionMap, opinion_map
from gyda.methods.opinion.votes import Votes

SETS = (
    "brexit-consensus",
    "scoop-hivemind.taxes",
    "canadian-electoral-reform",
    "ssis.land-bank-farmland.2rumnecbeh.2021-08-01",
    "vtaiwan.uberx",
    "american-assembly.bowling-green",
)
PLACED = 7  # opinions that whoever is worth copying has given


def crude(table: Floats, fakes: int, chance: np.random.Generator) -> Floats:
    """No to everything."""
    return np.full((fakes, table.shape[1]), -1.0)


def patchy(table: Floats, fakes: int, chance: np.random.Generator) -> Floats:
    """No to as many statements as a real person answers, here and there."""
    made = crude(table, fakes, chance)
    lengths = chance.choice((~np.isnan(table)).sum(1), fakes)
    for row, length in zip(made, lengths.tolist(), strict=True):
        row[chance.permutation(len(row))[max(3, length) :]] = np.nan
    return made


def infiltrators(table: Floats, fakes: int, chance: np.random.Generator) -> Floats:
    """Each copies the answers of a real person."""
    able = np.flatnonzero((~np.isnan(table)).sum(1) >= PLACED)
    return np.asarray(table[chance.choice(able, fakes)])


Attack = Callable[[Floats, int, np.random.Generator], Floats]
ATTACKS: dict[str, Attack] = {"crude": crude, "patchy": patchy, "infiltrators": infiltrators}


def votes_of(table: Floats) -> Votes:
    """Return the votes of a table (n, m), NaN = none."""
    people, statements = np.nonzero(~np.isnan(table))
    ids = [tuple(map(str, range(size))) for size in table.shape]
    answers = table[people, statements].astype(np.int8)
    return Votes(ids[0], ids[1], people.astype(np.int32), statements.astype(np.int32), answers)


def moves(before: OpinionMap, after: OpinionMap) -> str:
    """Return the largest moves on the consensus and the bridging list, and changed joiners."""
    shares = []
    for name in ("consensus", "bridging"):
        one, other = getattr(before.lists, name).rank, getattr(after.lists, name).rank
        shares.append(float(np.abs(one - other).max()) / len(one))
    changed = joining(before) ^ joining(after)
    return f"{shares[0]:.3f} {shares[1]:.3f} {len(changed):>3}"


def joining(made: OpinionMap) -> set[int]:
    """Return the statements that surely more than half of every group agree with."""
    return set(np.flatnonzero(made.lists.consensus.low > 0.5).tolist())


def with_guard(votes: Votes, strict: bool) -> tuple[OpinionMap, NDArray[np.bool_], tuple[str, ...]]:
    """Return the map without the flagged, who was flagged, and the alarms."""
    guard = guarded(votes, came=np.arange(votes.n) * 3_600_000, strict=strict)
    return opinion_map(guard.kept(votes), weight=guard.weight), guard.flagged, guard.alarms


def compare(name: str, shares: tuple[float, ...]) -> None:
    """Attack one conversation in every way and print what moved."""
    table = table_of(name)
    table = table[~np.isnan(table).all(1)]
    calm = opinion_map(votes_of(table))
    quiet = [with_guard(votes_of(table), strict) for strict in (False, True)]
    flagged = " and ".join(f"{one[1].mean():.1%}" for one in quiet)
    target = int(calm.lists.consensus.order[int(0.4 * table.shape[1])])
    print(
        f"\n{name}: {len(table)} people, {flagged} (strict) flagged {list(quiet[0][2])}", flush=True
    )
    for kind, attack in ATTACKS.items():
        for share in shares:
            fakes = attack(
                table, int(share * len(table)) + 1, np.random.Generator(np.random.PCG64(7))
            )
            fakes[:, target] = 1.0
            votes = votes_of(np.vstack([table, fakes]))
            loud = [with_guard(votes, strict) for strict in (False, True)]
            held = [moves(one[0], other[0]) for one, other in zip(quiet, loud, strict=True)]
            caught = " ".join(f"{one[1][len(table) :].mean():>4.0%}" for one in loud)
            alarm = "alarm" if "look-alikes" in loud[0][2] else ""
            print(
                f"{kind:<13}{share:>4.0%}  without {moves(calm, opinion_map(votes))}"
                f"  guard {held[0]}  strict {held[1]}  caught {caught}  {alarm}",
                flush=True,
            )


def main() -> int:
    """Print the table; arguments: shares of fakes in per cent."""
    shares = tuple(float(one) / 100 for one in sys.argv[1:]) or (0.05, 0.1, 0.2)
    print("Largest move as a share of the list: consensus, bridging; joining statements changed.")
    for name in SETS:
        compare(name, shares)
    print("\nBar: crude fakes of 5 % move nothing by more than 0.050 and raise the alarm.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
