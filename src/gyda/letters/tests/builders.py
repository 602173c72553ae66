"""Kinds of letter that only the tests know, and readers for them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.template import engines

from gyda.letters import actions, kinds
from gyda.letters.kinds import Cadence, Kind
from gyda.letters.models import Letter
from gyda.letters.readers import Reader
from gyda.people.models import Member

LONDON = ZoneInfo("Europe/London")
NOON = datetime.datetime(2026, 3, 3, 12, tzinfo=LONDON)  # a Tuesday
NIGHT = datetime.datetime(2026, 3, 3, 22, 30, tzinfo=LONDON)
TEXT = "{% if reader.language == 'cy' %}Helô{% else %}Hello{% endif %} <{{ x }}>\n\n\n\nBody & all"
MADE = (
    Kind("greeting", "Greetings"),
    Kind("daily_greeting", "Daily greetings", default=Cadence.DAILY),
    Kind("daily_news", "Daily news", default=Cadence.DAILY),
    Kind("must", "Must arrive", can_unsubscribe=False),
)


@pytest.fixture
def made_kinds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the kinds of this file be the only ones, with their texts."""
    monkeypatch.setattr(kinds, "_kinds", {})
    kinds.register(*MADE)
    texts = {f"letters/{kind.name}.txt": TEXT for kind in MADE} | {"letters/must.sms.txt": "Short"}
    engine = engines["django"].engine
    loader = ("django.template.loaders.locmem.Loader", texts)
    monkeypatch.setattr(engine, "loaders", [loader, *engine.loaders])
    engine.__dict__.pop("template_loaders", None)
    yield
    engine.__dict__.pop("template_loaders", None)


def reader(member: Member, **fields: Any) -> Reader:
    fields = {"language": "en", "email": "bryn@example.org"} | fields
    return Reader(member.id, member.hub_id, str(member), **fields)


def a_letter(member: Member, kind: str = "greeting", x: str = "you", **fields: Any) -> Letter:
    now = fields.pop("now", NOON)
    to = reader(member, **fields)
    letter = actions.write(to=to, kind=kind, context={"x": x}, now=now)
    assert letter is not None
    return letter
