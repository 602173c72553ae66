"""What is written one on each line, and in which languages."""
# SPDX-License-Identifier: AGPL-3.0-or-later

LANGS = ("cy", "en")


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
