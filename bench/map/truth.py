"""Hidden votes, dropped votes and shuffled rows on every shared conversation; prints JSON."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from pathlib import Path

import numpy as np

from gyda.methods.opinion import Votes, conversation, forecast, opinion_map
from gyda.methods.opinion.agreement import adjusted_rand_index
from gyda.methods.opinion.polis import FILES

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "opinion"
SEEDS, HIDDEN, DROPPED, REDRAWS = 6, 0.15, 0.1, 5


def main() -> None:
    """Print one line a conversation, then nothing else."""
    for folder in sorted(path for path in DATA.iterdir() if path.is_dir()):
        files = {f: (folder / f).read_text("utf-8") for f in FILES if (folder / f).exists()}
        votes = conversation(files).shown
        hidden = np.mean([foretold(votes, seed) for seed in range(SEEDS)], axis=0)
        k, index = dropped(votes)
        said = {"auc": hidden[0], "loss": hidden[1], "k": k, "index": index}
        print(json.dumps({"name": folder.name} | said | {"order": shuffled(votes)}), flush=True)


def foretold(votes: Votes, seed: int) -> tuple[float, float]:
    """Return AUC and log-loss of 15 % of agree and disagree that were hidden."""
    spoken = np.random.Generator(np.random.PCG64(seed)).permutation(np.flatnonzero(votes.answer))
    hidden = spoken[: int(HIDDEN * len(spoken))]
    kept = np.ones(len(votes), bool)
    kept[hidden] = False
    chance = forecast(votes.only(kept), votes.person[hidden], votes.statement[hidden], seed=seed)
    agreed = votes.answer[hidden] > 0
    rank = np.unique(chance, return_inverse=True)[1].astype(float)
    wins = (rank[agreed][:, None] > rank[~agreed]).mean()
    ties = (rank[agreed][:, None] == rank[~agreed]).mean()
    loss = -np.log(np.where(agreed, chance, 1 - chance)).mean()
    return float(wins + ties / 2), float(loss)


def dropped(votes: Votes) -> tuple[int, float | None]:
    """Return the number of groups, and their index when a tenth of the votes is dropped."""
    found, scores = opinion_map(votes).groups, []
    for seed in range(REDRAWS if found.k else 0):
        kept = np.random.Generator(np.random.PCG64([5, seed])).random(len(votes)) >= DROPPED
        again = opinion_map(votes.only(kept)).groups
        both = (found.label >= 0) & (again.label >= 0)
        if both.any():
            scores.append(adjusted_rand_index(found.label[both], again.label[both]))
    return found.k, float(np.mean(scores)) if scores else None


def shuffled(votes: Votes) -> float:
    """Return the index between the map of the rows as they stand and of the rows shuffled."""
    rows = np.random.Generator(np.random.PCG64(6)).permutation(len(votes))
    people, statements = np.array(votes.people), np.array(votes.statements)
    other = Votes.of(
        people[votes.person[rows]], statements[votes.statement[rows]], votes.answer[rows]
    )
    kept = np.bincount(votes.person, minlength=votes.n) > 0
    return adjusted_rand_index(
        opinion_map(votes).groups.label[kept], opinion_map(other).groups.label
    )


if __name__ == "__main__":
    main()
