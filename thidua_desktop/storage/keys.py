"""From a password to the key of an office file, and how a file with a password is known.

SQLCipher leaves the first 16 bytes of a file readable: they are the salt. Ours begins with a mark, so that a file with
a password is told from a file that is no office file before anybody has typed anything. The key is derived once for
each opening, not for each connection, with scrypt (64 MB of memory, about a quarter of a second).
"""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import Self

from thidua_desktop.common.records import dataclass
from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.storage import driver
from thidua_desktop.storage.errors import EncryptionMissing, StorePasswordNeeded

MARK = b"TDKT-mk1"
"""Beginning of every encrypted office file; the number goes up when another derivation is chosen."""

_SALT_SIZE = 16
_KEY_SIZE = 32
_COST = 2**16
_MEMORY = 2**27
"""Bytes that scrypt may use; it needs half of them."""


@dataclass(frozen=True, slots=True)
class Key:
    """The key of an encrypted file; it is never shown."""

    raw: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @classmethod
    def new(cls, password: str) -> Self:
        """A key for a file that is to be made.

        Raises:
            EncryptionMissing: this computer has no SQLCipher.
        """
        import secrets

        if not driver.can_encrypt():
            raise EncryptionMissing
        return cls.derived(password, MARK + secrets.token_bytes(_SALT_SIZE - len(MARK)))

    @classmethod
    def derived(cls, password: str, salt: bytes) -> Self:
        """The key that belongs to a password and the salt of a file.

        The same letters give the same key whether the keyboard made them as one character or as two.
        """
        import hashlib

        secret = nfc(password).encode()
        return cls(hashlib.scrypt(secret, salt=salt, n=_COST, r=8, p=1, maxmem=_MEMORY, dklen=_KEY_SIZE), salt)

    def fits(self, password: str) -> bool:
        """Whether this is the key of a password."""
        import secrets

        return secrets.compare_digest(self.raw, Key.derived(password, self.salt).raw)

    @property
    def digits(self) -> str:
        """Key and salt as SQLCipher takes them."""
        return self.raw.hex() + self.salt.hex()


def salt_of(path: Path) -> bytes | None:
    """The salt of an encrypted file; None for any other file.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        salt = file.read(_SALT_SIZE)
    return salt if len(salt) == _SALT_SIZE and salt.startswith(MARK) else None


def key_of(path: Path, password: str | None, *, known: Key | None = None) -> Key | None:
    """The key that opens a file; None for a file without password, whatever password is given.

    Args:
        path: the file.
        password: tried where ``known`` is the key of another file.
        known: the key of an open store; copies of the store have the same.

    Raises:
        StorePasswordNeeded: the file has a password and none is given.
        EncryptionMissing: the file has a password and this computer has no SQLCipher.
        OSError: the file cannot be read.
    """
    salt = salt_of(path)
    if salt is None:
        return None
    if not driver.can_encrypt():
        raise EncryptionMissing(path=path)
    if known is not None and known.salt == salt:
        return known
    if not password:
        raise StorePasswordNeeded(path=path)
    return Key.derived(password, salt)
