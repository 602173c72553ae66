"""`{% demo_invitation %}`: the way to the demo people, where there is a demo."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django import template

from gyda.site.demo.access import is_open

register = template.Library()


@register.inclusion_tag("site/demo/invitation.html", takes_context=True)
def demo_invitation(context: Any) -> dict[str, bool]:
    """Invite whoever looks at a demo on their own machine."""
    return {"is_open": is_open(context["request"])}
