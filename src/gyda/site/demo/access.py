"""Where the demo opens its doors: on the machine that it runs on, and nowhere else."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import ipaddress

from django.conf import settings
from django.http import HttpRequest

FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")


def is_open(request: HttpRequest) -> bool:
    """Tell whether this is a demo, asked for from this machine and through no proxy."""
    if not settings.DEMO or any(name in request.META for name in FORWARDED):
        return False
    try:
        return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
