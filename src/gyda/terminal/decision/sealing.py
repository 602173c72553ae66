"""Checks a decision against the journal: entries, their seals, and the hashes that they hold."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from gyda.methods.decision_bundle import digest_of_record
from gyda.methods.seal import hash_of_seal, is_proved, leaf_of
from gyda.methods.seal_check import SEAL, SEAL_NAME, gives, misshapen
from gyda.terminal.decision.found import Found
from gyda.terminal.decision.opening import Bundle

PUBLISHED = ("decision.published", "decision.corrected")
SEALED_FIGURES = ("kind", "right", "method", "pence", "minutes")
ENTRY = "The entry %(verb)s of %(at)s"
Json = Mapping[str, Any]


def check_journal(bundle: Bundle, found: Found) -> None:
    """Follow the chain of seals from the first, and each entry's way to its seal."""
    hub, seals, previous = bundle.manifest["hub"]["id"], {}, ""
    for number, seal in enumerate(bundle.journal["seals"], start=1):
        words, values = misshapen(seal, SEAL)
        words = words or _wrong_seal(seal, number, previous, hub)
        if words:
            found.add("seal", SEAL_NAME, words, there=seal.get("number"), seal=number,
                      **values)  # fmt: skip
            break
        seals[number], previous = seal, seal["hash"]
        found.seals.append(previous)
    found.count("seals", len(seals))
    for line in bundle.journal["entries"]:
        found.count("entries")
        _check_entry(line, seals, found)


def _wrong_seal(seal: Json, number: int, previous: str, hub: str) -> str:
    if seal["number"] != number:
        return "is missing or out of order: seal %(there)s stands in its place"
    if not gives(hash_of_seal, seal, seal["hash"]):
        return "was changed after it was made"
    if seal["previous"] != previous:
        return "does not follow the seal before: one of them was replaced"
    return "" if seal["hub"] == hub else "belongs to another hub"


def _check_entry(line: Json, seals: Mapping[int, Json], found: Found) -> None:
    entry = line["entry"]
    named = {"verb": entry["verb"], "at": entry["at"]}
    if line["seal"] is None:
        found.unsealed += 1
        return
    seal = seals.get(line["seal"])
    if seal is None:
        found.add("entry", ENTRY, "names a seal that is not in the chain", **named)
        return
    try:
        proved = is_proved(
            leaf=leaf_of(entry), position=line["position"], count=seal["count"],
            proof=line["proof"], root=seal["root"],
        )  # fmt: skip
    except (TypeError, ValueError):  # a fraction, no hash
        proved = False
    if not proved:
        found.add("entry", ENTRY, "was changed after it was sealed", **named)


def published(bundle: Bundle) -> Json | None:
    """Return the entry that says that this decision was published."""
    own = bundle.decision["id"]
    entries = [line["entry"] for line in bundle.journal["entries"]]
    rows = (one for one in entries if one["verb"] in PUBLISHED and one["about"] == own)
    return next(rows, None)


def check_record(bundle: Bundle, found: Found) -> None:
    """Compare the decision with what the journal sealed of it."""
    found.count("decisions")
    entry = published(bundle)
    if entry is None or bundle.manifest["decision"] != bundle.decision["id"]:
        found.add("decision", "The decision", "has no entry in the journal")
        return
    _check_figures(bundle.decision, entry["data"], found)
    _check_overruling(bundle, found)


def _check_figures(decision: Json, sealed: Json, found: Found) -> None:
    named = False
    for name in SEALED_FIGURES:
        if decision.get(name) != sealed.get(name):
            named = True
            found.add("decision", "The decision", DIFFERS, name=name,
                      said=str(decision.get(name)), expected=str(sealed.get(name)))  # fmt: skip
    if not named and not gives(digest_of_record, decision, sealed["digest"]):
        found.add("decision", "The decision", "was changed after it was sealed")


DIFFERS = "its “%(name)s” is %(said)s; sealed was %(expected)s"


def _check_overruling(bundle: Bundle, found: Found) -> None:
    entries = [line["entry"] for line in bundle.journal["entries"]]
    sealed = [one for one in entries if one["verb"] == "decision.overruled"]
    said = bundle.after.get("overruling")
    if bool(said) != bool(sealed):
        words = "is not told by the journal" if said else "is in the journal and not in the file"
        found.add("decision", "The overruling", words)
    elif said and not gives(digest_of_record, said, sealed[0]["data"]["digest"]):
        found.add("decision", "The overruling", "was changed after it was sealed")


def check_files(bundle: Bundle, found: Found) -> None:
    """Compare every file with the manifest, but those of which a line was named already."""
    said = bundle.manifest["files"]
    for name in sorted({*said, *bundle.files} - {"manifest.json"}):
        found.count("files")
        if name not in bundle.files:
            found.add("file", "The file %(file)s", "is missing", file=name)
        elif name not in said:
            found.add("file", "The file %(file)s", "is not in the manifest", file=name)
        elif sha256(bundle.files[name]).hexdigest() != said[name] and name not in found.lines:
            words = "is not the file that the manifest describes"
            found.add("file", "The file %(file)s", words, file=name)
