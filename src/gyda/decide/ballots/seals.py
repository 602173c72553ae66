"""The lock of the box: papers are sealed with a key in the database, and opened with another.

That other key lies in a folder beside the database, in no backup, and is destroyed when the box
has been opened. Sealing: X25519 with a key of its own for each paper, HKDF-SHA256,
ChaCha20-Poly1305; all papers of a ballot have the same length.
"""
# SPDX-License-Identifier: AGPL-3.0-or-later

import os
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = bytes(12)  # each paper has a key of its own, which is used once
KEY = 32


def new_key(ballot: UUID) -> bytes:
    """Make the two keys; keep the one that opens on the disk, return the one that seals."""
    private = X25519PrivateKey.generate()
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(_path(ballot), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, private.private_bytes_raw())
        os.fsync(handle)
    finally:
        os.close(handle)
    _settle(folder)
    return private.public_key().public_bytes_raw()


def has_key(ballot: UUID) -> bool:
    """Tell whether the box can be opened here."""
    return _path(ballot).exists()


def destroy(ballot: UUID) -> None:
    """Overwrite the key and take it away: from now on no copy of the box can be opened."""
    path = _path(ballot)
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.write(os.urandom(KEY))
        file.flush()
        os.fsync(file.fileno())
    path.unlink(missing_ok=True)
    _settle(_folder())


def seal(public: bytes, text: str, length: int, about: UUID) -> bytes:
    """Return what is sealed, padded to a length that says nothing of what is in it."""
    plain = text.encode()
    if len(plain) > length:
        raise ValueError(text)
    own = X25519PrivateKey.generate()
    key = _shared(own.exchange(X25519PublicKey.from_public_bytes(public)), about)
    sealed = ChaCha20Poly1305(key).encrypt(NONCE, plain.ljust(length), about.bytes)
    return own.public_key().public_bytes_raw() + sealed


class Opener:
    """Opens the papers of one ballot. Raises FileNotFoundError where the key is not here."""

    def __init__(self, ballot: UUID) -> None:
        self.ballot = ballot
        self.private = X25519PrivateKey.from_private_bytes(_path(ballot).read_bytes())

    def open(self, sealed: bytes) -> str | None:
        """Return what was sealed; None where this key did not seal it."""
        shared = self.private.exchange(X25519PublicKey.from_public_bytes(sealed[:KEY]))
        try:
            plain = ChaCha20Poly1305(_shared(shared, self.ballot)).decrypt(
                NONCE, sealed[KEY:], self.ballot.bytes
            )
        except InvalidTag:
            return None
        return plain.decode().rstrip()


def _shared(secret: bytes, about: UUID) -> bytes:
    hkdf = HKDF(algorithm=SHA256(), length=KEY, salt=about.bytes, info=b"gyda.ballot")
    return bytes(hkdf.derive(secret))


def _folder() -> Path:
    return Path(settings.BALLOT_KEYS)


def _path(ballot: UUID) -> Path:
    return _folder() / f"{ballot}.key"


def _settle(folder: Path) -> None:
    """Wait until the disk knows of it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def kept() -> list[UUID]:
    """Return the ballots whose keys lie here."""
    return [UUID(path.stem) for path in sorted(_folder().glob("*.key"))]
