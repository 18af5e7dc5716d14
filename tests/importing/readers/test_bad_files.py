"""Files that cannot be read: each kind of trouble has its error and a sentence that helps."""

from __future__ import annotations

import io
import os
import unicodedata
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests.importing.readers import make
from tests.importing.readers.make import p, word_file, zipped
from tests.importing.readers.test_workbooks import sheet_file, text_cell
from thidua_desktop.common.errors import FileTrouble
from thidua_desktop.importing import readers
from thidua_desktop.importing.readers import errors, read_file, sniffing
from thidua_desktop.wording import messages

WORD = word_file(p("KẾ HOẠCH") * 20)


def compound(*streams: str) -> bytes:
    """The beginning of an OLE file whose directory names these streams."""
    entries = b""
    for name in ("Root Entry", *streams):
        raw = name.encode("utf-16-le") + b"\0\0"
        entries += raw.ljust(64, b"\0") + len(raw).to_bytes(2, "little") + bytes(62)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries.ljust(2048, b"\0")


def image(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (30, 30), "white").save(stream, kind)
    return stream.getvalue()


def open_document(kind: str) -> bytes:
    return zipped({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"})


def bomb() -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": b"<w>" + bytes(60_000_000)})


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{make.WORD}"><w:body><w:p><w:r><w:t>&a;&b;</w:t></w:r></w:p></w:body></w:document>'
)
WIDE_ENTITIES = ENTITIES.replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16")
WORD_2003 = b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'

BAD: list[tuple[str, bytes, type[FileTrouble]]] = [
    ("a.doc", compound("WordDocument", "1Table"), errors.FileIsOldWord),
    ("a.docx", compound("WordDocument"), errors.FileIsOldWord),
    ("a.doc", compound(), errors.FileIsOldWord),
    ("a.docx", compound("EncryptionInfo", "EncryptedPackage"), errors.FileEncrypted),
    ("a.xlsx", compound("EncryptedPackage"), errors.FileEncrypted),
    ("a.ppt", compound("PowerPoint Document"), errors.FileIsPresentation),
    ("a.msg", compound("__properties"), errors.FileUnknown),
    ("a.xls", compound("Workbook"), errors.FileDamaged),
    ("a.doc", b"{\\rtf1\\ansi K\\u7871?}", errors.FileIsRichText),
    ("a.doc", b"\xef\xbb\xbf<!DOCTYPE html><html><body>x</body></html>", errors.FileIsWebPage),
    ("a.doc", b"\r\n<html xmlns:o='urn:schemas-microsoft-com:office:office'><p>x", errors.FileIsWebPage),
    ("a.doc", "<html><p>x</p></html>".encode("utf-16"), errors.FileIsWebPage),
    ("a.doc", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", errors.FileIsWebPage),
    ("a.doc", WORD_2003, errors.FileIsWebPage),
    ("a.docx", image("PNG"), errors.FileIsImage),
    ("a.pdf", image("JPEG"), errors.FileIsImage),
    ("a.docx", image("TIFF"), errors.FileIsImage),
    ("a.txt", image("GIF"), errors.FileIsImage),
    ("a.jpg", image("BMP"), errors.FileIsImage),
    ("a.jpg", image("WEBP"), errors.FileIsImage),
    ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", errors.FileIsImage),
    ("a.docx", zipped({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), errors.FileIsPresentation),
    ("a.odp", open_document("presentation"), errors.FileIsPresentation),
    ("a.odt", open_document("text"), errors.FileIsOpenText),
    ("a.docx", open_document("text"), errors.FileIsOpenText),
    ("a.xlsb", zipped({"[Content_Types].xml": "<x/>", "xl/workbook.bin": b"x"}), errors.FileIsBinaryWorkbook),
    ("a.docx", zipped({"kế hoạch.docx": WORD}), errors.FileIsArchive),
    ("a.zip", zipped({}), errors.FileIsArchive),
    ("a.rar", b"Rar!\x1a\x07\x00abc", errors.FileIsArchive),
    ("a.7z", b"7z\xbc\xaf\x27\x1cabc", errors.FileIsArchive),
    ("a.docx", zipped({"[Content_Types].xml": "<x/>", "visio/document.xml": "<x/>"}), errors.FileUnknown),
    ("a.docx", WORD[: len(WORD) // 2], errors.FileDamaged),
    ("a.docx", b"PK\x03\x04", errors.FileDamaged),
    ("a.docx", zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<w:document"}), errors.FileDamaged),
    ("a.docx", zipped({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), errors.FileDamaged),
    ("a.docx", zipped({"[Content_Types].xml": "<x/>", "word/styles.xml": "<x/>"}), errors.FileDamaged),
    ("a.docx", b"\x01\x02\x03\x04" * 100, errors.FileDamaged),
    ("a.dat", b"\x01\x02\x03\x04" * 100, errors.FileUnknown),
    ("a.pdf", b"%PDF-1.7\nrubbish", errors.FileDamaged),
    ("a.pdf", make.as_pdf("KẾ HOẠCH")[:700], errors.FileDamaged),
    ("a.docx", bomb(), errors.FileUnsafe),
    ("a.docx", zipped({"[Content_Types].xml": "<x/>", "word/document.xml": ENTITIES}), errors.FileUnsafe),
    ("a.docx", zipped({"[Content_Types].xml": "<x/>", "word/document.xml": WIDE_ENTITIES}), errors.FileUnsafe),
    ("a.txt", b"", errors.FileEmpty),
    ("a.docx", b"", errors.FileEmpty),
    ("a.txt", b" \r\n\t\n", errors.FileEmpty),
    ("a.txt", "\ufeff\u200b\n".encode(), errors.FileEmpty),
    ("a.docx", word_file(p(" ")), errors.FileEmpty),
    ("a.xlsx", sheet_file(""), errors.FileEmpty),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "expected"), BAD, ids=[f"{at}-{bad[2].__name__}" for at, bad in enumerate(BAD)]
)
def test_each_trouble_has_its_name(name: str, data: bytes, expected: type[FileTrouble], tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileTrouble) as trouble:
        read_file(path)
    assert type(trouble.value) is expected
    assert name in messages.error(trouble.value)
    assert [entry.name for entry in tmp_path.iterdir()] == [name], "nothing is left behind"


TROUBLES = [
    value
    for value in vars(errors).values()
    if isinstance(value, type) and issubclass(value, FileTrouble) and value is not FileTrouble
]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_sentences_say_that_nothing_was_stored_and_what_to_do(trouble: type[FileTrouble]) -> None:
    sentence = messages.error(trouble(path=Path("/tmp/x/kế hoạch.docx"), limit=60, pages=3))
    assert "“kế hoạch.docx”" in sentence
    assert "Chưa có gì được lưu; hãy " in sentence
    assert sentence == unicodedata.normalize("NFC", sentence)


def test_a_docx_that_holds_only_pictures(tmp_path: Path) -> None:
    path = tmp_path / "quét.docx"
    with zipfile.ZipFile(io.BytesIO(word_file("<w:p/>"))) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            new.writestr(member, old.read(member))
        new.writestr("word/media/image1.png", image("PNG"))
    with pytest.raises(errors.FileIsImage):
        read_file(path)


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.doc", WORD, "docx"),
        ("a.txt", WORD, "docx"),
        ("a.docx", sheet_file(f'<row r="1">{text_cell("A1", "x")}</row>'), "xlsx"),
        ("a.docx", make.as_pdf("KẾ HOẠCH"), "pdf"),
        ("a.pdf", b"\r\n\r\n" + make.as_pdf("KẾ HOẠCH"), "pdf"),
        ("a.docx", "KẾ HOẠCH".encode(), "txt"),
        ("khong-duoi", "KẾ HOẠCH".encode(), "txt"),
    ],
)
def test_content_decides_not_the_name(name: str, data: bytes, form: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert read_file(path).format == form


def test_missing_folder_and_strange_names(tmp_path: Path) -> None:
    for path, expected in (
        (tmp_path / "không có.docx", errors.FileMissing),
        (tmp_path, errors.FileIsFolder),
        (tmp_path / "a\0b.docx", errors.FileUnreachable),
        (tmp_path / ("x" * 5000), errors.FileUnreachable),
    ):
        with pytest.raises(expected):
            read_file(path)


def test_what_is_neither_file_nor_folder_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ống.txt").write_text("x", encoding="utf-8")
    monkeypatch.setattr(Path, "is_file", lambda _: False)  # as a named pipe answers
    with pytest.raises(errors.FileUnreachable):
        read_file(tmp_path / "ống.txt")


def test_a_forbidden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the suite may run as a user to whom nothing is forbidden
    with pytest.raises(errors.FileForbidden):
        read_file(path)


def test_a_device_that_goes_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(errors.FileUnreachable):
        read_file(path)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lớn.docx"
    with path.open("wb") as target:
        os.truncate(target.fileno(), 200 * 1024**2)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("the file was opened"))
    with pytest.raises(errors.FileTooLarge) as trouble:
        read_file(path)
    assert trouble.value.params["limit"] == sniffing.LARGEST // 1024**2


def test_files_that_hold_only_remarks_are_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file("<w:altChunk/>"))
    assert [note.code for note in readers.read_file(path).notes] == ["reader.embedded_left"]
