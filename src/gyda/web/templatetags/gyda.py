"""Template tags that every page may use: {% load gyda %}."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import template
from django.forms import BoundField
from django.utils.html import conditional_escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from gyda.web import links, units
from gyda.web.bilingual import Text

register = template.Library()

register.filter(units.hours)
register.filter(units.pounds)
register.filter(units.day)
register.filter(units.weekday)
register.filter(units.moment)
register.filter(units.ago)

COLOURS = {"grey", "green", "yellow", "blue", "red", "purple", "orange", "teal", "magenta"}


@register.simple_tag(takes_context=True)
def hub_url(context: dict[str, Any], name: str, *args: Any) -> str:
    """Return the address of a page of the hub that the reader is in."""
    return links.hub_path(context["request"].hub.slug, name, *args)


def page_language() -> str:
    """Return the language of the page: cy or en."""
    return (get_language() or "cy")[:2]


@register.filter
def tongue(text: Text | str | None) -> str:
    """Return the text, marked with its language when that is not the page's."""
    if not isinstance(text, Text):
        return conditional_escape(text or "")
    if not text.value or text.lang == page_language():
        return conditional_escape(text.value)
    return format_html('<span lang="{}">{}</span>', text.lang, text.value)


@register.filter
def written_in(text: str, language: str) -> Text:
    """Return what a person wrote together with its language, for `tongue` to mark."""
    return Text(text or "", language)


@register.simple_tag
def own_words(text: str, language: str) -> SafeString:
    """Return a person's own words as paragraphs, in the language that they wrote in."""
    paragraphs = linebreaks(text or "", autoescape=True)
    return format_html(
        '<div class="gyda-words" lang="{}">{}</div>',
        language,
        mark_safe(paragraphs),  # noqa: S308
    )


@register.simple_tag
def own_line(text: str, language: str) -> str:
    """Return a title or a line that a person wrote, marked when not in the page's language."""
    return tongue(Text(text or "", language))


@register.simple_tag
def tag_for(state: str, label: str, colour: str = "grey") -> SafeString:
    """Return a state as a tag; its words carry the meaning, the colour only helps."""
    colour = colour if colour in COLOURS else "grey"
    return format_html(
        '<strong class="govuk-tag govuk-tag--{}" data-state="{}">{}</strong>', colour, state, label
    )


@register.filter
def first_box(field: BoundField) -> str:
    """Return the id of the first box of a field: where a link from the error summary leads."""
    return field.id_for_label or f"{field.auto_id}_0"
