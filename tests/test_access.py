"""Who may open and post to what: every address × the cast, against the table in access.txt."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.http import HttpResponse

from tests import samples
from tests.addresses import PARAMETER, addresses
from tests.samples import Visit, visits
from tests.visitors import Visitor, outcome
from tests.world import ELSEWHERE, World

TABLE = Path(__file__).with_name("access.txt")
HEAD = """\
# Who may open (GET) and post to (POST, an empty form) what. One row for each address and method.
# 200 a page, go: sent on to another page, in: asked to sign in, 404 finds nothing,
# 405 nobody may do this here. A POST without a row is answered as its GET.
# Eira belongs to another hub; Gwen acts for Bryn in the time bank, by his recorded consent.
# UPDATE_ACCESS=1 pytest tests/test_access.py writes it anew: read the difference, then keep it.
"""
CAST = ("nobody", "eira", "bryn", "gwen/bryn", "dafydd", "carys", "alys")
# Where hubs stand side by side, and people choose theirs.
NAMES_EVERY_HUB = {"front", "account_card"}
# Open to whoever is signed in: it is how they get in.
THE_WAY_IN = {
    *("people:join", "people:answer", "people:take-back"),
    *("people:invitation", "people:invitation-code"),
}
# They answer a number, code or token of elsewhere as one that never was.
SAME_FOR_ANY = {
    "people:card-number",
    "people:invitation-code",
    "letters:stop",
    "deliver:bring_note_code",
    "safeguarding:give_reference_code",
    "referral:answer_code",
    "need:confirm_code",  # a form to type a code: it shows nothing of what the code belongs to
    "moving:table",  # the name of a kind of table, the same in every hub
    "moving:template",
    "deliver:figure_people",  # the name of a month or of a band, the same in every hub
    "deliver:figure_active",
    "deliver:figure_kind",
    "deliver:figure_hours",
}

# Dafydd advises the panel that sits: its seats tell him that he speaks and has no vote.
ADVISER = "dafydd"
SEATS = {
    *("decide:ask_advisers", "decide:claim_costs", "decide:explain_panel", "decide:panel_chair"),
    *("decide:panel_move", "decide:panel_vote", "decide:close_motion"),
}

Row = dict[str, str]
Table = dict[tuple[str, str], Row]


@dataclass
class Leaks:
    """Pages on which a word of the other hub stands, for someone who is not in it."""

    looked_at: int = 0
    found: list[str] = field(default_factory=list)

    def look(self, visit: Visit, name: str, response: HttpResponse) -> None:
        if name == "eira" or visit.address.name in NAMES_EVERY_HUB:
            return
        self.looked_at += 1
        if ELSEWHERE in response.content.decode(errors="replace"):
            self.found.append(f"{visit.name}: shown to {name}")


@pytest.fixture(scope="module")
def leaks() -> Leaks:
    """What was found while the table was made: each page is opened once for both."""
    return Leaks()


@pytest.fixture(scope="module")
def found(world: World, everyone: dict[str, Visitor], leaks: Leaks) -> Table:
    """What the site answers."""
    table: Table = {}
    for visit in visits(world):
        pages = {name: everyone[name].get(visit.path()) for name in CAST}
        for name, page in pages.items():
            leaks.look(visit, name, page)
        got = {name: outcome(page) for name, page in pages.items()}
        posted = {name: outcome(everyone[name].post(visit.path())) for name in CAST}
        table[visit.name, "GET"] = got
        if posted != got:
            table[visit.name, "POST"] = posted
    if os.environ.get("UPDATE_ACCESS"):
        TABLE.write_text(_written(table), encoding="utf-8")
    return table


def _written(table: Table) -> str:
    width = max(len(name) for name, _ in table) + 2
    lines = [f"{'address':{width}}method " + "".join(f"{name:>10}" for name in CAST)]
    for (name, method), row in table.items():
        shown = name if method == "GET" else ""
        lines.append(f"{shown:{width}}{method:6} " + "".join(f"{row[who]:>10}" for who in CAST))
    return HEAD + "\n".join(lines) + "\n"


def _read() -> Table:
    table: Table = {}
    name = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "address")) or not line.strip():
            continue
        words = line.split()
        name = name if line[0] == " " else " ".join(words[: -len(CAST) - 1])
        table[name, words[-len(CAST) - 1]] = dict(zip(CAST, words[-len(CAST) :], strict=True))
    return table


def test_every_address_with_a_parameter_has_a_sample() -> None:
    assert samples.without_samples() == []


def test_every_address_has_a_name() -> None:
    assert [address.route for address in addresses() if address.name.endswith("?")] == []


def test_no_address_is_hidden_by_another() -> None:
    written = [PARAMETER.sub("<>", address.route) for address in addresses()]
    assert [route for route, times in Counter(written).items() if times > 1] == []


def test_every_row_is_as_the_table_says(found: Table) -> None:
    expected = _read()
    wrong = [
        f"{name} {method}: {who} gets {answer}, the table says {expected[name, method][who]}"
        for (name, method), row in found.items()
        for who, answer in row.items()
        if (name, method) in expected and expected[name, method][who] != answer
    ]
    assert wrong == []


def test_the_table_and_the_site_have_the_same_addresses(found: Table) -> None:
    expected = _read()
    assert sorted(found.keys() - expected.keys()) == [], "not in tests/access.txt"
    assert sorted(expected.keys() - found.keys()) == [], "in tests/access.txt, and no such page"


def test_nothing_breaks_and_nothing_is_forbidden_aloud(found: Table) -> None:
    quiet = {"200", "go", "in", "404", "405"}
    loud = {
        (name.split()[0], who, answer)
        for (name, _), row in _read().items()
        for who, answer in row.items()
        if answer not in quiet
    }
    assert loud == {(name, ADVISER, "403") for name in SEATS}


def test_a_stranger_sees_no_more_than_nobody(found: Table) -> None:
    """Eira, of another hub, opens what is open to all; of the rest she may not even know."""
    in_a_hub = {address.name for address in addresses() if address.is_in_hub}
    wrong = [
        f"{name} {method}: nobody {row['nobody']}, Eira {row['eira']}"
        for (name, method), row in _read().items()
        if name.split()[0] in in_a_hub - THE_WAY_IN
        and row["eira"] != row["nobody"]
        and (row["nobody"], row["eira"]) not in {("in", "404"), ("405", "404")}
    ]
    assert wrong == []


def test_nobody_who_is_signed_in_is_asked_to_sign_in_to_a_hub(found: Table) -> None:
    in_a_hub = {address.name for address in addresses() if address.is_in_hub}
    wrong = [
        f"{name} {method}: {who}"
        for (name, method), row in _read().items()
        for who, answer in row.items()
        if name.split()[0] in in_a_hub and who != "nobody" and answer == "in"
    ]
    assert wrong == []


def _object_visits(world: World) -> list[Visit]:
    found = (v for v in visits(world) if v.address.is_in_hub and v.address.parameters)
    return [visit for visit in found if visit.address.name not in SAME_FOR_ANY]


def test_an_object_of_one_hub_is_not_found_in_another(
    world: World, everyone: dict[str, Visitor]
) -> None:
    leaks = []
    for visit in _object_visits(world):
        path = visit.path(slug=world.other_hub.slug)
        for name in ("nobody", "eira", "emrys", "alys"):
            got = {outcome(everyone[name].get(path)), outcome(everyone[name].post(path))}
            if not got <= {"404", "405", "in"}:
                leaks.append(f"{visit.name}: {name} gets {got}")
    assert leaks == []


def test_no_word_of_another_hub_is_on_any_page(found: Table, leaks: Leaks) -> None:
    assert leaks.looked_at > len(found) // 2 * (len(CAST) - 2)
    assert leaks.found == []
