"""What a reader is looking for."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.models.codes import Day, Part
from gyda.deliver.models.listing import Kind, Spoken, Where
from gyda.deliver.queries import category as categories
from gyda.deliver.queries.listing import Wish
from gyda.web.forms import Form

ANY = [("", _("Any"))]
SPOKEN = [(choice.value, choice.label) for choice in (Spoken.CY, Spoken.EN)]


class SearchForm(Form):
    """Words and filters, all of them optional; what makes no sense is passed over."""

    q = forms.CharField(label=_("What are you looking for?"), max_length=100, required=False)
    kind = forms.ChoiceField(
        label=_("Offers or asks"), choices=[("", _("Both")), *Kind.choices], required=False
    )
    category = forms.ChoiceField(label=_("Category"), required=False)
    where = forms.ChoiceField(
        label=_("Where it can happen"), choices=[*ANY, *Where.choices], required=False
    )
    place = forms.CharField(label=_("Village or area"), max_length=60, required=False)
    spoken = forms.ChoiceField(
        label=_("Language to talk in"), choices=[*ANY, *SPOKEN], required=False
    )
    day = forms.ChoiceField(label=_("Day"), choices=[*ANY, *Day.choices], required=False)
    part = forms.ChoiceField(
        label=_("Part of the day"), choices=[*ANY, *Part.choices], required=False
    )

    def __init__(self, *args: Any, kind: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.only = kind
        if kind:
            del self.fields["kind"]
        field = self.fields["category"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*ANY, *categories.choices()]

    def wish(self) -> Wish:
        """Return what was asked for; a filter that was tampered with filters nothing."""
        self.is_valid()
        typed: dict[str, Any] = {"kind": self.only} | self.cleaned_data
        return Wish(**typed)

    @property
    def is_narrowed(self) -> bool:
        """More than words was asked for."""
        return any(value for name, value in self.cleaned_data.items() if name != "q")

    @property
    def is_asking(self) -> bool:
        return any(self.cleaned_data.values())
