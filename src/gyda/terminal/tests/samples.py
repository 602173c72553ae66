"""Small good files for each command, made up, to be spoilt."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections.abc import Mapping
from dataclasses import dataclass

PROJECTS = [
    ("1", 300, "Mainc"),
    ("2", 450, "Coed"),
    ("3", 700, "Cae chwarae"),
    ("4", 90, "Bin, coch"),
]
BALLOTS = ["1,2", "1,3", "2", "3,4", "1,2,4", "3", "4,1", "2,3", "1", "3,2"]


@dataclass(frozen=True)
class Sample:
    """Files by name, and the arguments that name them."""

    files: Mapping[str, str]
    arguments: tuple[str, ...]


def _election() -> str:
    meta = {
        "description": "Pleidlais fach",
        "country": "Cymru",
        "unit": "Cwm",
        "instance": "2026",
        "num_projects": len(PROJECTS),
        "num_votes": len(BALLOTS),
        "budget": 1000,
        "vote_type": "approval",
        "rule": "equalshares",
    }
    lines = ["META", "key;value", *(f"{key};{value}" for key, value in meta.items())]
    lines += ["PROJECTS", "project_id;cost;name"]
    lines += [f"{id};{cost};{name}" for id, cost, name in PROJECTS]
    lines += ["VOTES", "voter_id;vote", *(f"{n};{vote}" for n, vote in enumerate(BALLOTS))]
    return "\n".join(lines) + "\n"


def _table() -> str:
    """A bus pass: two facts, two rules."""
    facts = [
        {"code": "age", "kind": "number", "cy": "Oed", "en": "Age", "low": 0, "high": 120},
        {"code": "disabled", "kind": "yes-no", "cy": "Anabl", "en": "Disabled"},
    ]
    said = {"because_cy": "O 60 oed ymlaen", "because_en": "From 60 on"}
    other = {"because_cy": "Pobl anabl o bob oed", "because_en": "Disabled people of any age"}
    rules = [
        {"code": "r1", "if": {"age": {"at_least": 60}}, "outcome": "eligible", **said},
        {"code": "r2", "if": {"disabled": True}, "outcome": "eligible", **other},
    ]
    table = {"format": "gyda-criteria-1", "version": 1, "title_cy": "Tocyn bws",
             "title_en": "Bus pass", "hit": "first", "otherwise": "person", "needs": [],
             "facts": facts, "rules": rules, "examples": []}  # fmt: skip
    return json.dumps(table, indent=1)


def _cases() -> str:
    return "name,age,disabled,expected\nNia,61,no,eligible\nHuw,40,yes,eligible\nSian,30,,\n"


def _quotas() -> str:
    rows = ["gender,woman,3,5", "gender,man,3,5", "area,valley,2,5", "area,coast,3,6"]
    return "\n".join(["category,feature,min,max", *rows]) + "\n"


def _respondents() -> str:
    people = [
        f"p{n},{('woman', 'man')[n % 2]},{('valley', 'coast', 'coast')[n % 3]}" for n in range(40)
    ]
    return "\n".join(["id,gender,area", *people]) + "\n"


def _votes() -> list[tuple[int, int, int]]:
    """Thirty people of two minds on eight statements."""
    return [
        (person, statement, (-1) ** (person % 2 * statement) if (person + statement) % 7 else 0)
        for person in range(30)
        for statement in range(8)
        if (person * 3 + statement) % 5
    ]


def _conversation() -> dict[str, str]:
    votes = [
        f"{1658933760000 + 1000 * n},Wed Jul 27 21:56:00 WIB 2022,{statement},{person},{vote}"
        for n, (person, statement, vote) in enumerate(_votes())
    ]
    comments = [
        f"{1658934589000 + n},Wed Jul 27 22:09:49 WIB 2022,{n},{n},1,2,1,Dylem gael bws {n}"
        for n in range(8)
    ]
    return {
        "votes.csv": "\n".join(["timestamp,datetime,comment-id,voter-id,vote", *votes]) + "\n",
        "comments.csv": "\n".join(
            ["timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"]
            + comments
        )
        + "\n",
    }


SAMPLES = {
    "count": Sample({"vote.pb": _election()}, ("vote.pb",)),
    "draw": Sample(
        {"respondents.csv": _respondents(), "quotas.csv": _quotas()},
        ("respondents.csv", "quotas.csv", "--seats", "8"),
    ),
    "criteria": Sample(
        {"table.json": _table(), "cases.csv": _cases()}, ("table.json", "cases.csv")
    ),
    "map": Sample(_conversation(), (".",)),
}
