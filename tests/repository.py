"""The files of this repository, as the checks on them need them."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that is, or is about to be, in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (ROOT / line for line in listed.stdout.splitlines())
    return tuple(sorted(path for path in paths if path.is_file()))


def ours(*suffixes: str) -> list[Path]:
    """Return the tracked files with one of these endings."""
    return [path for path in tracked() if path.suffix in suffixes]


def python() -> list[Path]:
    """Return all Python files but migrations, which Django writes."""
    return [path for path in ours(".py") if "migrations" not in path.parts]


def production() -> list[Path]:
    """Return the Python files that run in production and say something."""
    files = (path for path in python() if "src" in path.parts and "tests" not in path.parts)
    return [path for path in files if text(path).strip()]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function of a file with its length in lines."""
    for node in ast.walk(ast.parse(text(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name(path)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1
