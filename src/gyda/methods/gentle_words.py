"""Words that name people by what they lack, and strengths-first words to offer in their place."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from dataclasses import dataclass

from gyda.methods.search import words_of
from gyda.methods.welsh import radicals


@dataclass(frozen=True)
class Hint:
    """A word that somebody wrote, and other ways to say it; they choose, nothing is refused."""

    found: str
    instead: tuple[str, ...]


@dataclass(frozen=True)
class _Entry:
    """Phrases that mean the same, folded; and what may stand instead."""

    phrases: tuple[str, ...]
    instead: tuple[str, ...]


# The direction is that of asset-based community development (Kretzmann and McKnight 1993): people
# before conditions, neighbours before cases, what a place has before what it lacks. A short list
# on purpose: a word that has an everyday use of its own is not in it.
ENGLISH = (
    _Entry(("the homeless", "homeless people", "rough sleepers"),
           ("people without a home of their own", "people looking for a home")),
    _Entry(("the elderly", "old folk", "oaps", "pensioners"),
           ("older people", "people with long experience")),
    _Entry(("the disabled", "handicapped", "wheelchair bound", "the handicapped"),
           ("disabled people", "people who use a wheelchair")),
    _Entry(("the vulnerable", "vulnerable people", "vulnerable adults"),
           ("people who need support just now", "people we want to stand by")),
    _Entry(("the unemployed", "jobless", "benefit claimants", "scroungers"),
           ("people looking for work", "people with time and skills to offer")),
    _Entry(("addicts", "drug addicts", "alcoholics", "junkies"),
           ("people in recovery", "people living with an addiction")),
    _Entry(("the mentally ill", "mental patients", "suffers from", "sufferers", "victims of"),
           ("people living with", "people who know it from their own life")),
    _Entry(("hard to reach", "hard to reach groups"),
           ("people we have not yet asked", "people who are seldom asked")),
    _Entry(("problem families", "troubled families", "dysfunctional families"),
           ("families who want support", "families with a lot to carry")),
    _Entry(("deprived area", "deprived areas", "deprived community", "deprived communities",
            "sink estate", "problem estate"),
           ("a place with strengths not used yet", "a place that has had less than its share")),
    _Entry(("the needy", "the poor", "poor people", "the disadvantaged", "disadvantaged people"),
           ("people on low incomes", "neighbours who go short")),
    _Entry(("the lonely", "isolated people", "lonely people"),
           ("people who would like company", "neighbours who seldom meet others")),
    _Entry(("service users", "clients", "the infirm", "bed blockers"),
           ("people who use the service", "people")),
    _Entry(("ex offenders", "offenders", "criminals", "delinquents"),
           ("people who have been in prison", "people making a new start")),
    _Entry(("demented", "dementia sufferers", "the demented"),
           ("people living with dementia",)),
    _Entry(("single mothers", "teenage mums", "broken homes"),
           ("parents who bring up children alone", "young parents")),
)  # fmt: skip
WELSH = (
    _Entry(("y digartref", "pobl ddigartref", "digartref"),
           ("pobl heb gartref eu hunain", "pobl sy'n chwilio am gartref")),
    _Entry(("yr henoed", "hen bobl", "pensiynwyr"),
           ("pobl hŷn", "pobl â phrofiad hir")),
    _Entry(("yr anabl", "methedig", "y methedig", "caeth i gadair olwyn"),
           ("pobl anabl", "pobl sy'n defnyddio cadair olwyn")),
    _Entry(("y bregus", "pobl fregus", "oedolion bregus", "pobl agored i niwed"),
           ("pobl sydd angen cefnogaeth ar hyn o bryd", "pobl yr ydym am sefyll gyda nhw")),
    _Entry(("y di-waith", "pobl ddi-waith", "hawlwyr budd-daliadau"),
           ("pobl sy'n chwilio am waith", "pobl ag amser a sgiliau i'w cynnig")),
    _Entry(("pobl gaeth i gyffuriau", "alcoholigion", "meddwon", "jyncis"),
           ("pobl mewn adferiad", "pobl sy'n byw gyda dibyniaeth")),
    _Entry(("cleifion meddwl", "dioddefwyr", "yn dioddef o"),
           ("pobl sy'n byw gyda", "pobl sy'n ei adnabod o'u bywyd eu hunain")),
    _Entry(("anodd eu cyrraedd", "pobl anodd eu cyrraedd"),
           ("pobl nad ydym wedi gofyn iddynt eto", "pobl na ofynnir iddynt yn aml")),
    _Entry(("teuluoedd problemus", "teuluoedd cythryblus"),
           ("teuluoedd sydd am gael cefnogaeth", "teuluoedd â llawer i'w gario")),
    _Entry(("ardal ddifreintiedig", "ardaloedd difreintiedig", "cymuned ddifreintiedig",
            "cymunedau difreintiedig"),
           ("lle â chryfderau heb eu defnyddio eto", "lle sydd wedi cael llai na'i siâr")),
    _Entry(("yr anghenus", "y tlawd", "pobl dlawd", "y tlodion", "pobl ddifreintiedig"),
           ("pobl ar incwm isel", "cymdogion sy'n brin o bethau")),
    _Entry(("yr unig", "pobl unig", "pobl ynysig"),
           ("pobl a hoffai gwmni", "cymdogion sydd heb gwrdd â llawer")),
    _Entry(("defnyddwyr gwasanaeth", "cleientiaid", "y llesg"),
           ("pobl sy'n defnyddio'r gwasanaeth", "pobl")),
    _Entry(("cyn-droseddwyr", "troseddwyr"),
           ("pobl sydd wedi bod yn y carchar", "pobl sy'n dechrau o'r newydd")),
    _Entry(("dioddefwyr dementia", "pobl ddryslyd"),
           ("pobl sy'n byw gyda dementia",)),
    _Entry(("mamau sengl", "cartrefi drylliedig"),
           ("rhieni sy'n magu plant ar eu pen eu hunain", "rhieni ifanc")),
)  # fmt: skip
ARTICLE = re.compile(r"(?:\b|['’])yr?\b|['’]r\b", re.IGNORECASE)
LISTS = {"cy": WELSH, "en": ENGLISH}


def gentler(text: str, language: str = "en") -> list[Hint]:
    """Return what in a text names people by what they lack, in the order of the list.

    language: cy or en; a text in any other language has no hints. In Welsh a phrase is found in
    whatever mutation its words stand. Nothing is blocked by it: it is for a person to read.

    >>> [(hint.found, hint.instead[0]) for hint in gentler("A café for the elderly")]
    [('the elderly', 'older people')]
    >>> gentler("A café for older people")
    []
    >>> [hint.found for hint in gentler("Clwb i bensiynwyr", "cy")]
    ['pensiynwyr']
    """
    words = [_forms(word, language) for word in _in_order(text, language)]
    found = []
    for entry in LISTS.get(language, ()):
        hits = [phrase for phrase in entry.phrases if _stands(_in_order(phrase, language), words)]
        if hits:
            found.append(Hint(max(hits, key=len), entry.instead))
    return found


def _in_order(text: str, language: str) -> list[str]:
    """Return every word in its place, folded; the Welsh article as y, however it is joined on."""
    if language == "cy":
        text = ARTICLE.sub(" y ", text)
    return [word for part in text.split() for word in words_of(part)]


def _forms(word: str, language: str) -> frozenset[str]:
    """Return the word and, in Welsh, what it may have been before it was mutated."""
    if language != "cy":
        return frozenset((word,))
    return frozenset((word, *radicals(word)))


def _stands(phrase: list[str], words: list[frozenset[str]]) -> bool:
    """Tell whether the words of a phrase follow one another in the text."""
    last = len(words) - len(phrase)
    return any(
        all(word in words[start + place] for place, word in enumerate(phrase))
        for start in range(last + 1)
    )
