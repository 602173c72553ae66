"""The base of every form, and how forms are drawn: GOV.UK markup from Django's own fields."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Model
from django.forms.renderers import TemplatesSetting
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gyda.web.bilingual import LANGUAGES
from gyda.web.errors import DomainError

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Model]
else:
    _ModelForm = forms.ModelForm


class Renderer(TemplatesSetting):
    """Draws every form of the site, allauth's too, from gyda/web/templates."""

    form_template_name = "web/fields.html"
    field_template_name = "web/field.html"


# Control characters, and those that turn writing around: seen by nobody, they make a name look
# like another one, or break what is made of it (a feed, a letter).
HIDDEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
BREAKS = re.compile(r"[\r\n\u2028\u2029]+")


def visible(data: Any, lines: Collection[str] = ()) -> Any:
    """Return what was sent without what cannot be seen; what holds one line has no breaks."""
    seen = data.copy()
    for name in data:
        if isinstance(seen, MultiValueDict):
            seen.setlist(name, [_visible(one, name in lines) for one in seen.getlist(name)])
        else:
            seen[name] = _visible(seen[name], name in lines)
    return seen


def _visible(value: Any, is_line: bool) -> Any:
    if not isinstance(value, str):
        return value
    text = HIDDEN.sub("", value)
    return BREAKS.sub(" ", text) if is_line else text


class _Gyda:
    """What our forms share: no browser bubbles, no colon, and a place for domain errors."""

    use_required_attribute = False
    data: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self._mark_language()

    def _mark_language(self) -> None:
        """Mark boxes with the language of the words in them, where that is not the page's."""
        written = self.initial.get("language")  # type: ignore[attr-defined]
        if written not in LANGUAGES or written == (get_language() or "")[:2]:
            return
        for field in self.fields.values():  # type: ignore[attr-defined]
            if type(field.widget) in {forms.TextInput, forms.Textarea}:
                field.widget.attrs["lang"] = written

    def full_clean(self) -> None:
        if self.is_bound:  # type: ignore[attr-defined]
            self.data = visible(self.data, self._lines())
            for field in self.fields.values():  # type: ignore[attr-defined]
                _name_in_errors(field)
        super().full_clean()  # type: ignore[misc]

    def _lines(self) -> set[str]:
        """Name the boxes that hold one line."""
        fields = self.fields.items()  # type: ignore[attr-defined]
        lines = (name for name, field in fields if isinstance(field.widget, forms.TextInput))
        return {self.add_prefix(name) for name in lines}  # type: ignore[attr-defined]


DJANGO_REQUIRED = forms.Field.default_error_messages["required"]
DJANGO_NO_NUMBER = forms.IntegerField.default_error_messages["invalid"]


def _name_in_errors(field: forms.Field) -> None:
    """Name the field in what Django says of any, once those that a form adds itself are there."""
    said: dict[str, Any] = field.error_messages
    if said.get("required") == DJANGO_REQUIRED:
        said["required"] = _what_is_missing(field)
    if said.get("invalid") == DJANGO_NO_NUMBER:
        label = {"label": field.label or _("this")}
        said["invalid"] = format_lazy(_("Enter a whole number: {label}"), **label)


def _what_is_missing(field: forms.Field) -> Promise:
    """Say which field is empty, since the list of errors shows them far from their fields."""
    label = {"label": field.label or _("this")}
    if isinstance(field, forms.BooleanField):
        return format_lazy(_("Tick: {label}"), **label)
    if isinstance(field, forms.FileField):
        return format_lazy(_("Add: {label}"), **label)
    if isinstance(field, forms.ChoiceField):
        return format_lazy(_("Choose: {label}"), **label)
    return format_lazy(_("Fill in: {label}"), **label)


class Form(_Gyda, forms.Form):
    """A form that keeps what was typed and says what to mend."""


class ModelForm(_Gyda, _ModelForm):
    """The same over a model; it fills and checks, and an action saves."""


class BilingualForm(Form):
    """Asks for texts in Welsh and in English, side by side; both or neither.

    `texts` names the pairs: "name" stands for the fields name_cy and name_en, which the form
    declares itself. Where a pair may be left empty, it may not be left half empty.
    """

    texts: ClassVar[tuple[str, ...]] = ()
    template_name = "web/bilingual_fields.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for text in self.texts:
            for lang in LANGUAGES:
                self.fields[f"{text}_{lang}"].widget.attrs["lang"] = lang

    def rows(self) -> Iterator[list[forms.BoundField]]:
        """Give the visible fields, the two of a pair together."""
        seconds = {f"{text}_en" for text in self.texts}
        for field in self.visible_fields():
            text = field.name.removesuffix("_cy")
            if text != field.name and text in self.texts:
                yield [field, self[f"{text}_en"]]
            elif field.name not in seconds:
                yield [field]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for text in self.texts:
            for has, lacks in (("cy", "en"), ("en", "cy")):
                empty = f"{text}_{lacks}"
                if cleaned.get(f"{text}_{has}") and not cleaned.get(empty, "-"):
                    self.add_error(empty, MISSING[lacks])
        return cleaned


MISSING = {
    "cy": _("Write this in Welsh too"),
    "en": _("Write this in English too"),
}


def add_domain_error(form: forms.BaseForm, error: DomainError) -> None:
    """Put what an action said onto the form: at its field, or over the whole form."""
    field = error.field if error.field in form.fields else None
    form.add_error(field or NON_FIELD_ERRORS, str(error))
