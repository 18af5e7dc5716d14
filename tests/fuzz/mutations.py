"""Real files, spoiled: as a broken stick spoils them, and as somebody with bad intentions would."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

_FORMULAS = (b"=cmd|' /C calc'!A0", b"+1+1", b"@SUM(1)", b'=HYPERLINK("http://127.0.0.1")', b"-2+3")
_PIECES = b"CREATE TABLE pieces"
PATHS = ("../../thoat.txt", "/tmp/thoat.txt", "C:\\thoat.txt", "..\\..\\thoat.txt")


def spoiled(data: bytes, chance: Random, secret: Path) -> bytes:
    """A file derived from a good one."""
    if data[:2] == b"PK" and chance.random() < 0.7:
        return _zip_spoiled(data, chance, secret)
    if _PIECES in data[:8192] and chance.random() < 0.6:
        return _package_spoiled(data, chance)
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20, 100))):
        chance.choice(_BYTES)(changed, chance)
    return bytes(changed)


def _flip(data: bytearray, chance: Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _overwrite(data: bytearray, chance: Random) -> None:
    at = chance.randrange(len(data) + 1)
    data[at : at + chance.randint(1, 4096)] = chance.choice((bytes, chance.randbytes))(chance.randint(1, 4096))


def _cut(data: bytearray, chance: Random) -> None:
    at = chance.randrange(len(data) + 1)
    del data[at : at + chance.randint(1, 2000)]


def _end(data: bytearray, chance: Random) -> None:
    if chance.random() < 0.2:
        del data[chance.randrange(len(data) + 1) :]


def _double(data: bytearray, chance: Random) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = data[at : at + chance.randint(1, 5000)]


def _number(data: bytearray, chance: Random) -> None:
    """Counts and lengths in headers: the largest, the smallest, a negative one."""
    at = chance.randrange(max(1, min(len(data), 4096)))
    data[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", bytes(4), b"\x80\x00\x00\x00"))


def _text(data: bytearray, chance: Random) -> None:
    at = chance.randrange(len(data) + 1)
    what = chance.choice((*_FORMULAS, b"\x00", b"\x0c", "\ufeff".encode(), b"\xed\xa0\x80", b"9" * 400, b"(" * 3000))
    data[at:at] = what


_BYTES: tuple[Callable[[bytearray, Random], None], ...] = (
    _flip,
    _flip,
    _overwrite,
    _cut,
    _end,
    _double,
    _number,
    _text,
)


def _zip_spoiled(data: bytes, chance: Random, secret: Path) -> bytes:
    """A package whose container is whole and whose parts are not."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    chosen = chance.choice([name for name in parts if name.endswith(".xml")] or list(parts))
    parts[chosen] = chance.choice(_PARTS)(parts[chosen], chance, secret)
    if chance.random() < 0.2:
        parts[chance.choice(PATHS)] = b"thoat"
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return made.getvalue()


def _package_spoiled(data: bytes, chance: Random) -> bytes:
    """A package of an office whose database is whole and whose manifest or pieces are not."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(data)
        manifest = json.loads(db.execute("SELECT json FROM manifest").fetchone()[0])
        chance.choice((_manifest_spoiled, _piece_spoiled))(manifest, db, chance)
        db.execute("UPDATE manifest SET json = ?", (json.dumps(manifest).encode(),))
        db.commit()
        return db.serialize()


def _manifest_spoiled(manifest: dict[str, object], _: sqlite3.Connection, chance: Random) -> None:
    where: dict[str, object] = manifest
    while True:
        name = chance.choice(list(where))
        inner = where[name]
        if not isinstance(inner, dict) or not inner or chance.random() < 0.2:
            break
        where = inner
    if chance.random() < 0.2:
        del where[name]
    else:
        where[name] = chance.choice((None, -1, 2**63, 2**70, 0.5, "", "../../thoat", "x" * 70_000, [], [inner] * 3, {}))


def _piece_spoiled(_: dict[str, object], db: sqlite3.Connection, chance: Random) -> None:
    db.execute(
        chance.choice(
            (
                "DELETE FROM pieces WHERE id = (SELECT max(id) FROM pieces)",
                "INSERT INTO pieces (content) SELECT content FROM pieces LIMIT 1",
                "INSERT INTO pieces (content) VALUES (zeroblob(40000000))",
                "UPDATE pieces SET content = zeroblob(length(content)) WHERE id = 1",
                "UPDATE pieces SET content = x''",
                "UPDATE pieces SET id = -id",
            )
        )
    )


def _bytes_of(part: bytes, chance: Random, _: Path) -> bytes:
    changed = bytearray(part)
    for _round in range(chance.choice((1, 3, 10))):
        chance.choice(_BYTES)(changed, chance)
    return bytes(changed)


def _entity(part: bytes, _: Random, secret: Path) -> bytes:
    head = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    return head + _body(part).replace(b"</w:t>", b"&x;</w:t>", 3).replace(b"</t>", b"&x;</t>", 3)


def _laughs(part: bytes, _: Random, __: Path) -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "haha">{levels}]>'.encode()
    return head + _body(part).replace(b"</w:t>", b"&l9;</w:t>", 1).replace(b"</t>", b"&l9;</t>", 1)


def _bomb(_: bytes, __: Random, ___: Path) -> bytes:
    return b"<a>" + b" " * (300 << 20) + b"</a>"


def _deep(part: bytes, chance: Random, _: Path) -> bytes:
    depth = chance.choice((100, 3000, 100_000))
    return part.replace(b"<w:p>", b"<w:tbl><w:tr><w:tc>" * depth + b"<w:p>", 1).replace(
        b"<sheetData>", b"<x>" * depth, 1
    )


def _wide(part: bytes, _: Random, __: Path) -> bytes:
    cells = b"".join(b'<c t="inlineStr"><is><t>=1</t></is></c>' for _ in range(10_000))
    return part.replace(b"<sheetData>", b'<sheetData><row r="1">' + cells + b"</row>", 1)


def _spans(part: bytes, _: Random, __: Path) -> bytes:
    wide = b'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>'
    return part.replace(b"<w:tc>", wide).replace(b' r="', b' r="XFD1048576" x="')


def _body(part: bytes) -> bytes:
    return part.split(b"?>", 1)[1] if part.startswith(b"<?xml") and b"?>" in part else part


_PARTS: tuple[Callable[[bytes, Random, Path], bytes], ...] = (
    *(_bytes_of,) * 20,
    *(_entity,) * 3,
    *(_laughs,) * 2,
    *(_deep,) * 2,
    _bomb,
    *(_wide,) * 2,
    *(_spans,) * 2,
)
