"""What an offer or an ask is asked about."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.deliver.drafts import Draft, draft_of
from gyda.deliver.forms.bits import BitsField
from gyda.deliver.forms.week import WeekField
from gyda.deliver.models import Category, Listing
from gyda.deliver.models.codes import Access, Care
from gyda.deliver.models.listing import Kind, Spoken, Where
from gyda.deliver.queries import category as categories
from gyda.keys.uuid7 import uuid7
from gyda.web.fields import DayField, HoursField, LanguageField, Radios
from gyda.web.forms import Form

A_WEEK = 7 * 24 * 60


class ListingForm(Form):
    """An offer or an ask in its member's own words."""

    title = forms.CharField(
        label=_("In a few words"),
        max_length=100,
        error_messages={"required": _("Say in a few words what it is")},
    )
    words = forms.CharField(
        label=_("Tell your neighbours more"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    language = LanguageField()
    category = forms.ChoiceField(
        label=_("Where does it belong?"),
        error_messages={"required": _("Choose where it belongs")},
    )
    where = forms.ChoiceField(
        label=_("Where can it happen?"),
        choices=Where,
        widget=Radios,
        error_messages={"required": _("Choose where it can happen")},
    )
    place = forms.CharField(
        label=_("Which village or area?"),
        help_text=_("Only if you chose one village or area. Leave out your address."),
        max_length=60,
        required=False,
    )
    minutes = HoursField(label=_("About how long?"), required=False, step=5, least=5, most=A_WEEK)
    times = WeekField(
        label=_("When would suit you?"),
        help_text=_("Tick what often works. Leave it empty to agree it together."),
        required=False,
    )
    when_words = forms.CharField(
        label=_("Anything else about when"),
        help_text=_("For example: in term time, or not on market day"),
        max_length=120,
        required=False,
    )
    by_on = DayField(label=_("Is there a day by which it is needed?"), required=False)
    spoken = forms.ChoiceField(
        label=_("Which language would you like to talk in?"),
        choices=Spoken,
        initial=Spoken.BOTH,
        widget=Radios,
    )
    access = BitsField(Access, required=False)
    care = BitsField(
        Care,
        label=_("Would any of this help you both feel safe?"),
        help_text=_("It is shown in words with what you write."),
        required=False,
    )

    def __init__(
        self, *args: Any, kind: str, listing: Listing | None = None, **kwargs: Any
    ) -> None:
        if listing is not None:
            kwargs["initial"] = draft_of(listing) | {"category": str(listing.category_id)}
        super().__init__(*args, **kwargs)
        is_offer = kind == Kind.OFFER
        self.fields["access"].label = PROVIDED if is_offer else NEEDED
        if is_offer:
            del self.fields["by_on"]
        choices = categories.choices(keep=listing.category_id if listing else None)
        self._choice("category").choices = [("", _("Choose a category")), *choices]

    def draft(self) -> Draft:
        """Return what was typed."""
        typed = {name: value for name, value in self.cleaned_data.items() if name in DRAFT}
        category = Category.objects.get(id=self.cleaned_data["category"])
        return Draft(**(typed | {"category": category}))

    def _choice(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        return field


class NewListingForm(ListingForm):
    """The same, with the question whether it is a thing, and a key that makes it one listing."""

    what = forms.ChoiceField(
        label=_("Is this time and help, or a thing?"),
        choices=[("TIME", _("Time and help")), ("THING", _("A thing"))],
        widget=Radios(hints={"THING": _("Something to hand over, such as jam or a pram")}),
        error_messages={"required": _("Choose whether it is time and help, or a thing")},
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7, required=False)

    field_order = ["what"]

    @property
    def is_thing(self) -> bool:
        return bool(self.cleaned_data["what"] == "THING")

    @property
    def key(self) -> UUID | None:
        key: UUID | None = self.cleaned_data["form_key"]
        return key


DRAFT = frozenset(Draft.__dataclass_fields__)
PROVIDED = _("What can you provide?")
NEEDED = _("Is there something that you need so that it works for you?")
