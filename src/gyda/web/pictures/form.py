"""A picture and its words."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django import forms
from django.utils.translation import gettext_lazy as _

from gyda.web.fields import LanguageField
from gyda.web.forms import Form


class PictureForm(Form):
    """What it shows is asked for in words, since not everyone can see it."""

    picture = forms.FileField(
        label=_("Picture"),
        help_text=_(
            "JPEG, PNG or WebP, at most 10 MB. We keep only the picture: where and when it was "
            "taken is removed. Show other people only if they agree."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={
            "required": _("Choose a picture"),
            "empty": _("This file is empty. Choose another one."),
        },
    )
    alt = forms.CharField(
        label=_("What does the picture show?"),
        help_text=_("For those who cannot see it. For example: a table with three loaves of bread"),
        max_length=200,
        error_messages={
            "required": _("Say in a few words what the picture shows, for those who cannot see it")
        },
    )
    language = LanguageField()
