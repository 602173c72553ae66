"""What is offered once before an idea is sent: ideas like it, and gentler words for people."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import dataclass

from gyda.methods.gentle_words import Hint, gentler
from gyda.need.ideas.forms import ShareForm
from gyda.need.ideas.models import Idea
from gyda.need.ideas.queries import alike


@dataclass(frozen=True)
class Offer:
    """Something to look at; sending the form again publishes it as it is."""

    ideas: list[Idea]
    hints: list[Hint]


def offered(form: ShareForm) -> Offer | None:
    """Return what to look at first; nothing twice: the form remembers that it was shown."""
    asked = form.cleaned_data
    title, language = asked["title"], asked["language"]
    if asked.get("seen") == "1":
        return None
    offer = Offer(alike(title, asked["what"], language), gentler(title, language))
    if not (offer.ideas or offer.hints):
        return None
    form.data = form.data.copy()
    form.data[form.add_prefix("seen")] = "1"
    return offer
