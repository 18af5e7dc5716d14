"""The register looked through: searched as one types, filtered, put in order, scrolled; beside the bare FTS5 query."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench.frame import CPU, OURS, PEAK, Growth, Promise, Scene, Side, at_most, times

if TYPE_CHECKING:
    from thidua_desktop.domain.register_queries import RegisterQuery
    from thidua_desktop.services.register_pages import RegisterPageService

_FTS5 = "FTS5"
_SEED, _SCHEMA = 8, 7
_SCREENFUL = 100
_TYPED, _FILTERED, _JUMPS = 40, 120, 20
"""Entries that are typed for letter by letter; questions with filters; places that are scrolled to in each order."""
_PROVED = 25
"""Of so many questions one is proved."""
_P95, _CLOCK, _MOST = "p95_cpu_ms", "p95_ms", "most_cpu_ms"
_THROUGH = "through_cpu_ms"
_SIZES = (10_000, 100_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class _Ready:
    path: Path
    pages: RegisterPageService


def kept(scene: Scene) -> Path:
    from tests.bench import register_rows

    name = f"register-{scene.rows}-seed-{_SEED}-schema-{_SCHEMA}.tdkt"
    return scene.kept(name, lambda path: register_rows.build(path, scene.rows, _SEED))


def _ready(scene: Scene) -> _Ready:
    from thidua_desktop.services.register_pages import RegisterPageService
    from thidua_desktop.storage.store import Store

    path = kept(scene)
    return _Ready(path, RegisterPageService(Store.open(path, read_only=True), date.today))


def _figures(do: Callable[[object], object], asked: Sequence[object]) -> dict[str, float]:
    """Milliseconds of each answer: the 95th of a hundred and the longest in processor time, and by the clock."""
    used, waited = [], []
    for one in asked:
        began, clock = time.process_time(), time.perf_counter()
        do(one)
        used.append((time.process_time() - began) * 1000)
        waited.append((time.perf_counter() - clock) * 1000)
    at = len(asked) * 95 // 100
    return {_P95: sorted(used)[at], _MOST: max(used), _CLOCK: sorted(waited)[at]}


# searching


def _typed(ready: _Ready) -> list[str]:
    """What stands in the field while one types: a name, a unit, a decision, a deed, letter by letter."""
    from thidua_desktop.common.vietnamese import fold
    from thidua_desktop.domain.register_queries import RegisterQuery

    chance = random.Random(_SEED)
    total = ready.pages.first(RegisterQuery(), 1).total
    found: list[str] = []
    for number in range(_TYPED):
        (row,) = ready.pages.rows(ready.pages.part(RegisterQuery(), chance.randrange(total), 1))
        entry = row.entry
        said = (entry.name, entry.unit, entry.name, entry.decision, entry.name, entry.achievement)[number % 6]
        text = " ".join(fold(said or entry.name).split()[:4])[:18]
        found += [text[:length] for length in range(1, len(text) + 1) if text[length - 1] != " "]
    return list(dict.fromkeys(found))


def _search(ready: _Ready) -> dict[str, float]:
    from thidua_desktop.domain.register_queries import RegisterOrder, RegisterQuery

    def screenful(text: object) -> None:
        query = RegisterQuery(str(text), order=RegisterOrder.MATCH)
        assert len(ready.pages.rows(ready.pages.first(query, _SCREENFUL).ids)) <= _SCREENFUL

    asked = _typed(ready)
    figures = _figures(screenful, asked)
    bare = _Bare(ready.path)
    for text in asked[::_PROVED]:
        total = ready.pages.first(RegisterQuery(text, order=RegisterOrder.MATCH), _SCREENFUL).total
        assert total == bare.count(text), text
    return figures


class _Bare:
    """The same index of words asked by itself: how many lines, and a hundred of them as they come."""

    def __init__(self, path: Path) -> None:
        from thidua_desktop.storage.connection import connect

        self._db = connect(path, read_only=True)

    def count(self, text: str) -> int:
        return int(self._ask("SELECT count(*)", text)[0][0])

    def screenful(self, text: object) -> None:
        self.count(str(text))
        self._ask("SELECT rowid", str(text), f"LIMIT {_SCREENFUL}")

    def _ask(self, select: str, text: str, limit: str = "") -> list[tuple[int]]:
        from thidua_desktop.storage import register_words

        sql = f"{select} FROM register_words WHERE register_words MATCH ? {limit}"
        return self._db.execute(sql, (register_words.question(register_words.each(text)),)).fetchall()


def _bare(ready: _Ready) -> dict[str, float]:
    return _figures(_Bare(ready.path).screenful, _typed(ready))


# filters and orders


def _questions() -> Iterator[RegisterQuery]:
    """Each order both ways, with none, one or two filters, some with words."""
    from thidua_desktop.domain.awards import RecipientKind
    from thidua_desktop.domain.register import RecordState
    from thidua_desktop.domain.register_queries import RegisterOrder, RegisterQuery

    chance = random.Random(_SEED)
    filters: list[dict[str, Any]] = [{}]
    filters += [{"year": 2006}, {"year": 2024}, {"award_id": "lao_dong_tien_tien"}, {"award_id": "bang_khen_tinh"}]
    filters += [{"kind": kind} for kind in RecipientKind]
    filters += [{"state": RecordState.WITHDRAWN}, {"year": 2015, "award_id": "giay_khen_so"}]
    filters += [{"kind": RecipientKind.HOUSEHOLD, "year": 2020}]
    filters += [{"text": "thuong tin"}, {"text": "nguyen", "year": 2012}]
    orders = [order for order in RegisterOrder if order is not RegisterOrder.MATCH]
    for number in range(_FILTERED):
        query = RegisterQuery(order=orders[number % len(orders)], backwards=chance.random() < 0.5)
        yield replace(query, **chance.choice(filters))


def _arrange(ready: _Ready) -> dict[str, float]:
    from thidua_desktop.domain.register_queries import RegisterQuery

    def screenful(query: object) -> None:
        assert isinstance(query, RegisterQuery)
        first = ready.pages.first(query, _SCREENFUL)
        assert len(ready.pages.rows(first.ids)) == min(first.total, _SCREENFUL)

    return _figures(screenful, list(_questions()))


# scrolling


def _scroll(ready: _Ready) -> dict[str, float]:
    """To any place of each order, the same order a few times, as whoever drags the bar does.

    As on the page, an order is gone through once when it is shown and nothing else is asked; what that takes is told,
    and it is the most that whoever is faster waits for his first place.
    """
    from thidua_desktop.domain.register_queries import RegisterOrder, RegisterQuery

    chance = random.Random(_SEED)
    orders = [order for order in RegisterOrder if order is not RegisterOrder.MATCH]
    total = ready.pages.first(RegisterQuery(), 1).total
    used: dict[str, float] = {_P95: 0, _MOST: 0, _CLOCK: 0, _THROUGH: 0}

    def jump(one: object) -> None:
        assert isinstance(one, tuple)
        query, at = one
        ids = ready.pages.part(query, at, _SCREENFUL)
        assert len(ready.pages.rows(ids)) == min(_SCREENFUL, total - at)

    for order in orders:
        query = RegisterQuery(order=order)
        began = time.process_time()
        ready.pages.prepare(query)
        through = (time.process_time() - began) * 1000
        figures = _figures(jump, [(query, chance.randrange(total)) for _ in range(_JUMPS)])
        for name, value in {**figures, _THROUGH: through}.items():
            used[name] = max(used[name], value)  # the slowest order is told
    return used


_SHOWN = (_P95, _MOST, _CLOCK, CPU, PEAK)
PROMISES = (
    Promise(
        "register-search",
        "Search as you type over {rows} register rows: ranked first screenful and the total count",
        1_000_000,
        Side(OURS, _search, _ready, most_rounds=3),
        (at_most(_P95, 50), times(_P95, 2, _FTS5)),
        (Side(_FTS5, _bare, _ready, most_rounds=3),),
        build=kept,
        growth=Growth(_SIZES, figure=_P95),
        shown=_SHOWN,
    ),
    Promise(
        "register-order",
        "Filter and sort {rows} register rows by any column",
        1_000_000,
        Side(OURS, _arrange, _ready),
        (at_most(_P95, 100),),
        build=kept,
        growth=Growth(_SIZES, figure=_P95),
        shown=_SHOWN,
    ),
    Promise(
        "register-scroll",
        "Scroll to any place of {rows} register rows in any order",
        1_000_000,
        Side(OURS, _scroll, _ready),
        (at_most(_P95, 100),),
        build=kept,
        growth=Growth(_SIZES, figure=_P95),
        shown=(*_SHOWN, _THROUGH),
    ),
)
