"""An initiative as open data: everything its page says in public, for machines."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from typing import Any

from gyda.initiatives import queries
from gyda.initiatives.models import Handover, Initiative, Move, Right


def as_data(initiative: Initiative) -> dict[str, Any]:
    """Return the thread as one JSON object; nobody in the team is named."""
    team = queries.composition(queries.team_of(initiative))
    return {
        "id": str(initiative.id),
        **_both(initiative, "title", "purpose", "place"),
        "began_with": initiative.began_with,
        "involved_late": initiative.involved_late,
        "stage": initiative.stage,
        "state": initiative.state,
        "started_at": initiative.started_at.isoformat(),
        "team": {"citizens": team.citizens, "professionals": team.professionals},
        "moves": [_move(move) for move in reversed(queries.moves_of(initiative))],
        "rights": [_right(row) for line in queries.stages_of(initiative) for row in _rows(line)],
        "handovers": [_handover(row) for row in queries.handovers_of(initiative)],
    }


def _both(row: Any, *names: str) -> dict[str, str]:
    return {f"{name}_{lang}": getattr(row, f"{name}_{lang}") for name in names for lang in LANGS}


LANGS = ("cy", "en")


def _rows(line: queries.StageLine) -> list[Right]:
    return [*([line.right] if line.right else []), *line.earlier]


def _move(move: Move) -> dict[str, Any]:
    at = move.at.isoformat()
    return {"left": move.left, "entered": move.entered, "at": at, **_both(move, "because")}


def _right(right: Right) -> dict[str, Any]:
    return {
        "stage": right.stage,
        "say": right.say,
        "lead": right.lead,
        "since": right.since_at.isoformat(),
        "until": right.until_at.isoformat() if right.until_at else None,
        **_both(right, "because"),
    }


def _handover(handover: Handover) -> dict[str, Any]:
    return {
        **_both(handover, "task", "duty", "way_back", "back_because"),
        "duty_stays_with_cy": handover.organisation.name_cy,
        "duty_stays_with_en": handover.organisation.name_en,
        "pence_a_year": handover.pence,
        "at": handover.at.isoformat(),
        "back_at": handover.back_at.isoformat() if handover.back_at else None,
    }
