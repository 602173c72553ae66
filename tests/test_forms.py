"""Bad input: the person keeps what they typed, is told what to mend, and nothing breaks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterator
from html import unescape

import pytest

from tests.filled import empty, rubbish, typed_in
from tests.markup import FormFound, Page
from tests.samples import visits
from tests.visitors import Visitor, outcome
from tests.world import World

pytestmark = pytest.mark.slow
READERS = ("nobody", "bryn", "carys", "alys")
FORGETS = {"code", "pin"}  # secrets are typed anew


Found = tuple[str, str, Visitor, FormFound]


def _forms(world: World, everyone: dict[str, Visitor]) -> Iterator[Found]:
    """Yield each form that someone may fill in, with where it is sent."""
    for visit in visits(world):
        for name in READERS:
            response = everyone[name].get(visit.path())
            if outcome(response) != "200" or "html" not in response["Content-Type"]:
                continue
            for form in Page(response.content.decode()).writing_forms:
                yield f"{visit.name} ({name})", form.action or visit.path(), everyone[name], form


def test_no_form_breaks(world: World, everyone: dict[str, Visitor]) -> None:
    broken = []
    for name, path, visitor, form in _forms(world, everyone):
        for data in (empty(form), rubbish(form)):
            got = outcome(visitor.post(path, data))
            if got not in {"200", "go", "in"}:
                broken.append(f"{name}: {path} answers {got} to {data}")
    assert not broken, "\n" + "\n".join(broken)


def test_what_was_typed_is_kept(world: World, everyone: dict[str, Visitor]) -> None:
    lost = []
    for name, path, visitor, form in _forms(world, everyone):
        data = {k: v for k, v in rubbish(form).items() if k not in FORGETS}
        response = visitor.post(path, data)
        if outcome(response) == "200":
            html = unescape(response.content.decode())
            lost += [
                f"{name}: {path} loses {text}" for text in typed_in(form, data) if text not in html
            ]
    assert not lost, "\n" + "\n".join(lost)


def test_a_mistake_is_named_at_the_top_and_at_its_field(
    world: World, everyone: dict[str, Visitor]
) -> None:
    silent = []
    for name, path, visitor, form in _forms(world, everyone):
        response = visitor.post(path, empty(form))
        html = response.content.decode()
        if outcome(response) == "200" and typed_in(form, rubbish(form)):
            summary = "govuk-error-summary" in html
            if not summary:
                silent.append(f"{name}: {path}")
    assert not silent, "\n" + "\n".join(sorted(set(silent)))
