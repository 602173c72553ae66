"""The record of a count, a draw or a map: JSON in one way only, the same on every machine."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

COMMON = frozenset({str, int, float, bool, type(None)})


def as_json(record: Mapping[str, Any], *, ascii_only: bool = False) -> str:
    """Write a record: keys in order, shortest numbers, no spaces, one line.

    Dataclasses become objects, exact fractions "p/q", sets sorted lists, numpy's numbers plain.

    >>> as_json({"b": Fraction(1, 3), "a": (Fraction(4, 2), 0.5, None)})
    '{"a":[2,0.5,null],"b":"1/3"}'
    """
    return json.dumps(
        plain(record),
        ensure_ascii=ascii_only,
        sort_keys=True,
        separators=(",", ":"),
        allow_nan=False,
    )


def plain(value: Any) -> Any:
    """Return the value as JSON knows it; the commonest kinds first, for maps have millions.

    A list of plain values is not copied: a lottery of 20,000 people has millions of seats.
    """
    kind = type(value)
    if kind in COMMON:
        return value
    if kind is dict:
        return {str(key): plain(one) for key, one in value.items()}
    if kind is list or kind is tuple:
        return value if COMMON.issuperset(map(type, value)) else [plain(one) for one in value]
    return _of_some(value)


def _of_some(value: Any) -> Any:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, set | frozenset):
        return sorted(plain(one) for one in value)
    return _of_others(value)


def _of_others(value: Any) -> Any:
    if hasattr(value, "tolist"):  # numpy's arrays and numbers
        return plain(value.tolist())
    return [plain(one) for one in value] if isinstance(value, list | tuple) else str(value)
