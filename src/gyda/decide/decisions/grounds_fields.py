"""Evidence and advice on a form: one of each at first, one more as often as is asked for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from gyda.decide.decisions.draft import Advice, Evidence
from gyda.people.models.person import Language
from gyda.web.fields import DayField
from gyda.web.fields.words import long_text, one_line

MOST = 12
CLAIM = ("claim_cy", "claim_en", "source", "on")
ADVICE = ("adviser", "interest_cy", "interest_en", "words_cy", "words_en")


def _numbered(label: Any, number: int) -> Any:
    return format_lazy("{label} ({number})", label=label, number=number + 1)


def _evidence(n: int) -> dict[str, forms.Field]:
    """Return the fields of one piece of evidence."""

    def say(label: Any) -> Any:
        return _numbered(label, n)

    languages = [("", _("No words")), *Language.choices]
    return {
        "claim_cy": one_line(say(_("Evidence: what it says, in Welsh")), 500, required=False),
        "claim_en": one_line(say(_("Evidence: what it says, in English")), 500, required=False),
        "source": one_line(say(_("Evidence: who says so")), 200, required=False),
        "on": DayField(label=say(_("Evidence: of which day")), required=False),
        "link": forms.URLField(
            label=say(_("Evidence: where it can be read")), max_length=500,
            assume_scheme="https", required=False,
        ),
        "words": long_text(say(_("Evidence: or the words themselves")), 2000, required=False),
        "language": forms.ChoiceField(
            label=say(_("Evidence: the language of these words")), choices=languages, required=False
        ),
    }  # fmt: skip


def _advice(n: int) -> dict[str, forms.Field]:
    """Return the fields of one adviser."""

    def say(label: Any) -> Any:
        return _numbered(label, n)

    return {
        "adviser": one_line(say(_("Adviser: name, as it stands in public")), 120, required=False),
        "interest_cy": one_line(say(_("Adviser: their interest, in Welsh")), 500, required=False),
        "interest_en": one_line(say(_("Adviser: their interest, in English")), 500, required=False),
        "words_cy": long_text(say(_("Adviser: what they said, in Welsh")), 2000, required=False),
        "words_en": long_text(say(_("Adviser: what they said, in English")), 2000, required=False),
    }


class Grounds(forms.Form):
    """Adds them to a form; a group that is begun must be whole, an empty one is left out."""

    def __init__(self, *args: Any, evidence: int = 1, advisers: int = 1, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.counts = {"evidence": _bounded(evidence), "advice": _bounded(advisers)}
        for what, make in (("evidence", _evidence), ("advice", _advice)):
            for number in range(self.counts[what]):
                for name, field in make(number).items():
                    if name[-3:] in ("_cy", "_en"):
                        field.widget.attrs["lang"] = name[-2:]
                    self.fields[f"{what}-{number}-{name}"] = field
        self._add_more()

    def _add_more(self) -> None:
        for name, label in (
            ("more_evidence", _("I have another piece of evidence: show me its boxes first")),
            ("more_advice", _("There was another adviser: show me their boxes first")),
        ):
            self.fields[name] = forms.BooleanField(label=label, required=False)

    def _group(self, what: str, number: int) -> dict[str, Any]:
        start = f"{what}-{number}-"
        return {
            name.removeprefix(start): value
            for name, value in self.cleaned_data.items()
            if name.startswith(start)
        }

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for what, needed in (("evidence", CLAIM), ("advice", ADVICE)):
            for number in range(self.counts[what]):
                self._check(what, number, needed)
        return cleaned

    def _check(self, what: str, number: int, needed: tuple[str, ...]) -> None:
        group = self._group(what, number)
        if not any(group.values()):
            return
        for name in needed:
            if not group.get(name) and not self.has_error(f"{what}-{number}-{name}"):
                self.add_error(f"{what}-{number}-{name}", _("Fill this in too, or empty them all"))
        if what == "evidence":
            self._check_where(number, group)

    def _check_where(self, number: int, group: dict[str, Any]) -> None:
        if not group.get("link") and not group.get("words"):
            self.add_error(
                f"evidence-{number}-link", _("Say where it can be read, or what it says")
            )
        if group.get("words") and not group.get("language"):
            self.add_error(f"evidence-{number}-language", _("Choose the language of the words"))

    def evidence(self) -> tuple[Evidence, ...]:
        """Return each piece of evidence that was filled in."""
        groups = (self._group("evidence", n) for n in range(self.counts["evidence"]))
        return tuple(Evidence(**group) for group in groups if group.get("claim_cy"))

    def advisers(self) -> tuple[Advice, ...]:
        """Return each adviser who was filled in."""
        groups = (self._group("advice", n) for n in range(self.counts["advice"]))
        return tuple(Advice(**group) for group in groups if group.get("adviser"))


def _bounded(number: int) -> int:
    return max(1, min(MOST, number))
