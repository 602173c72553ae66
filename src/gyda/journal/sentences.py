"""Says in words what an entry records; the rooms bring the words for their own verbs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Iterable, Mapping

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise

_BLANK = re.compile(r"%\(\w+\)s")
_sentences: dict[str, Sentence] = {}
_models: dict[str, str] = {}
_pages: dict[str, str] = {}
_hidden: dict[str, Q] = {}
_own: set[str] = set()

UNKNOWN = _("%(actor)s did something that this page has no words for")


def register(
    sentences: Mapping[str, Sentence],
    names: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
) -> None:
    """Make verbs known: {"exchange.agreed": _("%(actor)s agreed an exchange")}.

    Every other placeholder is a key of the entry's data; an id there stands for a member, or for
    a row of the model that `names` gives for that key: {"organisation": "people.Organisation"}.
    `links` gives the page of what an entry is about: {"deliver.exchange": "deliver:exchange"}.
    """
    _sentences.update(sentences)
    _models.update(names or {})
    _pages.update(links or {})


def hide(model: str, rows: Q) -> None:
    """Have the titles of such rows named nowhere: what was taken down."""
    _hidden[model] = rows


def hidden(model: str) -> Q | None:
    """Return which rows of the model are not named."""
    return _hidden.get(model)


def keep_from_audit(verbs: Iterable[str]) -> None:
    """Say which deeds concern nobody but who did them: that somebody voted."""
    _own.update(verbs)


def kept_from_audit() -> list[str]:
    """Return the verbs that a steward who searches the record does not find."""
    return sorted(_own)


def sentence_for(verb: str) -> Sentence:
    """Return the words for a verb."""
    return _sentences.get(verb, UNKNOWN)


def model_of(key: str) -> str:
    """Return which model an id under this key of an entry's data belongs to."""
    return _models.get(key, "people.Member")


def page_of(about_type: str) -> str:
    """Return the name of the url that shows such a thing, or nothing."""
    return _pages.get(about_type, "")


def verbs() -> list[str]:
    """Return every known verb, sorted."""
    return sorted(_sentences)


def labels() -> list[tuple[str, str]]:
    """Return every verb that can be searched for with its words, sorted by the words."""
    known = {verb: words for verb, words in _sentences.items() if verb not in _own}
    words = {verb: _BLANK.sub("…", str(sentence)) for verb, sentence in known.items()}
    return sorted(words.items(), key=lambda pair: pair[1])
