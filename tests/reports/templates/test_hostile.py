"""Files that are no templates, or want to be more: a sentence, nothing written, nothing run, and no waiting."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports.templates.fillings import PAIRS, template
from thidua_desktop.common.errors import AppError
from thidua_desktop.common.paths import resource
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports.templates import package, renderer
from thidua_desktop.wording import messages

ORIGINAL = resource("templates/quyet-dinh.docx")
DOCUMENT = "word/document.xml"
SECONDS = 5.0
"""More than any of these may take on a slow machine; each was below one."""


def changed(target: Path, change: Callable[[str, bytes], bytes | None], *more: tuple[str, bytes]) -> Path:
    """The original decision with parts changed, dropped or added."""
    with zipfile.ZipFile(ORIGINAL) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                made.writestr(name, content)
        for name, content in more:
            made.writestr(name, content)
    return target


def replaced(old: bytes, new: bytes, part: str = DOCUMENT) -> Callable[[str, bytes], bytes]:
    return lambda name, content: content.replace(old, new, 1) if name == part else content


def same(_: str, content: bytes) -> bytes:
    return content


def refused(path: Path, kind: type[AppError]) -> None:
    began = time.process_time()
    with pytest.raises(kind) as trouble:
        renderer.render(path, PAIRS["decision"][1], path.with_name("giấy.docx"))
    assert time.process_time() - began < SECONDS
    assert messages.error(trouble.value)
    assert not path.with_name("giấy.docx").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"Day la van ban", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"{\\rtf1 a}", b"PK\x03\x04" + b"\0" * 900],
)
def test_what_is_no_word_file_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "mẫu.docx").write_bytes(content)
    refused(tmp_path / "mẫu.docx", package.TemplateNotWord)


def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path) -> None:
    whole = ORIGINAL.read_bytes()
    for part in range(1, 8):
        (tmp_path / "mẫu.docx").write_bytes(whole[: len(whole) * part // 8])
        refused(tmp_path / "mẫu.docx", package.TemplateNotWord)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    refused(tmp_path / "không có.docx", package.TemplateMissing)
    (tmp_path / "thư mục.docx").mkdir()
    refused(tmp_path / "thư mục.docx", package.TemplateMissing)


@pytest.mark.parametrize("part", [DOCUMENT, "[Content_Types].xml", "_rels/.rels"])
def test_a_file_without_a_needed_part_is_refused(part: str, tmp_path: Path) -> None:
    path = changed(tmp_path / "mẫu.docx", lambda name, content: None if name == part else content)
    with pytest.raises(AppError):
        renderer.render(path, PAIRS["decision"][1], tmp_path / "giấy.docx")


@pytest.mark.parametrize("part", [DOCUMENT, "[Content_Types].xml", "word/_rels/document.xml.rels", "word/header1.xml"])
def test_a_part_that_is_no_xml_is_refused(part: str, tmp_path: Path) -> None:
    path = changed(tmp_path / "mẫu.docx", lambda name, content: content[:-9] if name == part else content)
    refused(path, package.TemplateNotWord)


def test_a_workbook_is_no_template(tmp_path: Path) -> None:
    kind = replaced(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main", "[Content_Types].xml")
    refused(changed(tmp_path / "mẫu.docx", kind), package.TemplateNotWord)


def test_macros_are_refused(tmp_path: Path) -> None:
    refused(changed(tmp_path / "a.docx", same, ("word/vbaProject.bin", b"x")), package.TemplateHasMacros)
    kind = replaced(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        "[Content_Types].xml",
    )
    refused(changed(tmp_path / "b.docx", kind), package.TemplateHasMacros)


@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "oleObject", "subDocument", "frame"])
def test_what_is_fetched_from_elsewhere_is_refused(kind: str, tmp_path: Path) -> None:
    link = (
        f'<Relationship Id="rId99" TargetMode="External" Target="http://example.com/a" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
    )
    linked = replaced(b"</Relationships>", link.encode(), "word/_rels/document.xml.rels")
    refused(changed(tmp_path / "mẫu.docx", linked), package.TemplateLinked)


def test_a_link_to_be_clicked_may_stay(tmp_path: Path) -> None:
    link = (
        b'<Relationship Id="rId99" TargetMode="External" Target="http://example.com/a" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/></Relationships>'
    )
    path = changed(tmp_path / "mẫu.docx", replaced(b"</Relationships>", link, "word/_rels/document.xml.rels"))
    renderer.render(path, PAIRS["decision"][1], tmp_path / "giấy.docx")
    assert zipfile.is_zipfile(tmp_path / "giấy.docx")


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document '
    refused(changed(tmp_path / "mẫu.docx", replaced(b"<w:document ", bomb)), package.TemplateNotWord)


def test_huge_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = b"<a>" + b" " * (package.MOST_XML + 1) + b"</a>"
    refused(changed(tmp_path / "a.docx", same, ("word/lớn.xml", huge)), package.TemplateTooLarge)
    many = tuple((f"word/media/{number}.png", b"") for number in range(package.MOST_MEMBERS))
    refused(changed(tmp_path / "c.docx", same, *many), package.TemplateTooLarge)
    with (tmp_path / "d.docx").open("wb") as grown:
        grown.truncate(package.MOST_BYTES + 1)
    refused(tmp_path / "d.docx", package.TemplateTooLarge)
    monkeypatch.setattr(package, "MOST_UNPACKED", 1_000_000)
    refused(changed(tmp_path / "b.docx", same, ("word/media/1.png", b"\0" * 1_000_000)), package.TemplateTooLarge)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<w:jc ", b"<w:jc w:x=\"{{ ''.__class__ }}\" "),
        (b"</w:body>", b"<!-- {{ nguoi_ky }} --></w:body>"),
        (b"</w:body>", b"<w:p><w:r><w:delText>{{ nguoi_ky }}</w:delText></w:r></w:p></w:body>"),
        (b"</w:body>", b"<w:p><w:r><w:instrText>{% for a in danh_sach %}</w:instrText></w:r></w:p></w:body>"),
        (b"</w:p>", b"</w:p>{{ nguoi_ky }}"),
    ],
)
def test_tags_where_nobody_sees_them_are_refused(old: bytes, new: bytes, tmp_path: Path) -> None:
    path = changed(tmp_path / "mẫu.docx", replaced(old, new))
    assert renderer.faults_of(TemplateKind.DECISION, path)[0].code == "template.hidden"
    refused(path, renderer.TemplateFaulty)


@pytest.mark.parametrize("opening", [b"{", b"{{", b"{%", b"{#", b"{{{{", b"{%%}"])
def test_tags_put_together_from_pieces_do_not_get_through(opening: bytes, tmp_path: Path) -> None:
    pieces = b"<w:p><w:r><w:t>" + opening + b"</w:t><w:delText>{ 7*7 }}</w:delText></w:r></w:p></w:body>"
    refused(changed(tmp_path / "mẫu.docx", replaced(b"</w:body>", pieces)), renderer.TemplateFaulty)


@pytest.mark.parametrize("text", ["{" * 20_000, "{{" * 5_000 + "}}", "{%" * 10_000, "{% if " * 3_000, "}}{{" * 5_000])
def test_marks_without_end_do_not_take_long(text: str, tmp_path: Path) -> None:
    path = template(tmp_path, *([text] * 3))
    began = time.process_time()
    found = renderer.faults_of(TemplateKind.DECISION, path)
    assert time.process_time() - began < SECONDS
    assert any(one.severity is Severity.BLOCKING for one in found)


def test_a_template_without_end_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "MOST_LETTERS", 100_000)
    path = template(tmp_path, *["{% for dong in danh_sach %}" + "x" * 1000 + "{% endfor %}"] * 20)
    refused(path, renderer.TemplateEndless)


def test_nothing_of_a_person_stays_in_the_file(tmp_path: Path) -> None:
    path = changed(tmp_path / "mẫu.docx", replaced(b"<dc:creator></dc:creator>", b"", "docProps/core.xml"))
    renderer.render(path, PAIRS["decision"][1], tmp_path / "giấy.docx")
    with zipfile.ZipFile(tmp_path / "giấy.docx") as made:
        core = made.read("docProps/core.xml").decode()
    assert "Về việc tặng Bằng khen" in core
    assert "python-docx" not in core
