"""The room's name for Django."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "gyda.site"
    label = "gyda_site"

    def ready(self) -> None:
        from gyda.site import chores, seal_footer  # noqa: F401
