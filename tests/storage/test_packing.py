"""Packages that somebody has made by hand: each is refused, and nothing is written anywhere."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.domain.plans import Plan
from thidua_desktop.storage import packing, snapshot, unpacking
from thidua_desktop.storage.connection import connect
from thidua_desktop.storage.package_errors import NotAPackage, PackageDamaged, PackageNewer
from thidua_desktop.storage.store import Store
from thidua_desktop.wording import messages

ATTACHED = b"ban quet " * 1000


@dataclass
class Parts:
    """What a package is made of, to be spoiled before it is written."""

    store: bytes
    manifest: dict[str, Any]
    pieces: list[bytes]
    application_id: int = packing.APPLICATION_ID
    tables: dict[str, str] = field(default_factory=lambda: dict(packing._TABLES))
    encoded: bytes | None = None
    more: list[str] = field(default_factory=list)
    """Statements run at the end."""

    def write(self, path: Path) -> Path:
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA page_size = 4096")
            for sql in self.tables.values():
                db.execute(sql)
            db.execute(f"PRAGMA application_id = {self.application_id}")
            encoded = msgspec.json.encode(self.manifest) if self.encoded is None else self.encoded
            if "manifest" in self.tables:
                db.execute("INSERT INTO manifest VALUES (1, ?)", (encoded,))
            if "content BLOB NOT NULL" in self.tables.get("pieces", ""):
                db.executemany("INSERT INTO pieces (content) VALUES (?)", [(piece,) for piece in self._cut()])
            for sql in self.more:
                db.execute(sql)
            db.commit()
        return path

    def _cut(self) -> Iterator[bytes]:
        """The pieces; the office file, which is a little larger than one may be, in two."""
        for piece in self.pieces:
            parted = piece == self.store and len(piece) > packing.PIECE
            yield from (piece[: packing.PIECE], piece[packing.PIECE :]) if parted else (piece,)

    def set_store(self, content: bytes) -> None:
        self.store = content
        self.manifest["store"] = packed(content)
        self.pieces[0] = content


def packed(content: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


@pytest.fixture
def parts(store: Store, tmp_path: Path) -> Parts:
    with store.write("plan.create", title="Kế hoạch") as work:
        work.plans.save(Plan("Kế hoạch", 2024))
    copy = tmp_path / "ban-sao.tdkt"
    held = store.copy_to(copy)
    content = copy.read_bytes()
    copy.unlink()
    manifest = {
        "format": 1,
        "program": "0.1.0",
        "at": datetime(2024, 6, 20, tzinfo=UTC),
        "office": "SỞ NỘI VỤ",
        "contents": held,
        "store": packed(content),
        "attachments": [packed(ATTACHED)],
    }
    return Parts(content, manifest, [content, ATTACHED])


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "noi" / "trong").mkdir(parents=True)
    return tmp_path / "noi" / "trong"


def test_a_good_one_made_the_same_way_is_opened(parts: Parts, place: Path, tmp_path: Path) -> None:
    """The tests below would show nothing if it were refused."""
    manifest, _ = unpacking.unpack(parts.write(tmp_path / "goi.tdgoi"), place / "moi.tdkt", None)
    assert manifest.office == "SỞ NỘI VỤ"
    assert [path.read_bytes() for path in (place / "moi-dinh-kem").iterdir()] == [ATTACHED]


def test_a_template_of_a_good_one_is_placed(parts: Parts, place: Path, tmp_path: Path) -> None:
    _own()(parts)
    _, placed = unpacking.unpack(parts.write(tmp_path / "goi.tdgoi"), place / "moi.tdkt", None)
    assert placed.made == (place / "mau-van-ban" / "to-trinh.docx",)
    assert placed.made[0].read_bytes() == OWN


def _attachment_named(name: str) -> Callable[[Parts], None]:
    return lambda parts: parts.manifest["attachments"][0].update(sha256=name)


OWN = b"mau to trinh"


def _own(folder: str = "mau-van-ban", name: str = "to-trinh.docx", **values: Any) -> Callable[[Parts], None]:
    def add(parts: Parts) -> None:
        file = {"folder": folder, "name": name, **packed(OWN), **values}
        parts.manifest.update(format=2, office_files=[file])
        parts.pieces.append(OWN)

    return add


def _manifest(**values: Any) -> Callable[[Parts], None]:
    return lambda parts: parts.manifest.update(values)


def _other_size(size: int) -> Callable[[Parts], None]:
    return lambda parts: parts.manifest["attachments"][0].update(size=size)


def _twice(parts: Parts) -> None:
    parts.manifest["attachments"] *= 2
    parts.pieces.append(ATTACHED)


def _endless(parts: Parts) -> None:
    parts.tables["pieces"] = (
        "CREATE VIEW pieces AS WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
        " SELECT id, zeroblob(1000000) AS content FROM n"
    )


def _computed(parts: Parts) -> None:
    parts.tables["pieces"] = (
        "CREATE TABLE pieces (id INTEGER PRIMARY KEY, content BLOB AS (zeroblob(900000000)) VIRTUAL) STRICT"
    )
    parts.more.append("INSERT INTO pieces (id) VALUES (1)")


def _in_pieces(count: int) -> Callable[[Parts], None]:
    """The office file cut so that one piece of ``count`` bytes too many is among them."""

    def spoil(parts: Parts) -> None:
        parts.pieces[0] = parts.store + bytes(count)

    return spoil


def _no_store(parts: Parts) -> None:
    parts.set_store(b"khong phai tep du lieu" * 100)


def _store_with(sql: str) -> Callable[[Parts], None]:
    def spoil(parts: Parts) -> None:
        db = sqlite3.connect(":memory:")
        db.deserialize(parts.store)
        db.execute("PRAGMA writable_schema = ON")
        db.create_function("journal_entry", 0, lambda: 1)
        db.execute(sql)
        db.commit()
        parts.set_store(db.serialize())
        db.close()

    return spoil


SPOILED: dict[str, Callable[[Parts], None]] = {
    "leads up": _attachment_named("../../../thoat"),
    "absolute": _attachment_named("/tmp/thoat"),
    "a drive of Windows": _attachment_named("C:\\thoat" + "0" * 56),
    "a device of Windows": _attachment_named("NUL"),
    "upper case": _attachment_named(hashlib.sha256(ATTACHED).hexdigest().upper()),
    "empty name": _attachment_named(""),
    "another hash": _attachment_named("0" * 64),
    "twice": _twice,
    "negative size": _other_size(-1),
    "too long": _other_size(len(ATTACHED) + 1),
    "too short": _other_size(len(ATTACHED) - 1),
    "endless size": _other_size(2**62),
    "size beyond numbers": _other_size(2**70),
    "a view without end": _endless,
    "a column without end": _computed,
    "a trigger": lambda parts: parts.more.append(
        "CREATE TRIGGER t AFTER INSERT ON pieces BEGIN DELETE FROM pieces; END"
    ),
    "another table": lambda parts: parts.more.append("CREATE TABLE t (x)"),
    "an index": lambda parts: parts.more.append("CREATE INDEX i ON pieces (length(content))"),
    "no table": lambda parts: parts.tables.clear(),
    "no manifest": lambda parts: parts.more.append("DELETE FROM manifest"),
    "a manifest too large": lambda parts: parts.more.append("UPDATE manifest SET json = zeroblob(70000000)"),
    "a manifest of zeros": lambda parts: parts.more.append("UPDATE manifest SET json = zeroblob(1000)"),
    "a manifest without end": lambda parts: setattr(parts, "encoded", b"[" * 1_000_000),
    "a manifest of depth": lambda parts: setattr(parts, "encoded", b'{"x":' * 100_000 + b"1" + b"}" * 100_000),
    "a list for a manifest": lambda parts: setattr(parts, "encoded", b"[1, 2]"),
    "no time": _manifest(at="hom qua"),
    "an empty manifest": lambda parts: parts.manifest.clear(),
    "a template that leads out": _own(name="../to-trinh.docx"),
    "a folder that leads out": _own(folder="../quan-trong"),
    "a folder of its own": _own(folder="khac"),
    "a program among the templates": _own(name="chay.exe"),
    "a template without end": _own(size=1 << 40),
    "another template": _own(sha256="0" * 64),
    "a template that is not there": _own(size=len(OWN) + 1),
    "no pieces": lambda parts: parts.more.append("DELETE FROM pieces"),
    "an empty piece": lambda parts: parts.pieces.insert(1, b""),
    "a piece too many": lambda parts: parts.pieces.append(b"thua"),
    "a piece too large": _in_pieces(2 << 20),
    "pieces in another order": lambda parts: parts.pieces.reverse(),
    "no office file": _no_store,
    "another office file": lambda parts: parts.manifest["contents"].counts.update(plans=7),
    "a trigger in the office file": _store_with(
        "CREATE TRIGGER t AFTER DELETE ON plans BEGIN UPDATE office SET name = ''; END"
    ),
    "other values in the office file": _store_with("UPDATE plans SET title = 'Khác'"),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_a_spoiled_one_is_refused_and_nothing_is_written(
    parts: Parts, place: Path, tmp_path: Path, spoil: Callable[[Parts], None]
) -> None:
    spoil(parts)
    package = parts.write(tmp_path / "goi.tdgoi")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(PackageDamaged) as caught:
        unpacking.unpack(package, place / "moi.tdkt", None)
    assert "bị hỏng hoặc chép chưa trọn" in messages.error(caught.value)
    assert sorted(tmp_path.rglob("*")) == before


def test_newer_ones_ask_for_a_newer_program(parts: Parts, place: Path, tmp_path: Path) -> None:
    parts.manifest = {"format": 3, "what": "nobody knows"}
    with pytest.raises(PackageNewer) as caught:
        unpacking.unpack(parts.write(tmp_path / "goi.tdgoi"), place / "moi.tdkt", None)
    assert "hãy cập nhật chương trình" in messages.error(caught.value)


def test_the_office_file_of_a_newer_program_too(parts: Parts, place: Path, tmp_path: Path) -> None:
    _store_with("PRAGMA user_version = 9999")(parts)
    with pytest.raises(PackageNewer):
        unpacking.unpack(parts.write(tmp_path / "goi.tdgoi"), place / "moi.tdkt", None)
    assert list(place.iterdir()) == []


def test_the_database_of_another_program(parts: Parts, place: Path, tmp_path: Path) -> None:
    parts.application_id = 0
    with pytest.raises(NotAPackage):
        unpacking.unpack(parts.write(tmp_path / "goi.tdgoi"), place / "moi.tdkt", None)


def test_every_cut_is_noticed(parts: Parts, place: Path, tmp_path: Path) -> None:
    whole = parts.write(tmp_path / "goi.tdgoi").read_bytes()
    cut = tmp_path / "cut.tdgoi"
    for size in (0, 10, 99, 100, 4095, 4096, 5000, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        cut.write_bytes(whole[:size])
        with pytest.raises(FileTrouble):
            unpacking.unpack(cut, place / "moi.tdkt", None)
        assert list(place.iterdir()) == []


def test_a_log_beside_a_package_is_no_part_of_it(parts: Parts, place: Path, tmp_path: Path) -> None:
    """Somebody who can put files on the stick could otherwise change what the package says."""
    other = parts.write(tmp_path / "khac.tdgoi")
    with closing(sqlite3.connect(other)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        package = Path(shutil.copy(other, tmp_path / "goi.tdgoi"))
        db.execute("UPDATE manifest SET json = x'7b7d'")
        db.commit()
        for suffix in ("-wal", "-shm"):
            shutil.copy(f"{other}{suffix}", f"{package}{suffix}")
        logged = Path(f"{package}-wal").read_bytes()
    assert unpacking.unpack(package, place / "moi.tdkt", None)[0].office == "SỞ NỘI VỤ"
    assert Path(f"{package}-wal").read_bytes() == logged


def test_what_is_checked_is_what_is_held(parts: Parts, tmp_path: Path) -> None:
    package = parts.write(tmp_path / "goi.tdgoi")
    out = tmp_path / "ra.tdkt"
    manifest = packing.read(package, out, None, None)
    with closing(connect(out)) as db:
        assert snapshot.contents(db) == manifest.contents
