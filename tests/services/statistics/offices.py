"""A counted office, opened for reading beside a second way to look into it."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from thidua_desktop.common.paths import resource
from thidua_desktop.services.container import Services
from thidua_desktop.storage.store import Store

COUNTED_ON = date(2026, 11, 21)
"""The day on which the offices are looked at."""


@dataclass(frozen=True)
class Counted:
    """An office, and a second way to look into it that knows nothing of the program."""

    services: Services
    sql: sqlite3.Connection

    def rows(self, query: str, *values: Any) -> dict[str, int]:
        """The two columns of a query: what, and how many."""
        return {str(what): number for what, number in self.sql.execute(query, values)}

    def one(self, query: str, *values: Any) -> int:
        """The one number of a query."""
        return int(self.sql.execute(query, values).fetchone()[0])


def opened(path: Path) -> Iterator[Counted]:
    """The office, with the catalogue as a table beside its own."""
    with Store.open(path, read_only=True) as store, sqlite3.connect(f"file:{path}?mode=ro", uri=True) as sql:
        sql.execute("ATTACH ':memory:' AS beside")
        sql.execute("CREATE TABLE beside.catalogue (id TEXT, level TEXT, kind TEXT)")
        listed = tomllib.loads(resource("rulebooks/catalogue.toml").read_text(encoding="utf-8"))["award"]
        sql.executemany(
            "INSERT INTO beside.catalogue VALUES (?, ?, ?)",
            [(each["id"], each["level"], each["kind"]) for each in listed],
        )
        yield Counted(Services(store, lambda: COUNTED_ON), sql)
    sql.close()
