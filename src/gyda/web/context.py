"""What base.html needs on every page, whoever asks."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from gyda.web.links import in_language
from gyda.web.templatetags.gyda import page_language


def languages(request: HttpRequest) -> dict[str, Any]:
    """Name the page's language, and this page's address in each language."""
    here = page_language()
    path = request.get_full_path()
    addresses = [
        {"code": code, "name": name, "path": in_language(path, code), "is_here": code == here}
        for code, name in settings.LANGUAGES
    ]
    return {"LANG": here, "page_languages": addresses}
