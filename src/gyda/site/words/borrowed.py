"""Sentences of Django and allauth that can reach our pages and have no Welsh of their own."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from pathlib import Path

import allauth
import django
import polib

from gyda.site.words.sources import Key

DJANGO = Path(django.__file__).parent / "conf" / "locale"
ALLAUTH = Path(allauth.__file__).parent / "locale"
REACHES_A_PAGE = (
    "account/adapter.py",
    "core/validators.py",
    "db/models/constraints.py",
    "forms/",
    "mfa/adapter.py",
    "utils/dateformat.py",
    "utils/dates.py",
    "utils/timesince.py",
)
SENTENCES = ("“%(value)s” is not a valid UUID.",)  # a choice that nobody was given


def _entries(folder: Path, language: str) -> list[polib.POEntry]:
    path = folder / language / "LC_MESSAGES" / "django.po"
    return list(polib.pofile(str(path))) if path.exists() else []


def library_keys() -> set[Key]:
    """Return all that the libraries may say: a translation of it of ours is never unused."""
    entries = _entries(DJANGO, "en") + _entries(ALLAUTH, "en")
    return {(entry.msgctxt, entry.msgid) for entry in entries}


def borrowed() -> list[polib.POEntry]:
    """Return the libraries' sentences that we must translate ourselves."""
    welsh = {(e.msgctxt, e.msgid) for e in _entries(DJANGO, "cy") if e.translated()}
    entries = _entries(DJANGO, "en") + _entries(ALLAUTH, "en")
    return [e for e in entries if (e.msgctxt, e.msgid) not in welsh and _reaches_a_page(e)]


def _reaches_a_page(entry: polib.POEntry) -> bool:
    places = [place for place, _ in entry.occurrences]
    return entry.msgid in SENTENCES or any(p.startswith(REACHES_A_PAGE) for p in places)
