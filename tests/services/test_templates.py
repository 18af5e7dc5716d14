"""The office's own templates: made from the original, checked, used, set aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from tests.reports.templates.fillings import REPORTS, template, words_of
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.reports.templates.package import TemplateNotWord
from thidua_desktop.reports.templates.renderer import TemplateFaulty
from thidua_desktop.services.templates import TemplateService

KIND = TemplateKind.DECISION


@pytest.fixture
def service(tmp_path: Path) -> TemplateService:
    return TemplateService(tmp_path / "mau-van-ban")


def write(service: TemplateService, out: Path) -> str:
    service.write(REPORTS["decision"], out, Format.DOCX)
    return words_of(out)


def test_an_office_without_templates_writes_the_built_in_layout(service: TemplateService, tmp_path: Path) -> None:
    assert [row.own for row in service.rows()] == [None] * len(TemplateKind)
    assert all(row.usable for row in service.rows())
    assert "Điều 1." in write(service, tmp_path / "giấy.docx")
    assert not service.folder.exists()


def test_what_the_office_has_changed_is_printed(service: TemplateService, tmp_path: Path) -> None:
    path = service.edit(KIND)
    document = Document(str(path))
    document.paragraphs[0].insert_paragraph_before("MẪU RIÊNG CỦA SỞ NỘI VỤ")
    document.save(str(path))
    assert service.edit(KIND) == path  # once made, it is only opened again
    words = write(service, tmp_path / "giấy.docx")
    assert "MẪU RIÊNG CỦA SỞ NỘI VỤ" in words
    assert "05/QĐ-UBND" in words
    row = service.row(KIND)
    assert (row.own, row.findings, row.usable) == (path, (), True)
    assert row.changed is not None


def test_only_the_word_file_follows_the_template(service: TemplateService, tmp_path: Path) -> None:
    service.folder.mkdir()
    template(tmp_path, "{{ khong_co_truong_nay }}").replace(service.folder / "quyet-dinh.docx")
    service.write(REPORTS["decision"], tmp_path / "giấy.pdf", Format.PDF)
    assert (tmp_path / "giấy.pdf").read_bytes().startswith(b"%PDF")


def test_the_original_comes_back_and_the_office_keeps_its_own(service: TemplateService, tmp_path: Path) -> None:
    first = service.edit(KIND)
    kept = first.read_bytes()
    assert service.restore(KIND) == first.with_name("quyet-dinh - bản cũ.docx")
    service.edit(KIND)
    aside = service.restore(KIND)
    assert aside == first.with_name("quyet-dinh - bản cũ 1.docx")
    assert aside.read_bytes() == kept
    assert service.own(KIND) is None
    assert service.restore(KIND) is None


def test_a_broken_template_stops_the_paper_and_keeps_the_former_one(service: TemplateService, tmp_path: Path) -> None:
    out = tmp_path / "giấy.docx"
    former = write(service, out)
    service.folder.mkdir()
    template(tmp_path, "{{ khong_co_truong_nay }}").replace(service.folder / "quyet-dinh.docx")
    with pytest.raises(TemplateFaulty):
        write(service, out)
    assert words_of(out) == former
    assert not service.row(KIND).usable


def test_a_file_that_is_no_template_is_told_in_the_list(service: TemplateService) -> None:
    service.folder.mkdir()
    (service.folder / "quyet-dinh.docx").write_text("không phải Word")
    row = service.row(KIND)
    assert isinstance(row.trouble, TemplateNotWord)
    assert not row.usable
    with pytest.raises(TemplateNotWord):
        service.check(KIND)
