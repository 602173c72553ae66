"""Turns a kind's template into a subject and a body, in the reader's language."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Mapping
from typing import Any

from django.template import Context, Engine
from django.utils import translation

from gyda.letters.readers import Reader

_GAPS = re.compile(r"\n{3,}")


def text_of(kind: str, reader: Reader, slug: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """Return subject and body of letters/<kind>.txt: first line, empty line, the rest."""
    template = Engine.get_default().get_template(f"letters/{kind}.txt")
    words = {"reader": reader, "hub_slug": slug, **context}
    with translation.override(reader.language):
        whole = template.render(Context(words, autoescape=False))
    subject, _, body = whole.strip().partition("\n")
    return " ".join(subject.split())[:200], _GAPS.sub("\n\n", body).strip()
