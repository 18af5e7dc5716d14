"""The book: contents that tell the right pages, links that lead there, pictures on the page."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from thidua_desktop.domain.manual import Chapter, Passage
from thidua_desktop.reports.manual import book, pictures
from thidua_desktop.reports.manual.boxes import rich_lines
from thidua_desktop.reports.manual.reading import chapter

LONG = "Một câu đủ dài để xuống dòng vài lần trên trang giấy. " * 8
LONGER = f"{LONG}\n\n" * 30
CHAPTERS = (
    chapter("mot", f"# Chương đầu\n\n{LONG}\n\n## Mục gần {{#gan}}\n\n{LONGER}## Mục xa {{#xa}}\n\nHết."),
    chapter("hai", "# Chương sau\n\nXem [mục xa](mot#xa).\n\n{{màn-hình:thu|Hình thử}}\n\n> Chú ý: **[Lưu]**.\n"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The words of each page."""
    folder = tmp_path_factory.mktemp("sach")
    picture = folder / "thu.png"
    Image.new("RGB", (400, 300), "#3366aa").save(picture)
    book.write(CHAPTERS, lambda _screen: picture, folder / "sach.pdf")
    document = pypdfium2.PdfDocument(folder / "sach.pdf")
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert [item.get_title() for item in document.get_toc()] == [
        *("1. Chương đầu", "Mục gần", "Mục xa", "2. Chương sau")
    ]
    assert any(item.type == 3 for item in document[len(document) - 1].get_objects())
    document.close()
    return pages


@pytest.mark.parametrize("title", ["Mục gần", "Mục xa", "1. Chương đầu", "2. Chương sau"])
def test_the_contents_tell_the_page(made: list[str], title: str) -> None:
    told = re.search(rf"{re.escape(title)}[ .]+(\d+)", made[1])
    assert told is not None
    assert title in made[int(told[1]) - 1]


def test_sections_go_over_pages(made: list[str]) -> None:
    assert "Mục xa" not in made[2]
    assert "Hình thử" in made[-1]


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    only: tuple[Chapter, ...] = (chapter("a", "# A\n\nMột câu.\n"),)
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    for target in (first, second):
        book.write(only, lambda _screen: tmp_path, target)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("width", range(20, 160, 12))
def test_a_full_stop_stays_with_the_button_before_it(width: int) -> None:
    (passage,) = chapter("a", "# A\n\nBấm **[Lưu lại]**, rồi **[In]** hoặc {phím:Ctrl+P}.\n").blocks
    assert isinstance(passage, Passage)
    lines = [[word.text for word in line] for line in rich_lines(passage.words, width)]
    assert [line for line in lines if line[0] in (",", ".")] == []
    assert [word for line in lines for word in line] == [
        *("Bấm", "Lưu", "lại", ",", "rồi", "In", "hoặc", "Ctrl+P", ".")
    ]


def test_a_picture_is_made_small(tmp_path: Path) -> None:
    large, small = tmp_path / "a.png", tmp_path / "b.png"
    picture = Image.effect_noise((300, 200), 40).convert("RGB")
    picture.save(large)
    pictures.shrink(large, small)
    with Image.open(small) as made:
        assert (made.size, made.mode) == ((300, 200), "P")
    assert small.stat().st_size < large.stat().st_size
