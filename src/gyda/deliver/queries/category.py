"""The hub's categories, as the pages need them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable
from uuid import UUID

from gyda.deliver.models import Category
from gyda.methods.search import fold, words_of

LAST = ("Rhywbeth arall", "Something else")


def in_use() -> list[Category]:
    """Return the categories for new listings, by name in the reader's language."""
    return by_name(Category.objects.in_use())


def every() -> list[Category]:
    """Return all categories, retired ones too."""
    return by_name(Category.objects.all())


def by_name(categories: Iterable[Category]) -> list[Category]:
    """Sort as the reader reads; what is for everything else comes last."""
    return sorted(categories, key=lambda one: (str(one.name) in LAST, fold(str(one.name))))


def choices(keep: UUID | None = None) -> list[tuple[str, str]]:
    """Return what a form offers: those in use, and the one that a listing has already."""
    found = [one for one in every() if one.retired_at is None or one.id == keep]
    return [(str(one.id), str(one.name)) for one in found]


def named_like(text: str) -> list[Category]:
    """Return the categories in use whose name, in either language, has a word of the text."""
    wanted = [word for word in words_of(text) if len(word) > 2]
    return [one for one in in_use() if _has(one, wanted)]


def _has(category: Category, wanted: list[str]) -> bool:
    words = words_of(f"{category.name_cy} {category.name_en}")
    return any(word.startswith(start) for word in words for start in wanted)
