"""Which words may stand on a Welsh page, and which on an English one."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import django
import polib
from django.apps import apps
from django.conf import settings
from django.db import models

from gyda.keys.context import all_hubs
from gyda.site.words.sources import sentences

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
NOISE = re.compile(r"https?://\S+|\S+@\S+|/\w[\w/.-]*|%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>|&\w+;")

# Names, units and codes that are the same in both languages.
SHARED = {
    "gyda", "cymraeg", "english", "e", "h", "min", "am", "pm", "pdf", "csv", "json", "html", "qr",
    "pin", "sms", "agpl", "wcag", "aa", "uk", "gov", "mb", "kb", "jpeg", "png", "webp", "beancount",
    "verify", "sessionid", "csrftoken", "voice",
}  # fmt: skip


def words(text: str) -> list[str]:
    """Return the words of a text, without addresses and placeholders."""
    found = WORD.findall(NOISE.sub(" ", text))
    return [word.replace("’", "'").lower() for word in found]


@cache
def ours() -> polib.POFile:
    return polib.pofile(str(settings.LOCALE_PATHS[0] / "cy" / "LC_MESSAGES" / "django.po"))


@cache
def english() -> frozenset[str]:
    """Every English word that the interface may say."""
    written = sentences(Path(settings.ROOT) / "src" / "gyda").values()
    said = [text for sentence in written for text in (sentence.msgid, sentence.plural)]
    borrowed = [text for e in [*ours(), *_django("en")] for text in (e.msgid, e.msgid_plural)]
    return _words_of(said + borrowed)


@cache
def welsh() -> frozenset[str]:
    """Every Welsh word that the interface may say."""
    entries = [*ours(), *_django("cy")]
    return _words_of(text for e in entries for text in (e.msgstr, *e.msgstr_plural.values()))


def vocabulary(language: str) -> frozenset[str]:
    """Return the words that a page in this language is made of."""
    return (welsh() if language == "cy" else english()) | SHARED


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(text))


@cache
def _django(language: str) -> list[polib.POEntry]:
    folder = Path(django.__file__).parent / "conf" / "locale" / language / "LC_MESSAGES"
    return list(polib.pofile(str(folder / "django.po")))


def words_of_the_world(language: str) -> frozenset[str]:
    """Return the words of what is published or named in the database, for pages in a language."""
    found: set[str] = set()
    with all_hubs():
        for model in apps.get_models():
            if model.__module__.startswith("gyda."):
                for row in model._default_manager.all():
                    found.update(_words_of_row(row, language))
    return frozenset(found)


def _words_of_row(row: models.Model, language: str) -> Iterable[str]:
    own = getattr(row, "language", language)
    for field in row._meta.local_concrete_fields:
        if not isinstance(field, models.CharField | models.TextField | models.EmailField):
            continue
        if field.choices or field.name.endswith("_en" if language == "cy" else "_cy"):
            continue
        is_in_it = (own == language) != (field.name == "translation")
        if is_in_it or not hasattr(row, "language") or field.name in {"name", "slug"}:
            yield from words(str(field.value_from_object(row) or ""))
