"""A text in Welsh and in English: two real columns, one attribute that knows the reader."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import get_language

LANGUAGES = ("cy", "en")


@dataclass(frozen=True)
class Text:
    """A text and the language it is in (which may not be the page's)."""

    value: str
    lang: str

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value)


def text_of(cy: str, en: str) -> Text:
    """Return the text in the reader's language, or else in the other."""
    texts = {"cy": cy, "en": en}
    first = "cy" if (get_language() or "cy").startswith("cy") else "en"
    second = "en" if first == "cy" else "cy"
    found = next((lang for lang in (first, second) if texts[lang]), first)
    return Text(texts[found], found)


class _Reader:
    """Gives the text in the reader's language, or else in the other, and says which."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        return text_of(*(getattr(instance, f"{self.name}_{lang}") for lang in LANGUAGES))


class Bilingual:
    """`name = Bilingual(models.CharField, max_length=80)` makes name_cy, name_en and name.

    `obj.name` is a Text. With blank=True both may be empty; a rule decides about one alone.
    """

    def __init__(self, field: "type[models.Field[Any, Any]]", **kwargs: Any) -> None:
        self.field, self.kwargs = field, kwargs

    def contribute_to_class(self, cls: type[models.Model], name: str) -> None:
        for lang in LANGUAGES:
            cls.add_to_class(f"{name}_{lang}", self.field(**self.kwargs))
        setattr(cls, name, _Reader(name))
