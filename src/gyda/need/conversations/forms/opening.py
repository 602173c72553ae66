"""What is asked of whoever opens, changes or ends a conversation."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.initiatives.models import Initiative
from gyda.keys.uuid7 import uuid7
from gyda.need.conversations.actions.ending import Words
from gyda.need.conversations.actions.opening import Seed, Terms
from gyda.need.conversations.models import Conversation, Moderation, Voters
from gyda.web.fields import DayField, Radios
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm, Form


def end_of(day: datetime.date) -> datetime.datetime:
    """Return the moment after the last of a day, as the clock on the wall has it."""
    return start_of(day + datetime.timedelta(days=1))


def start_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


class TermsForm(BilingualForm):
    """The question, who answers it, and until when."""

    texts: ClassVar[tuple[str, ...]] = ("title", "purpose")

    title_cy = one_line(_("The question, in Welsh"), 200)
    title_en = one_line(_("The question, in English"), 200)
    purpose_cy = long_text(_("What is it for, and what can change? In Welsh"), 2000)
    purpose_en = long_text(_("What is it for, and what can change? In English"), 2000)
    voters = forms.ChoiceField(
        label=_("Who answers?"), choices=Voters, initial=Voters.MEMBERS, widget=Radios()
    )
    is_public = forms.BooleanField(
        label=_("Everyone may read it, members or not"), required=False, initial=True
    )
    takes_statements = forms.BooleanField(
        label=_("People may add statements of their own"), required=False, initial=True
    )
    moderation = forms.ChoiceField(
        label=_("When is a new statement read by someone who looks after this?"),
        choices=Moderation,
        initial=Moderation.BEFORE,
        widget=Radios(),
    )
    opens_on = DayField(label=_("When does it open? Leave this empty for now"), required=False)
    closes_on = DayField(label=_("Which is the last day, if there is one?"), required=False)
    hear_by_on = DayField(label=_("By when do people hear what became of it?"))

    def terms(self, opened: Conversation | None = None) -> Terms:
        """Return what was asked for; what is open already has opened when it did."""
        asked = dict(self.cleaned_data)
        opens, closes = asked["opens_on"], asked["closes_on"]
        names = ("title", "purpose")
        words = {f"{name}_{lang}": asked[f"{name}_{lang}"] for name in names for lang in LANGS}
        how = ("voters", "moderation", "is_public", "takes_statements", "hear_by_on")
        return Terms(
            **words,
            **{name: asked[name] for name in how},
            opens_at=_opens_at(opens, opened),
            closes_at=end_of(closes) if closes else None,
        )


LANGS = ("cy", "en")


def _opens_at(day: datetime.date | None, opened: Conversation | None) -> datetime.datetime:
    if day and not (opened and timezone.localdate(opened.opens_at) == day):
        return start_of(day)
    return opened.opens_at if opened else timezone.now()


def initial_of(conversation: Conversation) -> dict[str, Any]:
    """Return what the form shows of a conversation that is there."""
    names = [f"{name}_{lang}" for name in ("title", "purpose") for lang in LANGS]
    names += ["voters", "moderation", "is_public", "takes_statements", "hear_by_on"]
    shown = {name: getattr(conversation, name) for name in names}
    shown["opens_on"] = timezone.localdate(conversation.opens_at)
    if conversation.closes_at:
        last = conversation.closes_at - datetime.timedelta(seconds=1)
        shown["closes_on"] = timezone.localdate(last)
    return shown


def said_of(conversation: Conversation, name: str) -> dict[str, Any]:
    """Return what has been said under a name in both languages."""
    return {f"{name}_{lang}": getattr(conversation, f"{name}_{lang}") for lang in LANGS}


class OpenForm(TermsForm):
    """A new conversation, with the statements that it begins with."""

    texts = ("title", "purpose", "seeds")

    seeds_cy = long_text(
        _("Statements to begin with, in Welsh"),
        20_000,
        8,
        help_text=_("One on each line, at least five, with different views among them"),
    )
    seeds_en = long_text(
        _("The same statements in English"),
        20_000,
        8,
        help_text=_("One on each line, in the same order"),
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cy, en = (_lines(cleaned.get(f"seeds_{lang}", "")) for lang in LANGS)
        if cy and en and len(cy) != len(en):
            self.add_error("seeds_en", _("Write as many lines in English as in Welsh"))
        return cleaned

    def seeds(self) -> list[Seed]:
        cy, en = (_lines(self.cleaned_data[f"seeds_{lang}"]) for lang in LANGS)
        return list(zip(cy, en, strict=True))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class CloseForm(BilingualForm):
    """What is said when no more answers are taken."""

    texts = ("next",)

    next_cy = long_text(_("What happens next? In Welsh"), 1000)
    next_en = long_text(_("What happens next? In English"), 1000)
    hear_by_on = DayField(label=_("By when do people hear what became of it?"))

    def words(self) -> Words:
        return Words(self.cleaned_data["next_cy"], self.cleaned_data["next_en"])


class ReopenForm(Form):
    """Until when answers are taken again."""

    closes_on = DayField(label=_("Which is the last day, if there is one?"), required=False)
    hear_by_on = DayField(label=_("By when do people hear what became of it?"))

    def closes_at(self) -> datetime.datetime | None:
        day = self.cleaned_data["closes_on"]
        return end_of(day) if day else None


class OutcomeForm(BilingualForm):
    """What became of it."""

    texts = ("outcome",)

    outcome_cy = long_text(_("What became of it, and why? In Welsh"), 2000)
    outcome_en = long_text(_("What became of it, and why? In English"), 2000)

    def words(self) -> Words:
        return Words(self.cleaned_data["outcome_cy"], self.cleaned_data["outcome_en"])


class AttachForm(Form):
    """Which initiative a conversation becomes a part of."""

    initiative: Any = forms.ModelChoiceField(
        label=_("Which initiative does it belong to?"), queryset=None, empty_label=_("Choose one")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["initiative"].queryset = Initiative.objects.under_way().order_by("-id")


class PolicyForm(BilingualForm):
    """What the hub allows."""

    texts = ("rules",)

    anyone = forms.BooleanField(
        label=_("Conversations may be open to anyone, without signing in"), required=False
    )
    rules_cy = long_text(_("By which rules are statements judged? In Welsh"), 2000)
    rules_en = long_text(_("By which rules are statements judged? In English"), 2000)
