"""The book as a table, as JSON, and as the 360Giving standard's own schema accepts it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from gyda.decide.funds import export
from gyda.decide.funds.actions import payments
from gyda.decide.funds.actions.setup import set_number
from gyda.decide.tests.fund_builders import Money, a_commitment, a_proof, some_money
from gyda.people.tests.builders import Cast, who

pytestmark = pytest.mark.django_db
VALIDATORS = next(
    (up / "shared/data/validators" for up in Path(__file__).parents if (up / "shared").is_dir()),
    Path("missing"),
)
SCHEMA = VALIDATORS / "threesixtygiving/schema"


@pytest.fixture
def money(cast: Cast) -> Money:
    """One promise to an organisation, one to a member, one to a body outside."""
    money = some_money(cast)
    kitchen = a_commitment(money)
    a_commitment(money, payee="MEMBER", organisation=None, member=cast.bryn, pence=5_000)
    a_commitment(money, payee="BODY", organisation=None, name="Clwb", pence=6_000)
    own = a_commitment(money, payee="PERSON", organisation=None, name="Ann Owen", pence=700)
    for promise in (kitchen, own):
        payments.pay(
            who=who(cast.alys), commitment_id=promise.id, pence=100,
            proof=a_proof(words=f"I {promise.payee_name}"),
        )  # fmt: skip
    return money


FORMATS = FormatChecker()


@FORMATS.checks("date-time", raises=ValueError)
def is_moment(value: object) -> bool:
    """Tell moments from days: jsonschema takes everything for a moment that is not told how."""
    text = str(value)
    return "T" in text and datetime.datetime.fromisoformat(text).tzinfo is not None


def checker() -> Draft202012Validator:
    package = json.loads((SCHEMA / "360-giving-package-schema.json").read_text())
    grant = json.loads((SCHEMA / "360-giving-schema.json").read_text())
    named = package["properties"]["grants"]["items"]["$ref"]
    registry: Registry[Any] = Registry().with_resource(named, DRAFT202012.create_resource(grant))
    return Draft202012Validator(package, registry=registry, format_checker=FORMATS)


def test_the_checker_knows_good_from_bad() -> None:
    good, bad = (
        json.loads((VALIDATORS / name).read_text()) for name in ("grants.json", "grants_bad.json")
    )  # noqa: E501
    assert list(checker().iter_errors(good)) == []
    assert list(checker().iter_errors(bad))


def test_the_grants_are_as_the_standard_wants_them(money: Money) -> None:
    set_number(who=who(money.cast.alys), organisation=money.council, number="GB-LAE-GWN")
    package = export.grants_package(money.cast.hub)
    assert [error.message for error in checker().iter_errors(package)] == []
    first, kitchen, member, body, person = package["grants"]
    assert first["fundingOrganization"][0]["id"] == "GB-LAE-GWN"
    assert first["amountAwarded"] == 10_000
    assert (kitchen["amountAwarded"], kitchen["amountDisbursed"]) == (2_400, 1)
    assert body["recipientOrganization"][0]["name"] == "Clwb"
    assert {member["recipientIndividual"]["name"], person["recipientIndividual"]["name"]} == {
        "Individual"
    }  # noqa: E501
    assert len({one["id"] for one in package["grants"]}) == 5


def test_no_private_person_is_named_in_any_file(money: Money) -> None:
    browser, slug = Client(), money.cast.hub.slug
    paths = (
        "funds/grants.json",
        f"funds/{money.fund.id}/fund.json",
        f"funds/{money.fund.id}/lines.csv",
        f"funds/{money.fund.id}/",
        "funds/",
    )
    for path in paths:
        text = browser.get(f"/en/hubs/{slug}/{path}").content.decode()
        assert "Bryn" not in text, path
        assert "Ann Owen" not in text, path
        assert "Clwb" in text or path == "funds/", path
    assert "Ann Owen" not in json.dumps(list(export.records()))
    assert str(money.cast.bryn.id) not in json.dumps(list(export.records()))


def test_the_table_has_every_line(money: Money) -> None:
    response = Client().get(f"/cy/hubs/{money.cast.hub.slug}/funds/{money.fund.id}/lines.csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row["kind"] for row in rows] == ["RECEIVED", *["PROMISED"] * 4, "PAID", "PAID"]
    assert sum(int(row["pence"]) for row in rows if row["kind"] == "PROMISED") == 251_700


def test_a_hub_without_grants_has_no_file(cast: Cast) -> None:
    assert Client().get(f"/en/hubs/{cast.hub.slug}/funds/grants.json").status_code == 404
