"""Forms as careless people fill them in."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from itertools import count
from typing import Any

from tests.markup import Field, FormFound

TYPED = {"text", "search", "email", "tel", "number", "url", "textarea"}


def empty(form: FormFound) -> dict[str, Any]:
    """Return the form with nothing filled in."""
    return {f.name: f.value for f in form.fields if f.kind in {"hidden", "submit"}}


def rubbish(form: FormFound) -> dict[str, Any]:
    """Return the form with a different piece of rubbish in every field."""
    numbers = count(1)
    return empty(form) | {
        f.name: _rubbish(f, next(numbers)) for f in form.fields if f.kind not in {"hidden", "file"}
    }


def _rubbish(field: Field, number: int) -> str:
    return f"zqx{number}" if field.kind in TYPED else field.value or f"zqx{number}"


def typed_in(form: FormFound, data: dict[str, Any]) -> list[str]:
    """Return what the person typed with their own fingers."""
    names = {f.name for f in form.fields if f.kind in TYPED}
    return [value for name, value in data.items() if name in names]
