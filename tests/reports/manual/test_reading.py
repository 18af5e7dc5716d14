"""Markdown of the manual becomes blocks; what the manual does not use is refused."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.manual import Face, Grid, Heading, Listing, Note, Passage, Picture, Span, plain, text_of
from thidua_desktop.reports.manual.reading import ManualMistake, chapter

SOURCE = """# Nhập kế hoạch

Bấm **[Nhập kế hoạch từ tệp…]** hoặc {phím:Ctrl+I}, **không** phải *kéo*; tên tệp là `a.docx`.

## Xem lại {#xem}

1. Một, xem [lịch](lich#in).
2. Hai.

- Điểm

> **Chú ý.** Đừng vội.

| Phím | Việc |
|---|---|
| {phím:F1} | giúp |

{{màn-hình:ke-hoach|Bảng nhiệm vụ}}
"""


def test_a_chapter_is_read() -> None:
    made = chapter("nhap", SOURCE)
    first, heading, steps, points, note, table, picture = made.blocks
    assert (made.code, made.title) == ("nhap", "Nhập kế hoạch")
    assert isinstance(first, Passage)
    assert [span.face for span in first.words] == [
        *(Face.PLAIN, Face.BUTTON, Face.PLAIN, Face.KEY, Face.PLAIN, Face.BOLD, Face.PLAIN, Face.ITALIC),
        *(Face.PLAIN, Face.CODE, Face.PLAIN),
    ]
    assert first.words[1] == Span("Nhập kế hoạch từ tệp…", Face.BUTTON)
    assert heading == Heading(2, "Xem lại", "xem")
    assert isinstance(steps, Listing) and steps.ordered and len(steps.items) == 2
    assert isinstance(points, Listing) and not points.ordered
    assert isinstance(note, Note) and text_of(note) == "Chú ý. Đừng vội."
    assert isinstance(table, Grid) and plain(table.rows[0][1]) == "giúp"
    assert picture == Picture("ke-hoach", "Bảng nhiệm vụ")


def test_a_link_knows_where_it_leads() -> None:
    steps = chapter("nhap", SOURCE).blocks[2]
    assert isinstance(steps, Listing) and isinstance(steps.items[0][0], Passage)
    assert Span("lịch", Face.LINK, "lich#in") in steps.items[0][0].words


@pytest.mark.parametrize(
    "source", ["Không có tên chương", "# A\n\n## Không có neo", "# A\n\n![hình](a.png)", "# A\n\n```\nmã\n```"]
)
def test_what_the_manual_does_not_use_is_refused(source: str) -> None:
    with pytest.raises(ManualMistake):
        chapter("a", source)
