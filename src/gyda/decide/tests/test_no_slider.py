"""Field row 16: no bare slider anywhere; money is shared among options that say who loses."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from gyda.decide.ballots.actions import opening
from gyda.decide.ballots.models import Ballot, Kind, Method, Option
from gyda.decide.tests.ballot_builders import a_draft, terms
from gyda.people.tests.builders import Cast, who

SOURCE = Path(__file__).resolve().parents[2]
SLIDER = re.compile(
    r"""type=["']?range|input_type\s*=\s*["']range|role=["']slider|["']type["']:\s*["']range"""
)


def test_nothing_on_the_site_is_a_slider() -> None:
    files = [
        path
        for end in ("*.html", "*.py", "*.js", "*.mjs", "*.ts")
        for path in SOURCE.rglob(end)
        if "tests" not in path.parts and "built" not in path.parts
    ]
    assert len(files) > 500
    assert [str(path) for path in files if SLIDER.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("empty", ["gains_cy", "gains_en", "loses_cy", "loses_en"])
def test_no_option_costs_money_without_who_gains_and_who_loses(cast: Cast, empty: str) -> None:
    option = Option.objects.filter(ballot=a_draft(cast.alys)).order_by("number")[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Option.objects.filter(id=option.id).update(**{empty: ""})


@pytest.mark.parametrize("kind", [Kind.APPROVE, Kind.RANK, Kind.POINTS])
def test_money_is_shared_out_by_a_rule_for_options_alone(cast: Cast, kind: str) -> None:
    for method in (Method.MAJORITY, Method.CONSENT):
        with pytest.raises(IntegrityError), transaction.atomic():
            opening.draft(who=who(cast.alys), terms=terms(kind=kind, method=method, points=9))
    assert terms().method == Method.EQUAL_SHARES
    assert not Ballot.objects.exists()
