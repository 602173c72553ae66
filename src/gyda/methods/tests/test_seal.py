"""The tree against the definition in RFC 6962, written out as it stands there."""
# SPDX-License-Identifier: AGPL-3.0-or-later

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from gyda.methods import seal

hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)


def by_definition(leaves: list[str]) -> bytes:
    if len(leaves) <= 1:
        return bytes.fromhex(leaves[0]) if leaves else sha256().digest()
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    left, right = by_definition(leaves[:split]), by_definition(leaves[split:])
    return sha256(b"\x01" + left + right).digest()


def test_the_published_example_of_certificate_transparency() -> None:
    inputs = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        bytes(range(96, 112)).hex(),
    ]
    leaves = [sha256(b"\x00" + bytes.fromhex(data)).hexdigest() for data in inputs]
    assert leaves[0] == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert seal.root_of(leaves) == (
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    )


@given(st.lists(hashes, max_size=70))
def test_the_root_is_as_defined(leaves: list[str]) -> None:
    assert seal.root_of(leaves) == by_definition(leaves).hex()


@given(st.lists(hashes, min_size=1, max_size=40), st.data())
def test_each_leaf_is_proved_where_it_stands_and_nowhere_else(
    leaves: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(leaves) - 1))
    shown = {"leaf": leaves[place], "count": len(leaves), "root": seal.root_of(leaves)}
    proof = seal.proof_of(leaves, place)
    assert seal.is_proved(position=place, proof=proof, **shown)
    other = data.draw(st.integers(-1, len(leaves)))
    if other != place and not (0 <= other < len(leaves) and len(set(leaves)) < len(leaves)):
        assert not seal.is_proved(position=other, proof=proof, **shown)


@given(st.lists(hashes, min_size=2, max_size=40), st.data())
def test_a_changed_proof_proves_nothing(leaves: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(leaves) - 1))
    proof = seal.proof_of(leaves, place)
    shown = {"leaf": leaves[place], "position": place, "count": len(leaves)}
    root = seal.root_of(leaves)
    step = data.draw(st.integers(0, len(proof) - 1))
    bent = [*proof[:step], sha256(bytes.fromhex(proof[step])).hexdigest(), *proof[step + 1 :]]
    assert not seal.is_proved(proof=bent, root=root, **shown)
    assert not seal.is_proved(proof=proof[:-1], root=root, **shown)
    assert not seal.is_proved(proof=[*proof, root], root=root, **shown)


def test_keys_are_ordered_as_rfc_8785_says() -> None:
    written = seal.canonical({"\U0001f600": 1, "\ufb33": 2, "\r": 3, "1": 4}).decode()
    assert written == '{"\\r":3,"1":4,"\U0001f600":1,"\ufb33":2}'


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), json_values))
def test_the_order_in_which_keys_come_does_not_matter(entry: dict[str, object]) -> None:
    backwards = dict(reversed(entry.items()))
    assert seal.leaf_of(entry) == seal.leaf_of(backwards)
