"""Ways in which a file goes wrong: each takes good bytes and a source of chance."""
# SPDX-License-Identifier: AGPL-3.0-or-later

import re
from collections.abc import Callable
from random import Random

Spoil = Callable[[bytes, Random], bytes]

ODD_NUMBERS = [
    *("", "0", "-5", "-0", "nan", "NaN", "inf", "-inf", "1e999999999", "1e-999999999", "9" * 5000),
    *("1/0", "0x10", "1_000", "١٢", "²", "1,5", "1 000", "--1", "1e", ".", "+", "1" + "0" * 30),
]


def truncated(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flipped(content: bytes, chance: Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def a_number_gone_odd(content: bytes, chance: Random) -> bytes:
    numbers = list(re.finditer(rb"-?\d+", content))
    found = chance.choice(numbers)
    odd = chance.choice(ODD_NUMBERS).encode()
    return content[: found.start()] + odd + content[found.end() :]


def a_word_replaced(content: bytes, chance: Random) -> bytes:
    words = sorted(set(re.findall(rb"[^\s;,]+", content)))
    return content.replace(chance.choice(words), chance.choice([*words, b"", b'"', b"\x1b[2J"]), 1)


def without_a_line(content: bytes, chance: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def a_line_twice(content: bytes, chance: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return b"".join(lines)


def lines_shuffled(content: bytes, chance: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def without_a_cell(content: bytes, chance: Random) -> bytes:
    marks = [at for at, byte in enumerate(content) if byte in b",;"]
    at = chance.choice(marks)
    return content[:at] + content[at + 1 :]


def with_more_cells(content: bytes, chance: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    lines[at] = (
        lines[at].rstrip(b"\n") + chance.choice([b",x", b";x", b",,,", b";;;", b'"']) + b"\n"
    )
    return b"".join(lines)


def other_marks(content: bytes, chance: Random) -> bytes:
    return content.replace(
        *chance.choice([(b",", b";"), (b";", b","), (b",", b"\t"), (b"\n", b"\r")])
    )


def a_huge_cell(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + b"x" * 200_000 + content[at:]


def a_quote_left_open(content: bytes, chance: Random) -> bytes:
    at = chance.choice([n for n, byte in enumerate(content) if byte in b",;\n"])
    return content[: at + 1] + b'"' + content[at + 1 :]


def in_another_encoding(content: bytes, chance: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    lines[at] = "Ynys Môn ".encode("latin-1") + lines[at]
    return chance.choice([b"".join(lines), content.decode().encode("utf-16")])


SPOILS: list[Spoil] = [
    *(truncated, flipped, a_number_gone_odd, a_word_replaced, without_a_line, a_line_twice),
    *(lines_shuffled, without_a_cell, with_more_cells, other_marks, a_huge_cell),
    *(a_quote_left_open, in_another_encoding),
]
