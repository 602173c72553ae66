"""What is wrong with a translation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import polib

from gyda.site.words.catalogue import PLURALS

PLACEHOLDER = re.compile(r"%\(\w+\)[sdfr]|%[sdr]|%%|\{\w*\}|</?\w+[^>]*>")


def faults(entries: Iterable[polib.POEntry]) -> Iterator[str]:
    """Say what a translator must mend, one line each."""
    for entry in entries:
        for fault in _faults_of(entry):
            yield f"{fault}: {entry.msgid!r}"


def _faults_of(entry: polib.POEntry) -> Iterator[str]:
    if entry.fuzzy:
        yield "fuzzy"
    texts = list(_texts(entry))
    if entry.msgid_plural and len(entry.msgstr_plural) != PLURALS:
        yield f"{len(entry.msgstr_plural)} plural forms instead of {PLURALS}"
    if not all(texts):
        yield "not translated"
    elif not all(_keeps_placeholders(entry, text) for text in texts):
        yield "placeholders differ"


def _texts(entry: polib.POEntry) -> Iterator[str]:
    if entry.msgid_plural:
        yield from (entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural))
    else:
        yield entry.msgstr


def _keeps_placeholders(entry: polib.POEntry, text: str) -> bool:
    """A plural form may leave out a placeholder: "one" can stand for %(count)s."""
    ours, wanted = _placeholders(text), _placeholders(entry.msgid_plural or entry.msgid)
    return ours <= wanted if entry.msgid_plural else ours == wanted


def _placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text))
