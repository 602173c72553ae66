"""The language of the command line: the site's one catalogue, read without Django.

The names are those that `gyda words` gathers: `_`, `_n` for what has a plural, `gettext_noop` for a
sentence in a table that is translated when it is said.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import gettext
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

LANGUAGES = ("cy", "en")
FOLDER = Path(__file__).resolve().parents[3] / "locale"


class _Tongue:
    """Which language is spoken just now."""

    language = "en"


def _(sentence: str) -> str:
    """Return a sentence in the language that is spoken."""
    return _catalogue(_Tongue.language).gettext(sentence)


def _n(one: str, many: str, number: int) -> str:
    """Return the form for a number; Welsh has six."""
    return _catalogue(_Tongue.language).ngettext(one, many, number)


def gettext_noop(sentence: str) -> str:
    """Mark a sentence of a table for the translators."""
    return sentence


def language() -> str:
    """Return the language that is spoken, as a code of two letters."""
    return _Tongue.language


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for a while."""
    before, _Tongue.language = _Tongue.language, code
    try:
        yield
    finally:
        _Tongue.language = before


def wanted(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return the language that the arguments ask for, else that of the machine, else English.

    >>> wanted(["a.pb", "--language", "cy"], {}), wanted(["--language=en"], {"LANG": "cy_GB.UTF-8"})
    ('cy', 'en')
    >>> wanted([], {"LANG": "cy_GB.UTF-8"}), wanted([], {"LANG": "de_DE"}), wanted([], {})
    ('cy', 'en', 'en')
    """
    for flag, value in pairwise([*arguments, ""]):
        said = value if flag == "--language" else flag.removeprefix("--language=")
        if flag.startswith("--language") and said in LANGUAGES:
            return said
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    machine = next((environment[name] for name in names if environment.get(name)), "")
    return "cy" if machine.startswith("cy") else "en"


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    source = FOLDER / code / "LC_MESSAGES" / "django.po"
    if not source.exists():  # English is what the code says
        return gettext.NullTranslations()
    compiled = source.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    import polib

    return gettext.GNUTranslations(BytesIO(polib.pofile(str(source)).to_binary()))
