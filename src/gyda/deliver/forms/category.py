"""What a category is called."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.web.forms import BilingualForm


class CategoryForm(BilingualForm):
    """A name in both languages."""

    texts = ("name",)
    name_cy = forms.CharField(label=_("Name in Welsh"), max_length=60)
    name_en = forms.CharField(label=_("Name in English"), max_length=60)
