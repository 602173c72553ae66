"""Welsh initial mutations, as tables: which words a mutated word may come from."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re

# As written -> what it may be a mutation of. Longer openings first; "" opens every word.
BACK: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ngh", ("c",)),  # nasal: fy nghath
    ("ng", ("g",)),  # nasal: yng Ngwynedd
    ("mh", ("p",)),  # nasal: ym Mhowys
    ("nh", ("t",)),  # nasal: fy nhŷ
    ("ch", ("c",)),  # aspirate: ei chath
    ("ph", ("p",)),  # aspirate: ei phlant
    ("th", ("t",)),  # aspirate: ei thŷ
    ("dd", ("d",)),  # soft: ei ddrws
    ("ff", ()),  # not mutations, and never mutated into
    ("ll", ()),
    ("ll", ("gll",)),
    ("rh", ()),
    ("b", ("p",)),  # soft: dau blentyn
    ("d", ("t",)),  # soft: y dref
    ("g", ("c",)),  # soft: y gath
    ("f", ("b", "m")),  # soft: y fasged, y ferch
    ("m", ("b",)),  # nasal: fy masged
    ("n", ("d",)),  # nasal: fy nrws
    ("l", ("ll", "gl")),  # soft: dwy law, y lan
    ("r", ("rh", "gr")),  # soft: dwy raw, y radd
    ("w", ("gw",)),  # soft: y wers
    ("h", ("",)),  # after ei, ein, eu: ei hafal
    ("a", ("ga",)),  # soft: yr ardd
    ("e", ("ge",)),
    ("i", ("gi",)),
    ("o", ("go",)),
    ("u", ("gu",)),
    ("y", ("gy",)),
)

# Small words that are themselves, whatever they look like.
PLAIN = frozenset(
    re.findall(
        r"[a-z]+",
        "a ac ag am ambell ar ati bob can chi dan dros drwy ei eich ein er eu fel fi fo "
        "fy fydd gan gyda heb hi hon hwn hyd i iawn mae mewn mi mo na nac neu nhw ni nid "
        "nos o oes os rhag roedd sut sy sydd un unrhyw wedi wrth y ym yma yn yna yng yr "
        "yw ",
    )
)


def radicals(word: str) -> list[str]:
    """Return the words, in plain small letters, of which this one may be a mutation.

    >>> [radicals(word) for word in ("gath", "chath", "nghath", "cath")]
    [['cath'], ['cath'], ['cath'], []]
    >>> radicals("ardd"), radicals("ferch"), radicals("hysgol"), radicals("gan")
    (['gardd'], ['berch', 'merch'], ['ysgol'], [])
    """
    if word in PLAIN or len(word) < 2:
        return []
    for opening, sources in BACK:
        if word.startswith(opening):
            rest = word[len(opening) :]
            return [source + rest for source in sources if len(source + rest) > 1]
    return []
