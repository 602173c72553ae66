"""The door for the web server."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gyda.site.settings")
application = get_wsgi_application()

# Every page's code is here before the first visitor; what stays for good is then left out of the
# search for garbage, which took a tenth of each request.
_ = get_resolver().url_patterns
gc.collect()
gc.freeze()
