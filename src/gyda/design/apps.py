"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "gyda.design"

    def ready(self) -> None:
        from gyda.design.criteria import ready as criteria
        from gyda.design.proposals import ready as proposals

        criteria.register_all()
        proposals.register_all()
