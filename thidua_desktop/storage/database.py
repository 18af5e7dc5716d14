"""A connection to SQLite, Python's own or SQLCipher's: statements, transactions, and the tools of sqlite-utils.

The tools make, upgrade and examine a file. They are read when first asked for: with them the tools of a command line
are read, which takes half as long as a bare window, and a file that is whole and of this version needs none of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from thidua_desktop.storage import driver

if TYPE_CHECKING:
    import sqlite_utils


class Column(NamedTuple):
    """A column of a table."""

    name: str
    may_be_empty: bool


class Database:
    """A connection of its own; closed by ``close`` or at the end of a ``with``."""

    def __init__(self, connection: Any) -> None:
        """``connection`` opens no transaction by itself (see ``driver``)."""
        self.conn: sqlite3.Connection = connection
        self._depth = 0
        self.execute("PRAGMA recursive_triggers = ON")  # a row that is replaced goes to the journal too

    @classmethod
    def in_memory(cls) -> Self:
        """A new, empty one that is gone when it is closed."""
        return cls(driver.plain("file::memory:"))

    def execute(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> sqlite3.Cursor:
        """Run a statement; gives the cursor."""
        return self.conn.execute(sql, parameters)

    @contextmanager
    def atomic(self) -> Iterator[Self]:
        """All of the block or, when it raises, nothing; within a transaction only this part of it is taken back."""
        self._depth += 1
        inner = f"inner_{self._depth}" if self.conn.in_transaction else None
        self.execute("BEGIN" if inner is None else f"SAVEPOINT {inner}")
        try:
            yield self
            self.execute("COMMIT" if inner is None else f"RELEASE {inner}")
        except BaseException:
            if inner is None:
                self.rollback()
            elif self.conn.in_transaction:  # an error may have ended the whole of it
                self.execute(f"ROLLBACK TO {inner}")
                self.execute(f"RELEASE {inner}")
            raise
        finally:
            self._depth -= 1

    def rollback(self) -> None:
        """Take back what is open; nothing where no transaction is."""
        self.conn.rollback()

    @cached_property
    def tools(self) -> sqlite_utils.Database:
        """The same connection as sqlite-utils sees it; plug-ins of somebody else's command line stay out."""
        from sqlite_utils import Database as Tools

        return Tools(self.conn, execute_plugins=False)

    def table_names(self) -> list[str]:
        """Every table, SQLite's own too."""
        return [row[0] for row in self.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]

    def columns(self, table: str) -> tuple[Column, ...]:
        """The columns of a table without those that are computed; none where there is no such table."""
        rows = self.execute(f"PRAGMA table_info({_quoted(table)})").fetchall()
        return tuple(Column(row[1], not row[3]) for row in rows)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _quoted(name: str) -> str:
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
