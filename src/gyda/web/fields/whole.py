"""Whole numbers as people write them: 1,250 and 1 250, or £18,000."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from typing import Any

from django import forms

BETWEEN = re.compile(r"(?<=\d)[, \u00a0](?=\d{3}(?!\d))")


def plain_number(text: Any) -> Any:
    """Take away what people put into numbers to read them.

    >>> plain_number("1,250"), plain_number("<= £18 000"), plain_number("65-74, 80")
    ('1250', '<= 18000', '65-74, 80')
    """
    return BETWEEN.sub("", text.replace("£", "")) if isinstance(text, str) else text


class WholeNumberField(forms.IntegerField):
    """A whole number, with or without what parts its thousands."""

    def to_python(self, value: Any) -> int | None:
        return super().to_python(plain_number(value))
