"""The Welsh catalogue: kept in step with the code, and compiled."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from gyda.site.words.borrowed import borrowed, library_keys
from gyda.site.words.sources import Key, Sentence, sentences

PLURALS = 6
HEADER = {
    "Project-Id-Version": "Gyda",
    "Language": "cy",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": f"nplurals={PLURALS}; plural=(n==0)?0:(n==1)?1:(n==2)?2:(n==3)?3:(n==6)?4:5;",
}
BORROWED = "Borrowed from Django or allauth"


def load(path: Path) -> polib.POFile:
    """Return the catalogue, or an empty one."""
    po = polib.pofile(str(path), wrapwidth=98) if path.exists() else polib.POFile(wrapwidth=98)
    po.metadata = HEADER
    return po


def compile_catalogue(path: Path) -> None:
    """Write the compiled catalogue beside its source."""
    load(path).save_as_mofile(str(path.with_suffix(".mo")))


def updated(old: polib.POFile, source: Path) -> polib.POFile:
    """Return the catalogue as the code wants it, with the translations that it has."""
    known = {(e.msgctxt, e.msgid): e for e in old if not e.obsolete}
    new = polib.POFile(wrapwidth=98)
    new.metadata = HEADER
    wanted = sentences(source)
    new.extend(_entry(sentence, known.get(sentence.key)) for sentence in wanted.values())
    new.extend(_borrowed_entries(known, set(wanted)))
    new.sort(key=lambda e: (e.msgid.lower(), e.msgid, e.msgctxt or ""))
    return new


def _entry(sentence: Sentence, known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=sentence.msgid,
        msgctxt=sentence.context,
        msgid_plural=sentence.plural,
        comment="\n".join(sentence.comments),
        # Files without line numbers: a moved line is not a changed translation.
        occurrences=[(place, "") for place in sorted({p for p, _ in sentence.places})],
    )
    return _with_translation(entry, known)


def _borrowed_entries(known: dict[Key, polib.POEntry], wanted: set[Key]) -> Iterator[polib.POEntry]:
    owed = {(e.msgctxt, e.msgid): e for e in borrowed()}
    ours = {key: known[key] for key in library_keys() if key in known}
    for key, source in (ours | owed).items():
        if key in wanted:
            continue
        entry = polib.POEntry(
            msgid=source.msgid,
            msgctxt=source.msgctxt,
            msgid_plural=source.msgid_plural,
            comment=BORROWED,
        )
        yield _with_translation(entry, known.get(key))


def _with_translation(entry: polib.POEntry, known: polib.POEntry | None) -> polib.POEntry:
    if entry.msgid_plural:
        entry.msgstr_plural = known.msgstr_plural if known else dict.fromkeys(range(PLURALS), "")
    elif known:
        entry.msgstr = known.msgstr
    if known:
        entry.tcomment = known.tcomment
        entry.flags = [flag for flag in known.flags if flag == "fuzzy"]
    return entry


def same(one: Iterable[polib.POEntry], other: Iterable[polib.POEntry]) -> bool:
    """Tell whether two catalogues ask for the same sentences."""

    def shape(entries: Iterable[polib.POEntry]) -> set[tuple[str | None, str, str]]:
        return {(e.msgctxt, e.msgid, e.msgid_plural) for e in entries if not e.obsolete}

    return shape(one) == shape(other)
