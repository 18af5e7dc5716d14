"""Rows made after the pattern of others are what the rules would have made of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importing.lists.layouts import LAYOUTS
from tests.importing.lists.make import Layout
from thidua_desktop.domain.documents import Block, BlockKind, Document, Source
from thidua_desktop.domain.lists import Agreed, ListDraft, ListTarget
from thidua_desktop.importing.lists import parse
from thidua_desktop.importing.lists.rows.plain_rows import PlainRows
from thidua_desktop.importing.lists.walking import reading
from thidua_desktop.importing.readers import read_file
from thidua_desktop.services.awards import AwardService

CATALOGUE = AwardService().catalogue()
QUICK = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
HEADING = (
    "TT",
    "Họ và tên",
    "Năm sinh",
    "Giới tính",
    "Số CCCD",
    "Chức vụ",
    "Đơn vị",
    "Danh hiệu",
    "Thành tích",
    "Ghi chú",
)
NAMES = (
    "Nguyễn Văn An",
    "Trần Thị Bình",
    "Bà Lê Thị Hoa",
    "Phòng Nội vụ",
    "Hộ ông Vi Văn Tám",
    "Đỗ Văn Ba (Tổ trưởng)",
)
CELLS = st.tuples(
    st.sampled_from(("1", "2", "3", "3.1", "", "x")),
    st.sampled_from(NAMES),
    st.sampled_from(("1980", "17/5/1980", "31/2/1980", "29221", "", "nt")),
    st.sampled_from(("Nam", "Nữ", "", "x")),
    st.sampled_from(("001080000001", "1080000001", "1.08E+11", "012345678", "", "00108000")),
    st.sampled_from(("Giáo viên", "Hiệu trưởng", "", "-nt-", "Không đạt")),
    st.sampled_from(("Trường Mẫu giáo Hoa Sen", "Phòng Nội vụ", "", '"', "Phó Giám đốc Sở Y tế")),
    st.sampled_from(("LĐTT", "CSTĐCS", "LĐTT, CSTĐCS", "Bằng khen", "Giấy khen năm 2020", "", "Không")),
    st.sampled_from(("", "Hoàn thành tốt", "rút khỏi danh sách")),
    st.sampled_from(("", "Đảng viên", "như trên")),
)


def _without_patterns(document: Document, target: ListTarget, monkeypatch: pytest.MonkeyPatch) -> ListDraft:
    with monkeypatch.context() as patched:
        patched.setattr(PlainRows, "seen", lambda *_: None)
        patched.setattr(reading, "counted_rows", lambda _walk, _lines, first: first)
        return parse(document, CATALOGUE, Agreed(target))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_layout_reads_the_same(layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_file(layout.write(tmp_path))
    expected = _without_patterns(document, ListTarget.NOMINATIONS, monkeypatch)
    assert parse(document, CATALOGUE, Agreed(ListTarget.NOMINATIONS)) == expected


@QUICK
@given(rows=st.lists(CELLS, min_size=2, max_size=12), target=st.sampled_from(ListTarget))
def test_any_rows_read_the_same(
    rows: list[tuple[str, ...]], target: ListTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row twice, so that the second one may be made after the first."""
    lines = [("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",), HEADING, *(row for row in rows for _ in range(2))]
    blocks = tuple(
        Block(Source(at, sheet="Danh sách", row=at + 1), "\t".join(line), BlockKind.ROW, line)
        for at, line in enumerate(lines)
    )
    document = Document("danh-sach.xlsx", blocks, "xlsx")
    assert parse(document, CATALOGUE, Agreed(target)) == _without_patterns(document, target, monkeypatch)


def test_patterns_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    made = PlainRows.made

    def counted(*given: object) -> int:
        asked.append(made(*given))  # type: ignore[arg-type]
        return asked[-1]

    monkeypatch.setattr(PlainRows, "made", counted)
    row = ("1", "Nguyễn Văn An", "1980", "Nam", "001080000001", "Giáo viên", "Trường Mẫu", "LĐTT", "", "")
    lines = [HEADING, *((str(at), *row[1:]) for at in range(1, 9))]
    blocks = tuple(
        Block(Source(at, sheet="Danh sách", row=at + 1), "\t".join(line), BlockKind.ROW, line)
        for at, line in enumerate(lines)
    )
    draft = parse(Document("danh-sach.xlsx", blocks, "xlsx"), CATALOGUE)
    assert asked == [0, 6, 1]  # the rules make the first; the last one, with nothing below it, is asked on its own
    assert [row.name for row in draft.rows] == ["Nguyễn Văn An"] * 8
