"""A column that follows another one, folded for search: "Siôn" is kept as "sion" beside it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.db import models

from gyda.methods.search import fold


class FoldedField(models.CharField):  # type: ignore[type-arg]  # the stubs want types, Django none
    """Filled from `source` whenever the row is written, as auto_now is from the clock."""

    def __init__(self, *args: Any, source: str = "", last_word: bool = False, **kw: Any) -> None:
        self.source, self.last_word = source, last_word
        super().__init__(*args, **(kw | {"editable": False, "blank": True, "max_length": 160}))

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"source": self.source, "last_word": self.last_word}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        value = folded_name(getattr(model_instance, self.source))
        if self.last_word:
            value = value.rpartition(" ")[2]
        setattr(model_instance, self.attname, value)
        return value


def folded_name(text: str) -> str:
    """Return a name as it is searched for.

    >>> folded_name(" Siôn  ap Gwŷn ")
    'sion ap gwyn'
    """
    return " ".join(fold(text).split())[:160]
