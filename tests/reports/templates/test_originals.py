"""The templates that the program brings along: they say what the built-in papers say, in the same layout."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Mm

from tests.reports import said
from tests.reports.templates.fillings import PAIRS, words_of
from thidua_desktop.common.paths import resource
from thidua_desktop.domain.paper_templates import FIELDS, TemplateKind, every_field
from thidua_desktop.reports.templates import originals, package, renderer, tags
from thidua_desktop.wording import paper_templates


def original(kind: TemplateKind) -> Path:
    return resource(f"templates/{kind.value}.docx")


@pytest.mark.parametrize("name", PAIRS)
def test_an_original_says_what_the_built_in_paper_says(name: str, tmp_path: Path) -> None:
    report, filling = PAIRS[name]
    renderer.render(original(filling.kind), filling, tmp_path / "giấy.docx")
    written = words_of(tmp_path / "giấy.docx")
    assert "{" not in written
    wanted, found = said.words(said.text_of(report)), said.words(written)
    if "……" in said.text_of(report):  # dots to write on are as long as the paragraph of each
        wanted, found = (wanted - wanted.__class__(), found - found.__class__())
    assert wanted - found == said.words("")
    extra = found - wanted
    assert set(extra) <= {"so", "vang"}, extra  # the column of the golden book stands there before there are numbers


@pytest.mark.parametrize("kind", TemplateKind)
def test_an_original_is_without_fault(kind: TemplateKind) -> None:
    assert renderer.faults_of(kind, original(kind)) == ()


@pytest.mark.parametrize("kind", TemplateKind)
def test_an_original_uses_every_field(kind: TemplateKind) -> None:
    document = package.opened(package.read(original(kind)), original(kind))
    text = " ".join(line.place.text for part, root in package.roots(document) for line in package.lines(part, root))
    tagged = " ".join(tags.tags_in(text))
    for field, _ in every_field(kind):
        assert field.name in tagged or field.name == "so_vang", field.name


@pytest.mark.parametrize("kind", TemplateKind)
def test_the_files_are_those_that_the_program_makes(kind: TemplateKind, tmp_path: Path) -> None:
    originals.write(kind, tmp_path / "mẫu.docx")
    with zipfile.ZipFile(tmp_path / "mẫu.docx") as fresh, zipfile.ZipFile(original(kind)) as kept:
        for part in ("word/document.xml", "word/header1.xml", "word/styles.xml"):
            assert fresh.read(part) == kept.read(part), part


@pytest.mark.parametrize("kind", TemplateKind)
def test_an_original_has_the_page_of_the_decree(kind: TemplateKind) -> None:
    for section in Document(str(original(kind))).sections:
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        measured = (section.page_width, section.page_height, *margins)
        assert measured == tuple(pytest.approx(Mm(each), abs=700) for each in (210, 297, 20, 20, 30, 15))
        assert section.different_first_page_header_footer


def test_every_field_is_explained_and_shadows_nothing() -> None:
    for kind in TemplateKind:
        for field, _ in every_field(kind):
            assert paper_templates.FIELDS[field.name]
            assert not hasattr(dict, field.name)
    assert set(paper_templates.FIELDS) == {field.name for kind in FIELDS for field, _ in every_field(kind)}
