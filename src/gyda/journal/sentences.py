"""Says in words what an entry records; the rooms bring the words for their own verbs."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise

_sentences: dict[str, Sentence] = {}
_models: dict[str, str] = {}

UNKNOWN = _("%(actor)s did something that this page has no words for")


def register(sentences: "Mapping[str, Sentence]", names: Mapping[str, str] | None = None) -> None:
    """Make verbs known: {"exchange.agreed": _("%(actor)s agreed an exchange")}.

    Every other placeholder is a key of the entry's data; an id there stands for a member, or for
    a row of the model that `names` gives for that key: {"organisation": "people.Organisation"}.
    """
    _sentences.update(sentences)
    _models.update(names or {})


def sentence_for(verb: str) -> Sentence:
    """Return the words for a verb."""
    return _sentences.get(verb, UNKNOWN)


def model_of(key: str) -> str:
    """Return which model an id under this key of an entry's data belongs to."""
    return _models.get(key, "people.Member")


def verbs() -> list[str]:
    """Return every known verb, sorted."""
    return sorted(_sentences)
