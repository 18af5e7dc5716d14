"""Which SQLite opens an office file: Python's own or, for a file with a password, SQLCipher.

The two give the same things under different names: an error of one is no error of the other, so whoever expects an
error names it through this module.
"""

from __future__ import annotations

import sqlite3
from typing import Any

try:
    from sqlcipher3 import dbapi2 as _cipher
except ImportError:  # there is no build of it for this computer
    _cipher = None

_PRESENT: tuple[Any, ...] = (sqlite3,) if _cipher is None else (sqlite3, _cipher)

ERRORS: tuple[type[Exception], ...] = tuple(module.Error for module in _PRESENT)
DATABASE_ERRORS: tuple[type[Exception], ...] = tuple(module.DatabaseError for module in _PRESENT)
OPERATIONAL_ERRORS: tuple[type[Exception], ...] = tuple(module.OperationalError for module in _PRESENT)
INTEGRITY_ERRORS: tuple[type[Exception], ...] = tuple(module.IntegrityError for module in _PRESENT)


def can_encrypt() -> bool:
    """Whether SQLCipher is installed."""
    return _cipher is not None


def error_code(error: Exception) -> int:
    """SQLite's primary result code of an error, 0 where it has none; the same numbers in both."""
    # Extended result codes keep the primary one in the low byte.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def plain(uri: str) -> Any:
    """A connection through Python's own SQLite."""
    # The store hands each thread its own connection; closing them all is done by the thread that closes the store.
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


def encrypted(uri: str, raw_key: str) -> Any:
    """A connection through SQLCipher. Nothing has been read yet, so a wrong key has not been noticed.

    Args:
        uri: of the file.
        raw_key: 64 hexadecimal digits of the key and 32 of the salt; SQLCipher derives nothing from them.
    """
    if _cipher is None:
        raise RuntimeError("SQLCipher is missing")
    connection = _cipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write about every broken page to the console
    connection.execute(f"PRAGMA key = \"x'{raw_key}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")  # what SQLite puts aside while sorting is not encrypted
    return connection
