"""Words that people write: one line, or a few sentences."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms


def one_line(label: Any, most: int = 120, **kwargs: Any) -> forms.CharField:
    """Return a field for one line, of so many characters at most."""
    return forms.CharField(label=label, max_length=most, **kwargs)


def long_text(label: Any, most: int = 500, rows: int = 3, **kwargs: Any) -> forms.CharField:
    """Return a field for a few sentences; `rows` is how high its box is."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, max_length=most, widget=widget, **kwargs)
