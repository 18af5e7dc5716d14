"""Signs in the award column that the list explains itself, awards in a sentence, posts in brackets."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from thidua_desktop.domain.lists import ListDraft, RepairKind
from thidua_desktop.importing.lists import read_list
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE, _AT = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
_NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung")


def _read(folder: Path, *rows: tuple[str, ...]) -> ListDraft:
    path = folder / "ds.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return read_list(path, _CATALOGUE)


def _with_awards(folder: Path, heading: str, awards: tuple[str, ...], *notes: str) -> list[str | None]:
    rows = [
        (str(number), name, "Giáo viên", award)
        for number, (name, award) in enumerate(zip(_NAMES, awards, strict=True), 1)
    ]
    draft = _read(folder, ("DANH SÁCH",), ("STT", "Họ và tên", "Chức vụ", heading), *rows, *((note,) for note in notes))
    return [row.award_id for row in draft.rows]


@pytest.mark.parametrize(
    ("awards", "notes"),
    [
        (("1", "2", "1", "2"), ("Ghi chú: 1 - LĐTT; 2 - CSTĐCS",)),
        (("1", "2", "1", "2"), ("(*) 1: Lao động tiên tiến, 2: Chiến sĩ thi đua cơ sở.",)),
        (("1", "2", "1", "2"), ("Ghi chú:", "1: Lao động tiên tiến", "2: Chiến sĩ thi đua cơ sở", "HIỆU TRƯỞNG")),
        (("1", "2", "1", "2"), ("Ghi chú: (1) Lao động tiên tiến (2) Chiến sĩ thi đua cơ sở",)),
        (("a", "b", "a", "b"), ("Ghi chú: a) Lao động tiên tiến; b) Chiến sĩ thi đua cơ sở",)),
        (("A", "B", "A", "B"), ("Ký hiệu: A = Lao động tiên tiến; B = Chiến sĩ thi đua cơ sở",)),
        (("x", "xx", "x", "xx"), ("Chú thích: x là Lao động tiên tiến; xx là Chiến sĩ thi đua cơ sở",)),
        (("*", "**", "*", "**"), ("Ghi chú: (*) Lao động tiên tiến; (**) Chiến sĩ thi đua cơ sở",)),
    ],
)
def test_signs_are_awards_as_the_notes_explain_them(
    tmp_path: Path, awards: tuple[str, ...], notes: tuple[str, ...]
) -> None:
    assert _with_awards(tmp_path, "Hình thức (*)", awards, *notes) == [_TITLE, _AT, _TITLE, _AT]


@pytest.mark.parametrize("heading", ["Danh hiệu (1 - LĐTT; 2 - CSTĐCS)", "Danh hiệu: 1 - LĐTT, 2 - CSTĐCS"])
def test_signs_are_awards_as_the_heading_explains_them(tmp_path: Path, heading: str) -> None:
    assert _with_awards(tmp_path, heading, ("1", "2", "2", "1")) == [_TITLE, _AT, _AT, _TITLE]


def test_a_cell_with_two_signs_is_two_rows(tmp_path: Path) -> None:
    found = _with_awards(tmp_path, "Hình thức", ("1", "1, 2", "2", "1"), "Ghi chú: 1 - LĐTT; 2 - CSTĐCS")
    assert found == [_TITLE, _TITLE, _AT, _AT, _TITLE]


def test_the_clerk_sees_what_a_sign_was_taken_for(tmp_path: Path) -> None:
    rows = (("STT", "Họ và tên", "Hình thức"), ("1", "Nguyễn Văn An", "2"), ("2", "Trần Thị Bình", "CSTĐCS"))
    draft = _read(tmp_path, *rows, ("Ghi chú: 1 - LĐTT; 2 - CSTĐCS",))
    told = [(repair.kind, repair.before, repair.after, repair.source.row) for repair in draft.repairs]
    assert told == [(RepairKind.SIGN, "2", "CSTĐCS", draft.rows[0].source.row)]


def test_a_sign_that_is_not_explained_stays_and_is_told(tmp_path: Path) -> None:
    found = _with_awards(tmp_path, "Hình thức", ("1", "3", "2", "1"), "Ghi chú: 1 - LĐTT; 2 - CSTĐCS")
    assert found == [_TITLE, None, _AT, _TITLE]


def test_notes_that_speak_of_other_things_explain_no_signs(tmp_path: Path) -> None:
    found = _with_awards(tmp_path, "Hình thức", ("1", "2", "2", "1"), "Ghi chú: 1 - Nộp hồ sơ; 2 - Nộp sau")
    assert found == [None] * len(_NAMES)


@pytest.mark.parametrize(
    ("written", "award", "citation"),
    [
        (
            "Đề nghị tặng Bằng khen của Chủ tịch UBND tỉnh vì đã có thành tích xây dựng nông thôn mới năm 2025",
            "Bằng khen của Chủ tịch UBND tỉnh",
            "Đã có thành tích xây dựng nông thôn mới năm 2025",
        ),
        (
            "Tặng Bằng khen của Chủ tịch UBND tỉnh, có nhiều đóng góp trong công tác từ thiện.",
            "Bằng khen của Chủ tịch UBND tỉnh",
            "Có nhiều đóng góp trong công tác từ thiện",
        ),
        (
            "Bằng khen của Chủ tịch UBND tỉnh về thành tích phòng, chống thiên tai",
            "Bằng khen của Chủ tịch UBND tỉnh",
            "Về thành tích phòng, chống thiên tai",
        ),
        ("Kỷ niệm chương vì sự nghiệp giáo dục Việt Nam", "Kỷ niệm chương vì sự nghiệp giáo dục Việt Nam", None),
        (
            "Kỷ niệm chương “Vì sự nghiệp Thi đua, Khen thưởng”",
            "Kỷ niệm chương “Vì sự nghiệp Thi đua, Khen thưởng”",
            None,
        ),
        ("Bằng khen của Chủ tịch UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh", None),
    ],
)
def test_a_reason_behind_the_award_is_the_citation(
    tmp_path: Path, written: str, award: str, citation: str | None
) -> None:
    heading = ("TT", "Họ và tên", "Đơn vị", "Nội dung đề nghị")
    draft = _read(tmp_path, ("DANH SÁCH",), heading, ("1", "Ông Nguyễn Văn An", "HTX Mường Mẫu", written))
    assert [(row.award, row.citation) for row in draft.rows] == [(award, citation)]


def test_a_reason_beside_a_citation_stays_where_it_is(tmp_path: Path) -> None:
    written = "Bằng khen của Chủ tịch UBND tỉnh vì đã có thành tích năm 2025"
    heading = ("TT", "Họ và tên", "Hình thức khen thưởng", "Tóm tắt thành tích")
    draft = _read(tmp_path, ("DANH SÁCH",), heading, ("1", "Nguyễn Văn An", written, "Hai sáng kiến"))
    assert [(row.award, row.award_id, row.citation) for row in draft.rows] == [
        (written, "bang_khen_bo_tinh", "Hai sáng kiến")
    ]


@pytest.mark.parametrize(
    ("heading", "position", "note"), [("Họ và tên (chức vụ)", "Hòa âm", None), ("Họ và tên", None, "Hòa âm")]
)
def test_brackets_hold_posts_where_the_heading_says_so(
    tmp_path: Path, heading: str, position: str | None, note: str | None
) -> None:
    rows = (("STT", heading, "Phòng"), ("1", "Nguyễn Văn An (Hòa âm)", "Phòng Nghệ thuật"))
    assert [(row.position, row.note) for row in _read(tmp_path, *rows).rows] == [(position, note)]


def test_a_number_of_members_makes_no_person_of_a_collective(tmp_path: Path) -> None:
    rows = (
        ("Stt", "Tên tập thể/cá nhân", "Số CCCD/Số người", "Danh hiệu"),
        ("I", "Tập thể", "", ""),
        ("1", "Nhóm 5S Nguyên liệu", "23", "TTLĐTT"),
        ("II", "Cá nhân", "", ""),
        ("1", "Nguyễn Văn An", "024081000001", "LĐTT"),
    )
    found = [(row.kind.value, row.id_number) for row in _read(tmp_path, *rows).rows]
    assert found == [("collective", None), ("person", "024081000001")]


def test_a_letterhead_above_numbered_lines_is_nobody(tmp_path: Path) -> None:
    rows = (
        ("HỘI CHỮ THẬP ĐỎ TỈNH MẪU",),
        ("Danh sách cá nhân đề nghị Chủ tịch UBND tỉnh tặng Bằng khen",),
        ("1. Bà Trần Thị Bình - Công chức - UBND xã Mẫu",),
        ("2. Ông Nguyễn Văn An - Giáo viên - Trường THPT Mẫu",),
    )
    assert [row.name for row in _read(tmp_path, *rows).rows] == ["Trần Thị Bình", "Nguyễn Văn An"]
