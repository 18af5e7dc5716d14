"""The sheet of keys on paper says each deed and its key."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from thidua_desktop.services.key_sheet import write_pdf


def test_every_key_is_printed_under_its_place(tmp_path: Path) -> None:
    groups = (
        ("Chung", (("Mở tệp dữ liệu", "Ctrl+O"), ("Hoàn tác", "Ctrl+Z"))),
        ("Kế hoạch", (("Xóa kế hoạch", "Alt+Shift+X"),)),
    )
    written = write_pdf("Phím tắt", groups, tmp_path / "phim-tat.pdf")
    with pypdfium2.PdfDocument(written) as document:
        said = document[0].get_textpage().get_text_range()
        assert len(document) == 1
    for words in ("Phím tắt", "Chung", "Mở tệp dữ liệu", "Ctrl+O", "Kế hoạch", "Alt+Shift+X"):
        assert words in said
