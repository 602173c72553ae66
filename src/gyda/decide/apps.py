"""The room's name for Django, and what it tells the rooms below of itself."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from django.apps import AppConfig


class DecideConfig(AppConfig):
    name = "gyda.decide"

    def ready(self) -> None:
        from gyda.decide.ballots import ready as ballots
        from gyda.decide.decisions import ready as decisions
        from gyda.decide.funds import ready as funds
        from gyda.decide.panels import ready as panels
        from gyda.decide.scoring import ready as scoring

        ballots.register_all()
        decisions.register_all()
        funds.register_all()
        panels.register_all()
        scoring.register_all()
