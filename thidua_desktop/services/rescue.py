"""Saving a damaged office file: a new file with all that could be read, and a list of what could not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from thidua_desktop.common.files import atomic_write
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.services.restores import Restored, restore_closed
from thidua_desktop.storage.errors import StoreDamaged, reached
from thidua_desktop.storage.journal import KIND_OF_TABLE
from thidua_desktop.storage.keys import salt_of
from thidua_desktop.storage.salvage import TableRescue, salvage
from thidua_desktop.storage.store import local_now

__all__ = ["Rescued", "StoreDamaged", "rescue", "rescue_in_place"]

_SHOWN = 10
"""Ranges of row numbers that a finding names."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """The new file, what could not be brought into it, and the rows that could be read and not kept.

    They lie in a file, ``put_aside``. Of a damaged file with a password they are given as text alone, in ``rows``:
    everybody could read a file of them.
    """

    path: Path
    findings: tuple[Finding, ...]
    put_aside: Path | None
    rows: str = ""


def rescue(damaged: Path, *, password: str | None = None, now: Callable[[], datetime] = local_now) -> Rescued:
    """Save what can be read of a damaged file into a new one beside it; the damaged one is not touched.

    The new file has the same password.

    Raises:
        StoreMissing, NothingSalvaged: there is no file, or nothing in it can be read.
        StoreTrouble: no room for the new file.
    """
    target = damaged.with_name(f"{damaged.stem}-da-cuu-{now():%Y%m%d-%H%M%S}{damaged.suffix}")
    tables = salvage(damaged, target, password).tables
    findings, rows = tuple(_findings(tables)), _put_aside(tables)
    with reached(target):
        if not rows or salt_of(target) is not None:
            return Rescued(target, findings, None, rows.decode())
        aside = target.with_name(f"{target.stem}-de-rieng.json")
        atomic_write(aside, rows)
    return Rescued(target, findings, aside)


def rescue_in_place(
    damaged: Path, *, password: str | None = None, now: Callable[[], datetime] = local_now
) -> tuple[Rescued, Restored]:
    """Rescue a damaged file and let the new one take its place; the damaged one is kept aside under another name.

    Raises:
        StoreMissing, NothingSalvaged: there is no file, or nothing in it can be read.
        StoreTrouble: no room, or the file is in use; it is what it was.
    """
    rescued = rescue(damaged, password=password, now=now)
    return rescued, restore_closed(damaged, rescued.path, password=password, now=now)


def _put_aside(tables: Iterable[TableRescue]) -> bytes:
    """The rows that could be read and not kept, as JSON by table; empty if there are none."""
    rows = {table.table: table.put_aside for table in tables if table.put_aside}
    return msgspec.json.format(msgspec.json.encode(rows), indent=1) if rows else b""


def _findings(tables: Iterable[TableRescue]) -> Iterator[Finding]:
    rebuilt: Counter[Kind] = Counter()
    aside: Counter[Kind | None] = Counter()
    for table in tables:
        kind = KIND_OF_TABLE.get(table.table)
        if kind is not None:
            rebuilt[kind] += table.rebuilt
        aside[kind] += len(table.put_aside)
        if table.unread:
            yield _unread(kind, table)
    for kind, count in rebuilt.items():
        if count:
            yield Finding("salvage.rebuilt", Severity.INFO, {"kind": kind, "count": count})
    for some, count in aside.items():
        if count and some is None:
            yield Finding("salvage.history_put_aside", Severity.WARNING, {"count": count})
        elif count:
            yield Finding("salvage.put_aside", Severity.WARNING, {"kind": some, "count": count})


def _unread(kind: Kind | None, table: TableRescue) -> Finding:
    count = sum(high - low + 1 for low, high in table.unread)
    if kind is None:
        return Finding("salvage.history_unread", Severity.WARNING, {"count": count})
    named = [str(low) if low == high else f"{low}–{high}" for low, high in table.unread[:_SHOWN]]
    numbers = "; ".join(named) + ("; …" if len(table.unread) > _SHOWN else "")
    return Finding("salvage.unread", Severity.WARNING, {"kind": kind, "count": count, "numbers": numbers})
