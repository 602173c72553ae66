"""DECISION.zip: a decision, the files it can be counted from, and the journal's seals over them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import io
import zipfile
from typing import Any

from django.db.models import Q

from gyda.decide.decisions import bundles, record
from gyda.decide.decisions.models import Decision, Overruling
from gyda.decide.decisions.readme import readme
from gyda.journal.models import Entry, Seal, SealedEntry
from gyda.journal.queries import last_seal
from gyda.journal.records import entry_record, seal_record
from gyda.methods.decision_bundle import FORMAT, listed
from gyda.methods.seal import proof_of
from gyda.people.models import Hub
from gyda.terminal.record import as_json

MOST = 500  # entries about one decision: more than anyone makes
STAMP = (1980, 1, 1, 0, 0, 0)  # the same bytes whenever it is made


def bundle_of(decision: Decision, hub: Hub) -> bytes:
    """Return the zip."""
    counted = bundles.files_of(decision)
    texts: dict[str, bytes] = {
        "decision.json": _json(record.as_record(decision)),
        "after.json": _json(_after(decision)),
        "journal.json": _json(_journal(decision)),
        "lines.json": _json({name: listed(name, content) for name, content in counted.items()}),
        "README.md": readme(decision, sorted(counted)).encode(),
        **counted,
    }
    manifest = {
        "format": FORMAT,
        "hub": {"id": str(hub.id), **record.both(hub, "name")},
        "decision": str(decision.id),
        **record.names_of(decision),
        "counted": sorted(counted),
        "files": {name: bundles.digest(content) for name, content in sorted(texts.items())},
    }
    return _zipped({"manifest.json": _json(manifest)} | texts)


def _json(value: dict[str, Any]) -> bytes:
    return (as_json(value) + "\n").encode()


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, STAMP)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, content)
    return out.getvalue()


def _after(decision: Decision) -> dict[str, Any]:
    """Return what came later: an overruling, what took its place; up to which seal it is known."""
    made = Overruling.objects.filter(decision=decision).first()
    return {
        "overruling": record.overruling_as_record(made) if made else None,
        "replaced_by": str(decision.replaced_by_id) if decision.replaced_by_id else None,
        "as_of_seal": newest.number if (newest := last_seal()) else None,
    }


def _journal(decision: Decision) -> dict[str, Any]:
    """Return the public entries about it, each with its way to the root of its seal."""
    about = Q(about_id=decision.id)
    if decision.about_id:
        about |= Q(about_id=decision.about_id)
    entries = list(Entry.objects.filter(about, public=True).order_by("id")[:MOST])
    places = {
        place.entry_id: place
        for place in SealedEntry.objects.filter(entry__in=entries).select_related("seal")
    }
    leaves = _leaves({place.seal_id for place in places.values()})
    return {
        "entries": [_entry(entry, places.get(entry.id), leaves) for entry in entries],
        "seals": [seal_record(seal) for seal in Seal.objects.order_by("number")],
    }


def _leaves(seals: set[Any]) -> dict[Any, list[str]]:
    leaves: dict[Any, list[str]] = {}
    rows = SealedEntry.objects.filter(seal__in=seals).order_by("seal_id", "position")
    for seal, leaf in rows.values_list("seal_id", "leaf"):
        leaves.setdefault(seal, []).append(leaf)
    return leaves


def _entry(entry: Entry, place: SealedEntry | None, leaves: dict[Any, list[str]]) -> dict[str, Any]:
    found: dict[str, Any] = {"entry": entry_record(entry)}
    if place is None:  # the next seal will hold it
        return found | {"seal": None}
    proof = proof_of(leaves[place.seal_id], place.position)
    return found | {"seal": place.seal.number, "position": place.position, "proof": proof}
