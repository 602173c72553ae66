"""Tags for the texts of letters: {% load letters %}."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def page_url(context: dict[str, Any], name: str, *args: Any) -> str:
    """Return the whole address of a page of the hub, in the reader's language."""
    return f"{settings.ORIGIN}{reverse(name, args=[context['hub_slug'], *args])}"
