"""What pyproject.toml cannot say: the counting kernel is compiled where there is a C compiler."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from setuptools import Extension, setup

KERNEL = "src/gyda/methods/budgets/kernel"

setup(
    ext_modules=[
        Extension(
            "gyda.methods.budgets.kernel._compiled",
            sources=[f"{KERNEL}/{name}.c" for name in ("module", "scan", "ballots")],
            depends=[f"{KERNEL}/kernel.h"],
            extra_compile_args=["-O3", "-std=c11", "-ffp-contract=off", "-Wno-psabi"],
            py_limited_api=True,
            optional=True,  # without it the same is done by numpy, only slower
        )
    ]
)
