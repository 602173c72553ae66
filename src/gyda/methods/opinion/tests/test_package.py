"""The package's front door."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
import subprocess
import sys
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from gyda.methods import opinion


def test_every_public_name_is_found_and_no_module_of_the_same_name_hides_it() -> None:
    for module in walk_packages(opinion.__path__, f"{opinion.__name__}."):
        if ".tests" not in module.name:
            import_module(module.name)
    found = {name: getattr(opinion, name) for name in opinion.__all__}
    assert not [name for name, value in found.items() if isinstance(value, ModuleType)]
    assert sorted(found) == sorted(
        name for names in opinion.HOME.values() for name in names.split()
    )


def test_importing_the_package_imports_none_of_scipy() -> None:
    script = "import gyda.methods.opinion, sys; sys.exit('scipy' in sys.modules)"
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", script], env=path, check=False).returncode == 0
