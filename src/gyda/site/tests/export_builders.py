"""Builders: a small export, and what a forger makes of it."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from gyda.methods import seal as method
from gyda.site.export_writer import linked, writer
from gyda.terminal import export_files as files

HUB = "0192f0c1-0000-7000-8000-000000000001"
SIZES = (4, 1, 6)


def an_entry(number: int) -> dict[str, Any]:
    data = {"minutes": 15 * number, "to": f"member {number}"}
    return {
        "id": f"entry {number}",
        "verb": "test.done",
        "public": True,
        "data": data,
        "salt": "5a",
    }


def an_export(path: Path) -> Path:
    """Write three seals over eleven entries (every third private) and a small book."""
    seals, lines, number, previous = [], [], 0, ""
    for index, size in enumerate(SIZES, start=1):
        entries = [an_entry(number + place) for place in range(size)]
        number += size
        leaves = [method.leaf_of(entry) for entry in entries]
        for place, (entry, leaf) in enumerate(zip(entries, leaves, strict=True)):
            line = {"seal": index, "position": place, "leaf": leaf}
            lines.append(line if len(lines) % 3 == 2 else line | {"entry": entry})
        seal = {"hub": HUB, "number": index, "count": size, "root": method.root_of(leaves)}
        seal |= {"previous": previous, "sealed_at": "2026-03-03T12:00:00.000000Z"}
        previous = method.hash_of_seal(seal)
        seals.append(seal | {"hash": previous})
    with writer(path, lambda: None) as write:
        parts = {files.SEALS: seals, files.ENTRIES: lines}
        parts |= {files.ACCOUNTS: linked(accounts()), files.TRANSFERS: linked(transfers())}
        said = {name: write.lines(name, records) for name, records in parts.items()}
        hub = {"id": HUB, "slug": "cwm"}
        write.manifest({"format": files.FORMAT, "hub": hub, "latest_seal": previous, "files": said})
    return path


def accounts() -> list[dict[str, Any]]:
    rows = [("issue", -300, None), ("bryn", 160, -300), ("carys", 140, -300), ("pot", 0, 0)]
    held = {"bryn": 10}
    return [
        {"id": key, "unit": "MINUTES", "kind": "MEMBER", "balance": balance, "floor": floor}
        | {"held": held.get(key, 0), "due": 10 if key == "pot" else 0}
        for key, balance, floor in rows
    ]


def transfers() -> list[dict[str, Any]]:
    def one(key: str, debit: str, credit: str, amount: int, **more: Any) -> dict[str, Any]:
        plain = {"phase": "POSTED", "resolves": None, "reverses": None, "unit": "MINUTES"}
        return plain | {"id": key, "debit": debit, "credit": credit, "amount": amount} | more

    return [
        one("a", "issue", "bryn", 300),
        one("b", "bryn", "carys", 60, phase="HOLD"),
        one("c", "bryn", "carys", 45, phase="POST", resolves="b"),
        one("d", "bryn", "carys", 95),
        one("e", "bryn", "pot", 20),
        one("f", "pot", "bryn", 20, reverses="e"),
        one("g", "bryn", "pot", 10, phase="HOLD"),
    ]


def changed(good: Path, path: Path, name: str, how: Callable[[list[dict[str, Any]]], Any]) -> Path:
    path.mkdir(exist_ok=True)
    for file in good.iterdir():
        (path / file.name).write_bytes(file.read_bytes())
    lines = [json.loads(line) for line in (path / name).read_text().splitlines()]
    how(lines)
    (path / name).write_bytes(b"".join(method.canonical(line) + b"\n" for line in lines))
    return path


def redo_manifest(path: Path) -> None:
    """Be a careful forger: let the manifest fit the files."""
    manifest = json.loads((path / files.MANIFEST).read_text())
    for name, said in manifest["files"].items():
        said["sha256"] = sha256((path / name).read_bytes()).hexdigest()
    (path / files.MANIFEST).write_text(json.dumps(manifest))
