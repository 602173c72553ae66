"""Choosing the fund whose money a ballot shares out."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gyda.decide.ballots.models import Ballot
from gyda.decide.ballots.money import funds_for, room_in
from gyda.initiatives.models import Initiative
from gyda.web.units import pounds


class FundField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A list of funds, each with what it has left."""

    def __init__(self, **kwargs: Any) -> None:
        none = gettext_lazy("None: the money is elsewhere")
        super().__init__(queryset=None, required=False, empty_label=none, **kwargs)
        self.room: dict[UUID, int] = {}

    def offer(self, initiative: Initiative | None, ballot: Ballot | None) -> bool:
        """Fill the list with what there is when the form is shown; tell whether there is any."""
        thread = ballot.initiative if ballot else initiative
        self.queryset = funds_for(thread)
        rows = list(self.queryset)
        self.room = room_in(rows, ballot)
        labels = [(one.id, self.label_from_instance(one)) for one in rows]
        choices: Any = [("", self.empty_label), *labels]
        self.choices = choices
        return bool(rows)

    def label_from_instance(self, obj: Any) -> str:
        """Name the fund with what is left in it."""
        told = {"fund": obj.title, "left": pounds(self.room.get(obj.id, 0))}
        return _("%(fund)s, %(left)s left") % told
