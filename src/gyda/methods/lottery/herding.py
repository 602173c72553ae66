"""Valid panels whose mean comes close to given chances, found by herding (Welling 2009)."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from dataclasses import replace

import numpy as np

from gyda.methods.lottery.model import Counts, Floats, Model
from gyda.methods.lottery.search import LANES, STEPS, Search, Single

ON_THE_EDGE = 1e-7


def face_of(model: Model, target: Floats) -> Model:
    """Return the model of the panels that a mixture with mean `target` (T,) can hold.

    Where the target meets a bound exactly, every panel of the mixture must meet it too.
    """
    counts = model.rows @ target
    return replace(
        model,
        upper=np.where(counts < model.lower + ON_THE_EDGE, model.lower, model.upper),
        lower=np.where(counts > model.upper - ON_THE_EDGE, model.upper, model.lower),
        least=np.where(target > model.most - ON_THE_EDGE, model.most, model.least),
        most=np.where(target < ON_THE_EDGE, 0.0, model.most),
    )


def on_face(model: Model, target: Floats) -> Floats:
    """Return the target moved by the little that solvers leave, to where its face is."""
    face = face_of(model, target)
    loose = (target > ON_THE_EDGE) & (target < model.most - ON_THE_EDGE)
    tight = face.lower == face.upper
    edge = np.where(target < 0.5, 0.0, np.rint(target))
    moved = np.where(loose, target, edge)
    rows = face.rows[tight][:, loose]
    short = face.lower[tight] - face.rows[tight] @ moved
    moved[loose] += np.linalg.lstsq(rows, short, rcond=1e-10)[0]
    return moved


def herd(model: Model, target: Floats, number: int, seed: int, *, in_turn: bool = False) -> Counts:
    """Return about `number` valid panels (N, T), fewer when they are hard to find.

    Each batch of panels climbs towards what the ones before left short of the target.
    `in_turn`: a type that is three seats short is wanted by three panels of a batch, not by all:
    fewer kinds of panels, but where many types are rare their mean comes much closer.
    """
    search = Search(face_of(model, target), seed)
    x = filled(
        search, np.tile(np.floor(target + ON_THE_EDGE).astype(np.float32), (LANES, 1)), model.seats
    )
    found: list[Counts] = []
    total, held = np.zeros(model.width), 0
    for _ in range(3 * number // LANES + 3):
        short = target * (held + LANES) - total
        weights = (
            _in_turn(search, short / np.maximum(target, 1)) if in_turn else _all(search, short)
        )
        x, worth = search.climb(x, weights, STEPS + model.seats // 2)
        valid = x[np.isfinite(worth)]
        found.append(valid.astype(np.int64))
        total, held = total + valid.sum(0), held + len(valid)
        if held >= number:
            break
    return np.unique(np.concatenate(found), axis=0)


def _all(search: Search, short: Floats) -> Single:
    """Return weights (LANES, T) by what is short, the same for all but for noise."""
    scaled = np.clip(short / (4 * np.abs(short).mean() + 1e-9), -1, 1).astype(np.float32)
    noise = search.random.random((LANES, len(short)), dtype=np.float32) * np.float32(0.1)
    return np.asarray(scaled + noise)


def _in_turn(search: Search, short: Floats) -> Single:
    """Return weights (LANES, T): as many panels want a type as it is short of seats."""
    rank = search.random.random((LANES, len(short)), dtype=np.float32).argsort(0).argsort(0)
    within = search.random.random(rank.shape, dtype=np.float32)
    return np.clip(short - rank - within, -1, 1).astype(np.float32)


def filled(search: Search, x: Single, seats: int) -> Single:
    """Return the lanes filled up to the seats at random, for a search to start from."""
    for lane in x:
        room = np.repeat(np.arange(len(lane)), np.maximum(search.most - lane, 0).astype(np.int64))
        missing = max(0, seats - int(lane.sum()))
        np.add.at(lane, search.random.permutation(room)[:missing], 1)
    return x
