"""Bad input: the person keeps what they typed, is told what to mend, and nothing breaks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from html import unescape

import pytest

from tests.crawl import Seen, crawl, forms_of
from tests.filled import empty, rubbish, typed_in
from tests.visitors import Visitor, outcome
from tests.world import World

pytestmark = pytest.mark.slow
FORGETS = {"code", "pin", "digits"}  # secrets are typed anew


@pytest.fixture(scope="module")
def seen(world: World, everyone: dict[str, Visitor]) -> list[Seen]:
    """Every page."""
    return crawl(world, everyone, "en")


def test_no_form_breaks(seen: list[Seen]) -> None:
    broken = []
    for one, path, form in forms_of(seen):
        for data in (empty(form), rubbish(form)):
            got = outcome(one.visitor.post(path, data))
            if got not in {"200", "go", "in"}:
                broken.append(f"{one.name}: {path} answers {got} to {data}")
    assert not broken, "\n" + "\n".join(broken)


def test_what_was_typed_is_kept(seen: list[Seen]) -> None:
    lost = []
    for one, path, form in forms_of(seen):
        data = {k: v for k, v in rubbish(form).items() if k not in FORGETS}
        response = one.visitor.post(path, data)
        if outcome(response) == "200" and "html" in response["Content-Type"]:
            html = unescape(response.content.decode())
            typed = typed_in(form, data)
            lost += [f"{one.name}: {path} loses {text}" for text in typed if text not in html]
    assert not lost, "\n" + "\n".join(lost)


def test_a_mistake_is_named_at_the_top(seen: list[Seen]) -> None:
    silent = []
    for one, path, form in forms_of(seen):
        response = one.visitor.post(path, empty(form))
        asks = typed_in(form, rubbish(form))
        if outcome(response) == "200" and asks and b"govuk-error-summary" not in response.content:
            silent.append(f"{one.name}: {path}")
    assert not silent, "\n" + "\n".join(sorted(set(silent)))
