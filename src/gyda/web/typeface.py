"""Cuts the typeface to the letters of Welsh and English: one variable file, regular to bold.

Atkinson Hyperlegible Next (Braille Institute, OFL) comes in two files, and ŵ and ŷ are in the
second, so that a Welsh page would ask for both; we join what we need of them.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import unicodedata
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FOLDER = Path("node_modules/@fontsource-variable/atkinson-hyperlegible-next/files")
NAME = "atkinson-hyperlegible-next-{}-wght-normal.woff2"
WEIGHTS = (400, 700)
ACCENTS = "\u0301\u0300\u0302\u0308"  # acute, grave, circumflex, diaeresis: Welsh has all four
SIGNS = "\u00a0£€°·½¼¾×÷−±–—‘’“”…•←→↑↓²³«»çñÇÑ"


def letters() -> set[str]:
    """Return what the typeface draws; anything else falls back on the reader's own.

    >>> "ŵ" in letters() and "Ŷ" in letters()
    True
    """
    plain = {chr(code) for code in range(0x20, 0x7F)}
    vowels = list("aeiouwyAEIOUWY")
    composed = {unicodedata.normalize("NFC", v + accent) for v in vowels for accent in ACCENTS}
    return plain | {letter for letter in composed if len(letter) == 1} | set(SIGNS)


def build(root: Path, target: Path) -> None:
    """Write the typeface to the target, as woff2."""
    font, more = (_cut(root / FOLDER / NAME.format(part)) for part in ("latin", "latin-ext"))
    _join(font, more)
    font.flavor = "woff2"
    font.save(target)


def _cut(path: Path) -> TTFont:
    options = Options()
    options.layout_features = ["kern", "mark", "ccmp", "locl", "tnum"]
    options.hinting = False
    options.drop_tables += ["HVAR", "MVAR"]  # gvar says the same of widths
    options.name_IDs = [1, 2, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(letter) for letter in letters()])
    font = TTFont(path)
    subsetter.subset(font)
    return instantiateVariableFont(font, {"wght": WEIGHTS})


def _join(font: TTFont, more: TTFont) -> None:
    """Add to the font the glyphs that only the other one has, with their shapes at every weight."""
    names = [name for name in more.getGlyphOrder() if name not in font.getGlyphOrder()]
    font.setGlyphOrder([*font.getGlyphOrder(), *names])
    for name in names:
        font["glyf"].glyphs[name] = more["glyf"][name]
        font["hmtx"][name] = more["hmtx"][name]
        font["gvar"].variations[name] = more["gvar"].variations.get(name, [])
    font["glyf"].glyphOrder = font.getGlyphOrder()
    extra = {code: name for code, name in more.getBestCmap().items() if name in names}
    for table in font["cmap"].tables:
        table.cmap |= {code: name for code, name in extra.items() if code <= 0xFFFF}
    _kern_alike(font, {name: _base_of(code) for code, name in extra.items()})


def _base_of(code: int) -> str:
    """Return the plain letter under the accent: w of ŵ."""
    return unicodedata.normalize("NFD", chr(code))[0]


def _kern_alike(font: TTFont, base_of: dict[str, str]) -> None:
    """Set an accented letter as close to its neighbours as its plain letter."""
    tables = [s for lookup in font["GPOS"].table.LookupList.Lookup for s in lookup.SubTable]
    for table in tables:
        if type(table).__name__ == "PairPos" and table.Format == 2:
            for name, base in base_of.items():
                _into_classes(table, name, base)
            table.Coverage.glyphs.sort(key=font.getGlyphID)


def _into_classes(table: Any, name: str, base: str) -> None:
    for classes in (table.ClassDef1.classDefs, table.ClassDef2.classDefs):
        if base in classes:
            classes[name] = classes[base]
    if base in table.Coverage.glyphs:
        table.Coverage.glyphs.append(name)
