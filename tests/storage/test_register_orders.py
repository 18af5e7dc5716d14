"""Every order of the register, from any place on, is what a plain look at all entries gives."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from thidua_desktop.common.progress import Cancelled
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import AwardRecordId, RecipientId, UnitId
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RecordState, RegisterEntry
from thidua_desktop.domain.register_queries import RegisterOrder, RegisterQuery, RegisterRow
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.storage import register_courses, register_frequent, register_runs, register_scope, register_words
from thidua_desktop.storage.register_index import REFERENCES
from thidua_desktop.storage.store import Store

AWARDS = ("lao_dong_tien_tien", "giay_khen_so", "chien_si_thi_dua_co_so")
NAMES = ("Nguyễn Văn An", "Nguyễn Thị Ánh", "Trần Bình", "Lê Ích", "An Văn Nguyễn", "Nguyễn Văn Ân")
UNITS = ("Sở Y tế", "Trường Nguyễn Trãi", None, "UBND xã An Hòa")
SIGNED = {"15/QĐ-SNV": date(2020, 5, 1), "3/QĐ-UBND": date(2019, 5, 1), "135/QĐ-SNV": date(2021, 2, 3), None: None}
FOR = ("Hoàn thành xuất sắc nhiệm vụ", None, "Phong trào Nguyễn Trãi")
TYPED = ("", "n", "nguyen", "nguyen van", "an nguyen", "qd", "15/qd", "nguyen 15", "van a", "trai", "khong co")
_KINDS, _STATES = list(RecipientKind), list(RecordState)
_FULL = (RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD)


@dataclass
class Filled:
    """An office with a register, and what may be chosen there."""

    services: Services
    chance: random.Random
    people: list[RecipientId]
    units: list[UnitId]

    def entry(self) -> RegisterEntry:
        """Any award."""
        at = self.chance.randrange(len(self.people))
        decision = self.chance.choice(list(SIGNED))
        year = self.chance.randrange(2018, 2023)
        return RegisterEntry(
            self.people[at],
            self.chance.choice(AWARDS),
            year,
            self.services.recipients.get(self.people[at]).name if at % 3 else NAMES[at % len(NAMES)],
            decided_on=SIGNED[decision],
            decision=decision,
            decided_by=self.chance.choice(("Chủ tịch UBND tỉnh", "Giám đốc Sở", None)),
            achievement=self.chance.choice(FOR),
            unit=self.chance.choice(UNITS),
            unit_id=self.chance.choice([*self.units, None]),
            golden_book=self.chance.choice(("1", "2", "12", "7", None)),
            state=self.chance.choice(_STATES),
        )

    def query(self) -> RegisterQuery:
        """Any question."""
        chance = self.chance
        return RegisterQuery(
            chance.choice(TYPED),
            award_id=chance.choice((None, None, AWARDS[0], "khong_co")),
            year=chance.choice((None, None, 2020, 1800)),
            kind=chance.choice((None, None, *_FULL)),
            state=chance.choice((None, None, *_STATES)),
            name=chance.choice(("", "", "", "nguyen")),
            decision=chance.choice(("", "", "", "qd 15")),
            unit=chance.choice(("", "", "", "an")),
            order=chance.choice(list(RegisterOrder)),
            backwards=chance.random() < 0.4,
            award_order=(AWARDS[2], AWARDS[0]),
        )

    def change(self) -> None:
        """Any operation."""
        every = self.services.register_pages.found(RegisterQuery()).ids
        match self.chance.randrange(5):
            case 0:
                self.services.register.add_many([self.entry() for _ in range(3)])
            case 1:
                one = self.services.register_pages.rows([self.chance.choice(every)])[0].entry
                self.services.register.save(replace(self.entry(), id=one.id, recipient_id=one.recipient_id))
            case 2:
                self.services.register.delete([AwardRecordId(self.chance.choice(every))])
            case 3:
                who = self.services.recipients.get(self.chance.choice(self.people))
                self.services.recipients.save(replace(who, name=self.chance.choice(NAMES)))
            case _:
                self.services.undo.undo()


@pytest.fixture
def filled(services: Services) -> Filled:
    kinds = [RecipientKind.PERSON] * 4 + [RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD]
    made = [Recipient(kind, name) for kind, name in zip(kinds, NAMES, strict=True)]
    people = [RecipientId(one) for one in services.recipients.save_many(made).created]
    units = [UnitId(services.units.save(Unit(f"Đơn vị {number}")).created[0]) for number in range(3)]
    held = Filled(services, random.Random(8), people, units)
    services.register.add_many([held.entry() for _ in range(40)])
    return held


@pytest.fixture(params=[(20_000, 1_000, 2_000, 16), (0, 1, 2_000, 16), (0, 3, 0, 1), (5, 7, 0, 0)])
def measures(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few lines read as if they were many."""
    short, step, names, units = request.param
    monkeypatch.setattr(register_runs, "SHORT", short)
    monkeypatch.setattr(register_runs, "STEP", step)
    monkeypatch.setattr(register_courses, "_FEW_NAMES", names)
    monkeypatch.setattr(register_scope, "FEW_UNITS", units)
    monkeypatch.setattr(register_frequent, "_LEAST", 20_000 if short else 30)
    monkeypatch.setattr(register_frequent, "_SHARE", 4)


@pytest.mark.usefixtures("measures")
def test_any_part_of_any_order_after_any_change(filled: Filled) -> None:
    pages, chance = filled.services.register_pages, filled.chance
    for number in range(60):
        if number % 4 == 3:
            filled.change()
        query = filled.query()
        expected = plainly(filled.services, query)
        assert list(pages.found(query).ids) == expected, query
        first = pages.first(query, 7)
        assert (list(first.ids), first.total) == (expected[:7], len(expected)), query
        rows = pages.rows(expected)
        about = pages.counted(query)
        assert about.recipients == len({row.entry.recipient_id for row in rows}), query
        assert about.kinds == Counter(row.kind for row in rows), query
        if number % 3 == 0:
            pages.prepare(query)
        at, limit = chance.randrange(50), chance.randrange(1, 12)
        assert list(pages.part(query, at, limit)) == expected[at : at + limit], query
        for one in chance.sample(expected, min(2, len(expected))):
            assert pages.position(query, one) == expected.index(one), query


@pytest.mark.usefixtures("measures")
def test_units_besides(filled: Filled) -> None:
    with filled.services.register_pages._store.read() as work:
        for number in range(40):
            query = filled.query()
            units = filled.units[: number % 4]
            ids = plainly(filled.services, query, units)
            assert list(work.register.found(query, units).ids) == ids, query
            assert work.register.first(query, units, 3).total == len(ids), query
            assert [work.register.position(query, units, one) for one in ids] == list(range(len(ids)))


def plainly(services: Services, query: RegisterQuery, units: list[UnitId] | None = None) -> list[int]:
    """By reading every entry."""
    with services.register_pages._store.read() as work:
        every = [
            one["id"] for one in work.register._session.rows("SELECT id FROM award_records WHERE deleted_at IS NULL")
        ]
    rows = [
        row
        for row in services.register_pages.rows(every)
        if _wanted(row, query) and (units is None or row.entry.unit_id in units)
    ]
    rows.sort(key=_newest)
    order = _order(services, query)
    said = [row for row in rows if order(row) is not None]
    said.sort(key=order, reverse=False)
    if query.backwards and query.order is not RegisterOrder.MATCH:
        said = _turned(said, order, within=query.order in (RegisterOrder.LATEST, RegisterOrder.GOLDEN_BOOK))
    return [row.entry.id or 0 for row in (*said, *(row for row in rows if order(row) is None))]


def _turned(rows: list[RegisterRow], order: Callable[[RegisterRow], Any], *, within: bool) -> list[RegisterRow]:
    """Turned round; of what is equal, the latest stays first unless the order leaves nothing equal."""
    if within:
        return rows[::-1]
    keys = sorted({order(row) for row in rows}, reverse=True)
    return [row for key in keys for row in rows if order(row) == key]


def _newest(row: RegisterRow) -> tuple[int, int]:
    day = row.entry.decided_on or date(row.entry.year, 1, 1)
    return -day.toordinal(), -(row.entry.id or 0)


def _wanted(row: RegisterRow, query: RegisterQuery) -> bool:
    entry = row.entry
    equal = (
        (query.award_id, entry.award_id),
        (query.year, entry.year),
        (query.kind, row.kind),
        (query.state, entry.state),
    )
    if any(asked is not None and asked != found for asked, found in equal):
        return False
    name, unit, decision = _words(entry.name, row.name_now), _words(entry.unit), _words(entry.decision)
    within = ((query.name, name), (query.unit, unit), (query.decision, decision))
    return all(
        _in(typed, words)
        for typed, words in (*within, (query.text, name | unit | decision | _words(entry.achievement)))
    )


def _words(*texts: str | None) -> set[str]:
    return {word for text in texts if text for word in register_words.of_text(text).split()}


def _in(typed: str, words: set[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in register_words.each(typed))


def _order(services: Services, query: RegisterQuery) -> Callable[[RegisterRow], Any]:
    """The key of the order; None for what has nothing to be ordered by."""
    ranks = {award: place for place, award in enumerate(query.award_order)}

    def name(row: RegisterRow) -> tuple[int, str, int]:
        return _FULL.index(row.kind), name_key(row.name_now, row.kind), row.entry.recipient_id

    def text(said: Callable[[RegisterRow], str | None]) -> Callable[[RegisterRow], str | None]:
        return lambda row: name_key(found, RecipientKind.COLLECTIVE) if (found := said(row)) else None

    def match(row: RegisterRow) -> tuple[int, ...]:
        words, entry = register_words.each(query.text), row.entry
        if not words:
            return (0, *((-one for one in _newest(row)) if query.backwards else ()))
        so_far: set[str] = set()
        for place, part in enumerate(
            ((entry.name, row.name_now), (entry.unit,), (entry.decision,), (entry.achievement,))
        ):
            so_far |= _words(*part)
            if _in(query.text, so_far):
                begins = place == 0 and register_words.of_text(row.name_now).startswith(" ".join(words))
                return (place if not begins else -1,)
        raise AssertionError(row)

    decisions = sorted({row for row in SIGNED if row}, key=lambda one: _number_of(services, one))
    orders: dict[RegisterOrder, Callable[[RegisterRow], Any]] = {
        RegisterOrder.MATCH: match,
        RegisterOrder.NAME: name,
        RegisterOrder.AWARD: lambda row: (ranks.get(row.entry.award_id, 9), row.entry.award_id),
        RegisterOrder.YEAR: lambda row: row.entry.year,
        RegisterOrder.DECISION: text(lambda row: row.entry.decision),
        RegisterOrder.LATEST: _newest,
        RegisterOrder.GOLDEN_BOOK: lambda row: (
            row.entry.decided_on or date.max,
            decisions.index(row.entry.decision) + 1 if row.entry.decision else 0,
            int(row.entry.golden_book or 99),
            row.entry.id,
        ),
        RegisterOrder.UNIT: text(lambda row: row.entry.unit),
        RegisterOrder.STATE: lambda row: _STATES.index(row.entry.state),
        RegisterOrder.DECIDED_BY: text(lambda row: row.entry.decided_by),
        RegisterOrder.KIND: lambda row: _FULL.index(row.kind),
    }
    return orders[query.order]


def _number_of(services: Services, decision: str) -> int:
    with services.register_pages._store.read() as work:
        asked = "SELECT id FROM register_values WHERE part = 2 AND text = ?"
        return int(work.register._session.value(asked, (decision,)) or 0)


def test_whoever_does_not_wait_is_told_nothing(filled: Filled, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("thidua_desktop.storage.register_search._ASK_EACH", 1)
    with pytest.raises(Cancelled):
        filled.services.register_pages.first(RegisterQuery("nguyen"), wanted=lambda: False)
    assert filled.services.register_pages.first(RegisterQuery("nguyen")).total


def test_no_order_is_sorted_when_it_is_asked_for(store: Store) -> None:
    """SQLite goes along an index, forwards and backwards, from any key on."""
    with store.read() as work:
        session = work.register._session
        scope = register_scope.Scope()
        runs = [
            *(register_runs.ValueRun(session, scope, part, back=back) for part in REFERENCES for back in (False, True)),
            *(register_runs.BookRun(session, scope, back=back) for back in (False, True)),
            *(register_runs.PlaceRun(session, scope, back=back) for back in (False, True)),
            *(register_runs.PlaceRun(session, register_scope.Scope(("an",)), back=back) for back in (False, True)),
        ]
        asked: list[str] = []
        session.db.conn.set_trace_callback(
            lambda sql: (
                asked.append(sql)
                if sql.startswith(("SELECT l.", "SELECT v.", "SELECT place", "SELECT count", "SELECT rowid"))
                else None
            )
        )
        for run in runs:
            run._from(None, 0, 5)
            run._from(("", 0, 0) if isinstance(run, register_runs.ValueRun) else
                      (0, 0, 0, 0) if isinstance(run, register_runs.BookRun) else (0,), 0, 5)  # fmt: skip
            run._key(None, 5)
        session.db.conn.set_trace_callback(None)
        assert len(asked) >= 3 * len(runs)
        for sql in asked:
            plan = " / ".join(row[3] for row in session.db.execute(f"EXPLAIN QUERY PLAN {sql}"))
            assert "TEMP B-TREE" not in plan, f"{sql}: {plan}"
