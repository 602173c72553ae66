"""Template tags that every page may use: {% load gyda %}."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def hub_url(context: dict[str, Any], name: str, *args: Any) -> str:
    """Return the address of a page of the hub that the reader is in."""
    return hub_path(context["request"].hub.slug, name, *args)


def hub_path(slug: str, name: str, *args: Any) -> str:
    """Return the address of a page of a hub."""
    return reverse(name, args=[slug, *args])
