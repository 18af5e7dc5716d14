"""The table by which posts are counted as leaders of a rank or as direct work, read once from the program's data."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

import msgspec

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.statistics.workers import PostRule, WorkerClass, WorkerTable

_TABLE = "statistics/worker-classes.toml"


class _Rule(msgspec.Struct, forbid_unknown_fields=True):
    worker: Literal["top", "director", "entrepreneur", "other_leader", "leader", "direct"] = msgspec.field(name="class")
    titles: tuple[str, ...]
    unit_kinds: tuple[str, ...] = ()
    unit_words: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    citation: str
    confidence: str
    groups: dict[str, WorkerClass]
    classes: dict[str, WorkerClass]
    rule: tuple[_Rule, ...]


@lru_cache(maxsize=1)
def worker_table() -> WorkerTable:
    """The table that ships with the program."""
    written = msgspec.toml.decode(resource(_TABLE).read_bytes(), type=_File)
    rules = (
        PostRule(each.worker, each.titles, each.unit_kinds, each.unit_words, each.valid_from, each.valid_to)
        for each in written.rule
    )
    return WorkerTable(rules, written.groups, written.classes)
