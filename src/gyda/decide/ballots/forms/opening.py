"""What is asked of who prepares a ballot: terms, who votes, until when."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import datetime
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gyda.decide.ballots import electorates
from gyda.decide.ballots.actions.opening import Terms
from gyda.decide.ballots.forms.funds import FundField
from gyda.decide.ballots.forms.lines import LANGS, lines_of
from gyda.decide.ballots.models import PLAIN, Ballot, Kind, Method
from gyda.initiatives.models import Initiative, Say
from gyda.keys.uuid7 import uuid7
from gyda.people.models import Member
from gyda.people.models.area import SmallArea
from gyda.people.queries.called import members_called
from gyda.web.fields import DayField, PoundsField, Radios
from gyda.web.fields.moment import ClockField, moment_of
from gyda.web.fields.words import long_text, one_line
from gyda.web.forms import BilingualForm

NOON = datetime.time(12, 0)


class BallotForm(BilingualForm):
    """What is asked, of whom, until when, and how it is counted."""

    texts: ClassVar[tuple[str, ...]] = ("title", "question")

    title_cy = one_line(_("Title in Welsh"))
    title_en = one_line(_("Title in English"))
    question_cy = long_text(_("What is asked? In Welsh"), 2000)
    question_en = long_text(_("What is asked? In English"), 2000)
    kind = forms.ChoiceField(
        label=_("What does one do with the paper?"), choices=Kind, widget=Radios()
    )
    method = forms.ChoiceField(
        label=_("How is it counted?"),
        help_text=_("Everybody reads this before they vote; it cannot change afterwards."),
        choices=Method,
        initial=Method.EQUAL_SHARES,
        widget=Radios(),
    )
    say = forms.ChoiceField(
        label=_("What say have those who vote?"),
        help_text=_("No more than stands on the initiative's page for deciding"),
        choices=Say,
        widget=Radios(),
    )
    fund = FundField(
        label=_("Which fund is it from?"),
        help_text=_("The ballot can share out at most what the fund has left"),
    )
    pence = PoundsField(
        label=_("How much money is there, in pounds?"), help_text=_("Leave it empty for yes or no")
    )
    most = forms.IntegerField(
        label=_("How many options at most on one paper?"),
        help_text=_("Leave it empty for as many as one likes"),
        required=False,
        min_value=1,
        max_value=500,
        widget=forms.TextInput({"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )
    points = forms.IntegerField(
        label=_("How many points are shared out?"),
        help_text=_("Only where points are shared out"),
        required=False,
        min_value=1,
        max_value=1000,
        widget=forms.TextInput({"class": "govuk-input--width-3", "inputmode": "numeric"}),
    )
    electorate = forms.ChoiceField(label=_("Who may vote?"), widget=Radios())
    areas = long_text(
        _("Small areas"),
        2000,
        help_text=_("Only for members of small areas: one on each line, such as SA10 8"),
        required=False,
    )
    named = long_text(
        _("Names"),
        20_000,
        help_text=_("Only where members are named: a name or card number on each line"),
        required=False,
    )
    is_open_vote = forms.BooleanField(
        label=_("It is an open vote: names and votes are kept side by side (yes and no only)"),
        required=False,
    )
    opens_on = DayField(label=_("When does it open? Leave this empty for now"), required=False)
    closes_on = DayField(label=_("On which day does it close?"))
    closes_clock = ClockField(
        label=_("At what time does it close?"),
        help_text=_("Leave it empty for noon"),
        required=False,
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)

    def __init__(
        self,
        *args: Any,
        initiative: Initiative | None = None,
        ballot: Ballot | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["electorate"].choices = [(one.name, one.label) for one in electorates.offered()]
        if not fields["fund"].offer(initiative, ballot):
            del fields["fund"]
        self.ballot = ballot
        if ballot and not electorates.electorate_of(ballot).offered:  # a panel's stays the panel's
            self.keep_electorate()

    def keep_electorate(self) -> None:
        """Do not ask who may vote: a room above says it."""
        for name in ("electorate", "areas", "named"):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        plain = cleaned.get("kind") in PLAIN
        if not plain and not cleaned.get("pence"):
            self.add_error("pence", _("Say how much money there is"))
        if cleaned.get("kind") == Kind.POINTS and not cleaned.get("points"):
            self.add_error("points", _("Say how many points are shared out"))
        if plain != (cleaned.get("method") in (Method.MAJORITY, Method.CONSENT)):
            self.add_error("method", _("This way of counting does not fit this paper"))
        return cleaned

    def clean_areas(self) -> list[str]:
        asked = [one.strip().upper() for one in lines_of(self.cleaned_data["areas"])]
        known = set(SmallArea.objects.filter(code__in=asked).values_list("code", flat=True))
        unknown = [one for one in asked if one not in known]
        if unknown:
            raise forms.ValidationError(
                _("No small area is called: %(name)s") % {"name": unknown[0]}
            )
        return asked

    def clean_named(self) -> list[Member]:
        found = []
        for name in lines_of(self.cleaned_data["named"]):
            members = members_called(name)
            if len(members) != 1:
                words = _("Nobody, or more than one, is called: %(name)s") % {"name": name}
                raise forms.ValidationError(words)
            found.append(members[0])
        return found

    def terms(self) -> Terms:
        """Return what was asked for."""
        asked = self._voters() | self.cleaned_data
        words = {f"{name}_{lang}": asked[f"{name}_{lang}"] for name in self.texts for lang in LANGS}
        same = ("kind", "method", "say", "electorate", "most")
        opens = moment_of(asked["opens_on"], None) or timezone.now()
        closes = moment_of(asked["closes_on"], asked["closes_clock"] or NOON)
        assert closes is not None
        return Terms(
            **words,
            **{name: asked[name] for name in same},
            opens_at=opens,
            closes_at=closes,
            pence=asked["pence"] or None,
            points=asked["points"],
            is_secret=not asked["is_open_vote"],
            areas=tuple(asked["areas"]),
            body=asked["body"],
            fund=asked.get("fund"),
        )

    def _voters(self) -> dict[str, Any]:
        """Return who may vote where the form does not ask it."""
        kept = self.ballot if "electorate" not in self.fields else None
        if kept is None:
            return {"body": None, "areas": []}
        return {"electorate": kept.electorate, "body": kept.body, "areas": kept.areas}


def initial_of(ballot: Ballot) -> dict[str, Any]:
    """Return what the form shows of a ballot that is there."""
    names = [f"{name}_{lang}" for name in BallotForm.texts for lang in LANGS]
    names += ["kind", "method", "say", "electorate", "most", "points", "pence", "fund"]
    shown = {name: getattr(ballot, name) for name in names}
    opens, closes = timezone.localtime(ballot.opens_at), timezone.localtime(ballot.closes_at)
    shown |= {"opens_on": opens.date(), "closes_on": closes.date()}
    shown |= {"closes_clock": closes.time(), "is_open_vote": not ballot.is_secret}
    names_of = ballot.electors.select_related("member__person").order_by("id")
    shown["named"] = "\n".join(one.member.name for one in names_of)
    return shown | {"areas": "\n".join(ballot.areas)}
