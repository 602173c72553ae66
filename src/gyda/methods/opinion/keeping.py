"""Maps as bytes, so that a job may stop and another go on where it stood."""
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# One .npz archive (numpy, "NEP 1": arrays with their types and shapes, no code), in which what is
# no array is JSON in UTF-8. The same map gives the same bytes, and bytes give the very same map.

import json
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from gyda.methods.errors import BadInput
from gyda.methods.opinion.groups import Groups
from gyda.methods.opinion.identity import Standing
from gyda.methods.opinion.live import Evidence, LiveMap
from gyda.methods.opinion.map import OpinionMap
from gyda.methods.opinion.model import Fit
from gyda.methods.opinion.places import places
from gyda.methods.opinion.stability import Stability
from gyda.methods.opinion.votes import Floats, Votes, sorted_ids

FORM = 1  # of what is written here
ARRAYS = (
    *("people_mean", "people_cov", "statement_mean", "statement_cov"),
    *("person_prior", "statement_prior", "person_weight"),
)
Arrays = dict[str, NDArray[Any]]
Plain = dict[str, Any]


def live_as_bytes(live: LiveMap) -> bytes:
    """Return a live map as bytes: about 200 bytes a person on a map of two axes."""
    arrays, plain = _of_fit(live.fit)
    return _written(arrays | {"precision": live.precision, "rhs": live.rhs}, plain)


def live_from_bytes(kept: bytes) -> LiveMap:
    """Return the live map. Raises BadInput `not-a-kept-map`."""
    arrays, plain = _read(kept, ("precision", "rhs"))
    fit = _fit(arrays, plain)
    evidence = Evidence.of(fit.statements, fit.noise)
    return LiveMap(fit, evidence, arrays["precision"], arrays["rhs"])


def map_as_bytes(found: OpinionMap) -> bytes:
    """Return a map as bytes, without its votes."""
    arrays, plain = _of_fit(found.fit)
    grouped = found.groups
    arrays |= {n: getattr(grouped, n) for n in ("label", "certainty", "centres")}
    if found.weight is not None:
        arrays["weight"] = found.weight
    plain |= {
        "names": grouped.names,
        "stability": vars(grouped.stability),
        "standing": vars(found.standing),
        "authors": dict(found.authors),
        "seed": found.seed,
    }
    return _written(arrays, plain)


def map_from_bytes(kept: bytes, votes: Votes) -> OpinionMap:
    """Return the map of these votes, the same that it was made of; then `refreshed` may go on.

    Raises BadInput `not-a-kept-map`.
    """
    arrays, plain = _read(kept, ("label", "certainty", "centres"))
    fit, stable = _fit(arrays, plain), plain["stability"]
    if len(fit.people_mean) != votes.n or len(fit.statement_mean) != votes.m:
        raise BadInput("not-a-kept-map", why="votes of others")
    stable["index"] = {int(k): score for k, score in stable["index"].items()}
    label, sure, centres = (arrays[name] for name in ("label", "certainty", "centres"))
    grouped = Groups(tuple(plain["names"]), label, sure, centres, Stability(**stable))
    standing, weight = Standing(**plain["standing"]), arrays.get("weight")
    where = places(votes, fit)
    return OpinionMap(votes, fit, where, grouped, standing, plain["authors"], weight, plain["seed"])


def opening_as_bytes(found: OpinionMap) -> bytes:
    """Return what `refreshed` goes on from, without the people: for when votes are kept elsewhere.

    Who was in which group is in it (the map's standing), nobody's place.
    """
    fit, grouped = found.fit, found.groups
    nobody = replace(
        fit, people_mean=fit.people_mean[:0], people_cov=fit.people_cov[:0], person_weight=_none()
    )
    label = np.zeros(0, np.int32)
    groups = replace(grouped, label=label, certainty=_none())
    votes = _unasked(found.votes.statements)
    return map_as_bytes(replace(found, votes=votes, fit=nobody, groups=groups, weight=None))


def opening_from_bytes(kept: bytes) -> OpinionMap:
    """Return a map without people or votes, from which `refreshed` goes on. Raises as the above."""
    _arrays, plain = _read(kept, ("label", "certainty", "centres"))
    statements, _place = sorted_ids(list(plain["standing"]["axes"]))
    return map_from_bytes(kept, _unasked(statements))


def _unasked(statements: tuple[str, ...]) -> Votes:
    rows = np.zeros(0, np.int32)
    return Votes((), statements, rows, rows, np.zeros(0, np.int8))


def _none() -> Floats:
    return np.zeros(0)


def _of_fit(fit: Fit) -> tuple[Arrays, Plain]:
    plain = {"form": FORM, "noise": fit.noise, "centre": fit.statement_centre}
    return {name: getattr(fit, name) for name in ARRAYS}, plain


def _fit(arrays: Arrays, plain: Plain) -> Fit:
    parts = {name: arrays[name] for name in ARRAYS}
    return Fit(noise=plain["noise"], statement_centre=plain["centre"], **parts)


def _written(arrays: Arrays, plain: Plain) -> bytes:
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()
    out = BytesIO()
    np.savez(out, plain=np.frombuffer(text, np.uint8), **arrays)  # type: ignore[arg-type]
    return out.getvalue()


def _read(kept: bytes, needed: tuple[str, ...]) -> tuple[Arrays, Plain]:
    try:
        with np.load(BytesIO(kept), allow_pickle=False) as archive:
            arrays: Arrays = {name: archive[name] for name in archive.files}
        plain = json.loads(arrays.pop("plain").tobytes())
    except (ValueError, KeyError, OSError, EOFError, BadZipFile) as error:
        raise BadInput("not-a-kept-map", why=str(error)) from error
    if plain.get("form") != FORM or not {*ARRAYS, *needed} <= set(arrays):
        raise BadInput("not-a-kept-map", why="another form")
    return arrays, plain
