"""The base of every form, and how forms are drawn: GOV.UK markup from Django's own fields."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Model
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from gyda.web.errors import DomainError

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Model]
else:
    _ModelForm = forms.ModelForm


class Renderer(TemplatesSetting):
    """Draws every form of the site, allauth's too, from gyda/web/templates."""

    form_template_name = "web/fields.html"
    field_template_name = "web/field.html"


class _Gyda:
    """What our forms share: no browser bubbles, no colon, and a place for domain errors."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class Form(_Gyda, forms.Form):
    """A form that keeps what was typed and says what to mend."""


class ModelForm(_Gyda, _ModelForm):
    """The same over a model; it fills and checks, and an action saves."""


class BilingualForm(Form):
    """Asks for texts in Welsh and in English, side by side; both or neither.

    `texts` names the pairs: {"name": "Name"} stands for the fields name_cy and name_en, which the
    form declares itself. Where a pair may be left empty, it may not be left half empty.
    """

    texts: ClassVar[tuple[str, ...]] = ()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in self.texts:
            for has, lacks in (("cy", "en"), ("en", "cy")):
                empty = f"{name}_{lacks}"
                if cleaned.get(f"{name}_{has}") and not cleaned.get(empty, "-"):
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
