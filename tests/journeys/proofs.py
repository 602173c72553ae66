"""What a stranger does with the files: `gyda verify`, and the schema of open contracting data."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource

from tests import repository
from tests.journeys.hands import Someone

SCHEMA = repository.ROOT.parent / "shared" / "data" / "validators" / "ocds1.1"


def verified(reader: Someone, file: Path) -> dict[str, int]:
    """Download the file of the open decision, let `gyda verify` repeat it; return what it did."""
    link = reader.page.locator("a[href$='decision.zip']").first
    with reader.page.expect_download() as waiting:
        link.click()
    waiting.value.save_as(file)
    command = [sys.executable, "-m", "gyda.cli", "verify", str(file), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads(done.stdout)
    assert (said["fine"], said["broken"], said["unsealed"]) == (True, [], 0)
    checked: dict[str, int] = said["checked"]
    return checked


def faults_of_release(package: dict[str, Any]) -> list[str]:
    """Return what the schemas of OCDS 1.1 say against a release package, and each release."""
    schemas = [json.loads((SCHEMA / name).read_text()) for name in
               ("release-package-schema.json", "release-schema.json")]  # fmt: skip
    registry: Any = Registry().with_resources(
        (one["id"], Resource.opaque(one)) for one in schemas
    )  # fmt: skip
    check = jsonschema.FormatChecker()
    whole, each = (
        jsonschema.Draft4Validator(one, registry=registry, format_checker=check) for one in schemas
    )
    faults = [*whole.iter_errors(package)]
    for release in package["releases"]:
        faults += each.iter_errors(release)
    return [fault.message for fault in faults]
