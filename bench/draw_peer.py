"""Runs in the peers' environment: sortition-algorithms' maximin with HiGHS on one pool."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import sys
from pathlib import Path

from sortition_algorithms import committee_generation
from sortition_algorithms.features import read_in_features
from sortition_algorithms.people import read_in_people
from sortition_algorithms.settings import Settings
from sortition_algorithms.utils import set_random_provider


def main() -> None:
    """Print the number of panels found."""
    folder, seats = Path(sys.argv[1]), int(sys.argv[2])
    with (folder / "categories.csv").open() as file:
        quotas = [{k: row[k] for k in ("feature", "value", "min", "max") if k in row} | _named(row)
                  for row in csv.DictReader(file)]  # fmt: skip
    features = read_in_features(["feature", "value", "min", "max"], quotas)[0]
    with (folder / "respondents.csv").open() as file:
        rows = list(csv.DictReader(file))
    settings = Settings(id_column="id", columns_to_keep=[])
    people, _ = read_in_people(list(rows[0]), rows, features, settings)
    set_random_provider(1)
    panels, chances, _ = committee_generation.find_distribution_maximin(
        features, people, seats, [], "highspy"
    )
    panels, chances = committee_generation.standardize_distribution(list(panels), list(chances))
    print(len(panels))


def _named(row: dict[str, str]) -> dict[str, str]:
    return {"feature": row["category"], "value": row["feature"]}


if __name__ == "__main__":
    main()
