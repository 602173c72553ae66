"""Turns a kind's template into a subject and a body, in the reader's language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template import Context, Engine, TemplateDoesNotExist
from django.utils import translation

from gyda.letters.readers import Reader

_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Text:
    """The words of a letter: in full, and short for a text message."""

    subject: str
    body: str
    short: str


def text_of(kind: str, reader: Reader, slug: str, context: Mapping[str, Any]) -> Text:
    """Fill letters/<kind>.txt (first line, empty line, the rest) and letters/<kind>.sms.txt."""
    words = {"reader": reader, "hub_slug": slug, **context}
    with translation.override(reader.language):
        subject, _, body = plain(f"letters/{kind}.txt", words).partition("\n")
        short = _short(kind, words)
    return Text(" ".join(subject.split())[:200], body.strip(), short)


def plain(template: str, context: Mapping[str, Any]) -> str:
    """Fill a template of plain text: nothing is escaped, no gap is more than one line."""
    found = Engine.get_default().get_template(template)
    return _GAPS.sub("\n\n", found.render(Context(dict(context), autoescape=False)).strip())


def _short(kind: str, words: Mapping[str, Any]) -> str:
    try:
        return " ".join(plain(f"letters/{kind}.sms.txt", words).split())[:400]
    except TemplateDoesNotExist:
        return ""
