"""The search of the register follows every change and finds what a look at each entry finds."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import EntryId, RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.register_queries import RegisterQuery
from thidua_desktop.domain.reported import SentReport
from thidua_desktop.services.container import Services
from thidua_desktop.storage import register_frequent, register_index, register_runs, register_words
from thidua_desktop.storage.connection import connect
from thidua_desktop.storage.database import Database
from thidua_desktop.storage.errors import ValueRefused
from thidua_desktop.storage.salvage import salvage
from thidua_desktop.storage.store import Store

LDTT = "lao_dong_tien_tien"
STATEMENTS = ("_FORGET", "_ADD_LINES", "_ADD_WORDS")
NAMES = ("Đỗ Thị Ánh", "Nguyễn Hoà Mỹ", "Lý Thị An", "Trần Đình Đức", "H'Hen Niê", "Nguyễn Văn An", "Anh hùng Núp")
UNITS = ("Sở Y tế", "Trường THPT số 2 Ân Thi", None, "UBND xã An Hòa")
DECISIONS = ("15/QĐ-SNV", "3/QĐ-UBND", "1.234/QĐ-BNV", None, "135/QĐ-SNV")
FOR = ("Hoàn thành xuất sắc nhiệm vụ", None, "giai đoạn 2020-2025")


def filled(services: Services) -> list[RecipientId]:
    people = [RecipientId(one) for one in services.recipients.save_many([_person(name) for name in NAMES]).created]
    chance = random.Random(3)
    services.register.add_many([_entry(chance, number, name) for number, name in zip(people, NAMES, strict=True)] * 6)
    return people


def _person(name: str) -> Recipient:
    return Recipient(RecipientKind.PERSON, name)


def _entry(chance: random.Random, number: RecipientId, name: str) -> RegisterEntry:
    return RegisterEntry(
        number,
        LDTT,
        chance.randrange(2010, 2025),
        name,
        decision=chance.choice(DECISIONS),
        unit=chance.choice(UNITS),
        achievement=chance.choice(FOR),
    )


def assert_in_step(path: Path) -> None:
    """What the operations have left is what making it anew gives."""
    with closing(connect(path)) as db:
        db.execute("BEGIN")
        db.execute("INSERT INTO register_words (register_words) VALUES ('integrity-check')")
        kept = _made(db)
        register_index.rebuild(db)
        assert _made(db) == kept
        db.rollback()
        for (beginning,) in db.execute(
            "SELECT DISTINCT beginning FROM register_frequent WHERE beginning <> ''"
        ).fetchall():
            asked = "SELECT rowid FROM register_words WHERE register_words MATCH ?"
            places = db.execute(asked, (register_words.question([beginning]),)).fetchall()
            bits = register_frequent._bits(db, beginning)
            assert bits == sum(1 << register_runs.id_of(place) for (place,) in places), beginning


def _made(db: Database) -> list[list[tuple[object, ...]]]:
    """All that was made: lines and what they stand for, totals, and every single word of every line."""
    db.execute("CREATE VIRTUAL TABLE temp.every_word USING fts5vocab (main, register_words, instance)")
    said = "(SELECT v.part || ' ' || v.text || ' ' || v.key || ' ' || v.words FROM register_values v WHERE v.id = {})"
    parts = ("name", "unit", "decision", "decided_by", "purpose", "said")
    stands_for = ", ".join(said.format(part) for part in parts)
    award = "(SELECT award_id FROM register_awards w WHERE w.id = marks & 65535)"
    asked = (
        f"SELECT place, id, marks >> 16, {award}, unit_id, day, book, recipient_id, {stands_for} FROM register_lines",
        f"SELECT marks >> 16, {award}, count FROM register_totals",
        "SELECT term, doc FROM temp.every_word WHERE unicode(substr(term, 1, 1)) NOT BETWEEN 0xF0000 AND 0xFFFFF",
        "SELECT id FROM register_values WHERE part NOT IN (4, 5) AND id NOT IN (SELECT name FROM register_lines UNION"
        " SELECT unit FROM register_lines UNION SELECT decision FROM register_lines"
        " UNION SELECT decided_by FROM register_lines)",
    )
    made = [sorted(db.execute(one).fetchall(), key=repr) for one in asked]
    db.execute("DROP TABLE temp.every_word")
    return made


@pytest.mark.parametrize("least", [20_000, 10])
def test_it_follows_changes_mergers_the_trash_and_every_way_back(
    store: Store, services: Services, monkeypatch: pytest.MonkeyPatch, least: int
) -> None:
    monkeypatch.setattr(register_frequent, "_LEAST", least)
    monkeypatch.setattr(register_frequent, "_SHARE", 5)
    people = filled(services)
    start = services.history.recent(1)[0].id
    first = services.register.of_recipient(people[0])[0]
    services.register.save(replace(first, unit="Sở Tài chính", decision="9/QĐ-STC"))
    services.recipients.save(replace(services.recipients.get(people[1]), name="Nguyễn Hoàng Mỹ"))
    services.register.delete([one.id for one in services.register.of_recipient(people[2]) if one.id is not None])
    services.recipients.merge(people[5], [people[2]])
    services.recipients.delete([people[3]])
    assert_in_step(store.path)
    assert found(services, "stc") == {first.id}
    assert len(found(services, "hoang my nguyen")) == 6
    for _ in range(3):
        services.undo.undo()
    assert_in_step(store.path)
    services.undo.redo()
    services.undo.back_to(EntryId(start))
    assert_in_step(store.path)
    services.undo.undo()
    services.undo.back_to(EntryId(1))
    assert_in_step(store.path)
    assert found(services, "") == set()


def test_a_heap_of_entries_is_ordered_when_all_are_there(
    store: Store, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_index, "_CHUNK", 10)
    indexes = _indexes(store.path)
    people = filled(services)
    assert_in_step(store.path)
    filled(services)  # as many again: what is there is no longer less
    assert_in_step(store.path)
    services.recipients.merge(people[5], [people[2]])
    services.undo.back_to(EntryId(1))
    assert_in_step(store.path)
    services.undo.undo()
    assert_in_step(store.path)
    assert _indexes(store.path) == indexes
    assert len(found(services, "hoa mi")) == 12


def _indexes(path: Path) -> set[tuple[str, str]]:
    with closing(connect(path)) as db:
        return set(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index'").fetchall())


@pytest.mark.parametrize(
    ("part", "done"),
    [
        (part, at)
        for part in ("_FORGET", "_ADD_LINES", "_ADD_WORDS")
        for at in range(len(getattr(register_index, part)))
    ],
)
def test_an_operation_that_it_cannot_follow_is_not_kept(
    store: Store, services: Services, monkeypatch: pytest.MonkeyPatch, part: str, done: int
) -> None:
    people = filled(services)
    first = services.register.of_recipient(people[0])[0]
    last = services.history.recent(1)[0].id
    with monkeypatch.context() as broken:
        broken.setattr(register_index, part, (*getattr(register_index, part)[:done], "SELECT there_is_no_such_thing"))
        with pytest.raises(sqlite3.OperationalError):
            services.register.save(replace(first, unit="Sở Tài chính"))
    assert services.register.of_recipient(people[0])[0] == first
    assert services.history.recent(1)[0].id == last
    assert_in_step(store.path)
    services.register.save(replace(first, unit="Sở Tài chính"))
    assert found(services, "tai chinh") == {first.id}
    assert_in_step(store.path)


def found(services: Services, text: str) -> set[int]:
    return set(services.register_pages.found(RegisterQuery(text)).ids)


def _looked_at(services: Services, text: str) -> set[int]:
    """The entries found by reading each of them."""
    asked = fold(text).replace("y", "i").replace("'", "").split()
    every = services.register_pages.rows(services.register_pages.found(RegisterQuery()).ids)
    return {row.entry.id or 0 for row in every if all(_has(row.entry, row.name_now, word) for word in asked)}


def _has(entry: RegisterEntry, name_now: str, word: str) -> bool:
    texts = [entry.name, name_now, entry.unit or "", entry.decision or "", entry.achievement or ""]
    plain = fold(" ".join(texts)).replace("y", "i").replace("'", "")
    if "/" in word:
        return any(piece.startswith(word) for piece in plain.split())
    parts = word.replace("-", " ").split()
    words = plain.replace("/", " ").replace("-", " ").replace(".", " ").split()
    return all(any(one.startswith(part) for one in words) for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        *("an", "ng", "nguyen an", "so y te", "y tế an", "thpt 2 thi", "15/qd", "3/QĐ-U", "5/qd", "qd-snv", "snv 15"),
        *(
            "xuất sắc",
            "h'hen",
            "hhen",
            "Lí",
            "lý an",
            "2020",
            "2020-2025",
            "zzz",
            "đức",
            "d",
            "hòa mỹ",
            "HOÀ xa",
            '"',
            "an*",
        ),
    ],
)
def test_it_finds_what_a_look_at_each_entry_finds(services: Services, text: str) -> None:
    filled(services)
    expected = _looked_at(services, text.replace('"', "").replace("*", ""))
    assert found(services, text) == expected
    assert expected or text in ("zzz", "5/qd")


@pytest.mark.parametrize(
    ("text", "how_many"),
    [("2024/qđ", 1), ("15/2024", 1), ("snv,15/2024", 1), ("15/2024,snv", 1), ("stc,15/2024", 0), ("5/2024", 0)],
)
def test_numbers_are_found_by_their_later_parts_and_beside_words(services: Services, text: str, how_many: int) -> None:
    who = filled(services)[0]
    services.register.add_many([RegisterEntry(who, LDTT, 2024, "Đỗ Thị Ánh", decision="15/2024/QĐ-SNV")])
    assert len(found(services, text)) == how_many


def test_a_rescue_and_a_password_make_it_anew(store: Store, services: Services, tmp_path: Path) -> None:
    filled(services)
    asked = found(services, "nguyen an")
    store.rewrite(store.path.parent, "mật khẩu một")
    assert found(services, "nguyen an") == asked
    store.rewrite(store.path.parent, None)
    assert_in_step(store.path)
    store.close()
    salvage(store.path, tmp_path / "cuu.tdkt")
    assert_in_step(tmp_path / "cuu.tdkt")
    with Store.open(tmp_path / "cuu.tdkt") as rescued:
        assert found(Services(rescued, services.today), "nguyen an") == asked


def test_no_comparison_sees_it(store: Store, services: Services) -> None:
    filled(services)
    counts = store.health().counts
    assert not any(register_index.is_generated(table) for table in counts)
    assert counts["award_records"] == 42


def test_what_was_sent_is_neither_changed_nor_removed(store: Store) -> None:
    day = date(2024, 12, 15)
    with store.write("sent_report.keep", title="x") as work:
        work.report.sent.save(
            SentReport("0601.N", "Biểu 0601.N", day, day, "bieu.xlsx", "0" * 64, 1, day, "Bộ", made_at=store.now())
        )
    for statement in ("UPDATE sent_reports SET title = 'y'", "DELETE FROM sent_reports"):
        with pytest.raises(ValueRefused, match="what was sent"), store.write("sent_report.keep") as work:
            work.plans._session.change(statement)
