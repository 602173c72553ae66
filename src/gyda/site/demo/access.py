"""Where the demo opens its doors: on the machine that it runs on, and nowhere else."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

PROXIES_SAY = ("HTTP_X_FORWARDED", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA", "HTTP_CF_")


def is_open(request: HttpRequest) -> bool:
    """Tell whether this is a demo, asked for from this machine and through no proxy.

    A proxy on this machine may say nothing of itself and look like a visitor from here: so a site
    that people reach under any other name than this machine's own has no open doors at all.
    """
    if not settings.DEMO or any(name.startswith(PROXIES_SAY) for name in request.META):
        return False
    names = (request.META.get("REMOTE_ADDR"), urlsplit(settings.ORIGIN).hostname)
    return all(_is_this_machine(name or "") for name in names)


def _is_this_machine(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
