"""Blocks copied out of spreadsheets, with and without a heading."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.pasting import LineTrouble, PastedField, PastedTable, award_names, guess, kind_of, lines

F = PastedField
PERSON, COLLECTIVE, HOUSEHOLD = RecipientKind.PERSON, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD

AWARDS = (
    Award("ldtt", "Lao động tiên tiến", "danh_hieu", (PERSON,), "co_so", 1, "LĐTT"),
    Award("ttldtt", "Tập thể lao động tiên tiến", "danh_hieu", (COLLECTIVE,), "co_so", 2, "TTLĐTT"),
    Award("gk", "Giấy khen", "giay_khen", (PERSON, COLLECTIVE, HOUSEHOLD), "co_so", 0, "GK"),
    Award("knc1", "Kỷ niệm chương A", "knc", (PERSON,), "bo", 3, "KNC"),
    Award("knc2", "Kỷ niệm chương B", "knc", (PERSON,), "bo", 3, "KNC"),
)

BLANK = Nomination(RoundId(1), PERSON, "", "")


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        (["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu"], (F.SKIP, F.NAME, F.POSITION, F.UNIT, F.AWARD)),
        (["TT", "HỌ TÊN", "Năm sinh", "Nơi công tác"], (F.SKIP, F.NAME, F.BIRTH, F.UNIT)),
        (["ho va ten", "so cccd", "hinh thuc khen thuong"], (F.NAME, F.ID_NUMBER, F.AWARD)),
        (["Tên tập thể", "Hình thức đề nghị", "Thành tích", "Ghi chú"], (F.NAME, F.AWARD, F.CITATION, F.NOTE)),
        (["Họ và tên", "Đơn vị", "Đơn vị", "Lương"], (F.NAME, F.UNIT, F.SKIP, F.SKIP)),
    ],
)
def test_headings_tell_the_columns(heading: list[str], fields: tuple[PastedField, ...]) -> None:
    assert guess([heading, ["1"] * len(heading)], AWARDS) == PastedTable(fields, heading=True)


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        (
            [["1", "Nguyễn Văn An", "Trưởng phòng", "Sở Nội vụ", "LĐTT"], ["2", "Lê Thị Bình", "", "Sở Y tế", "GK"]],
            (F.SKIP, F.NAME, F.POSITION, F.UNIT, F.AWARD),
        ),
        ([["Nguyễn Văn An", "1980", "001080123456"]], (F.NAME, F.BIRTH, F.ID_NUMBER)),
        ([["Nguyễn Văn An"]], (F.NAME,)),
        ([["Nguyễn Văn An", "", "Kế toán"]], (F.NAME, F.SKIP, F.POSITION)),
    ],
)
def test_content_tells_the_columns(rows: list[list[str]], fields: tuple[PastedField, ...]) -> None:
    assert guess(rows, AWARDS) == PastedTable(fields, heading=False)


def test_nothing_has_no_columns() -> None:
    assert guess([], AWARDS) == PastedTable((), heading=False)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Nguyễn Văn An", PERSON),
        ("Hộ ông Nguyễn Văn An", HOUSEHOLD),
        ("Gia đình bà Lê Thị Ba", HOUSEHOLD),
        ("Phòng Xây dựng chính quyền", COLLECTIVE),
        ("Tổ dân phố 5", COLLECTIVE),
        ("UBND xã Hồng Phong", COLLECTIVE),
        ("Hồ Thị Ban", PERSON),
        ("Đoàn Văn Phòng", PERSON),
        ("Trương Thị Sở", PERSON),
    ],
)
def test_names_tell_the_kind(name: str, kind: RecipientKind) -> None:
    assert kind_of(name, PERSON) is kind


TABLE = PastedTable((F.NAME, F.BIRTH, F.UNIT, F.AWARD, F.NOTE), heading=False)


def test_a_row_becomes_a_nomination() -> None:
    (found,) = lines([["Bà  Lê Thị Bình", "17/5/1985", "Sở Y tế", "lao dong tien tien", ""]], TABLE, BLANK, AWARDS)
    line = found.nomination
    assert line is not None
    assert (line.name, line.honorific, line.gender) == ("Lê Thị Bình", "Bà", "female")
    assert (line.birth, line.unit, line.award_id, line.kind) == ("1985-05-17", "Sở Y tế", "ldtt", PERSON)


@pytest.mark.parametrize(
    ("row", "trouble"),
    [
        (["", "1985", "Sở Y tế", "LĐTT", ""], LineTrouble.NO_NAME),
        (["Lê Thị Bình", "", "", "Huân chương gì đó", ""], LineTrouble.NO_AWARD),
        (["Lê Thị Bình", "", "", "", ""], LineTrouble.NO_AWARD),
        (["Lê Thị Bình", "", "", "KNC", ""], LineTrouble.NO_AWARD),
        (["Phòng Tổ chức", "", "", "LĐTT", ""], LineTrouble.AWARD_NOT_FOR_KIND),
    ],
)
def test_a_row_that_gives_none_says_why(row: list[str], trouble: LineTrouble) -> None:
    (found,) = lines([row], TABLE, BLANK, AWARDS)
    assert (found.nomination, found.trouble, found.row) == (None, trouble, 1)


def test_the_blank_supplies_the_award_and_an_unread_birth_is_kept_as_a_remark() -> None:
    blank = Nomination(RoundId(1), PERSON, "", "gk", unit="Sở Nội vụ")
    (found,) = lines([["Ba Thị Năm", "khoảng 1960", "", "", "vắng"]], TABLE, blank, AWARDS)
    line = found.nomination
    assert line is not None
    assert (line.name, line.honorific, line.award_id, line.unit) == ("Ba Thị Năm", None, "gk", "Sở Nội vụ")
    assert line.note == "vắng; Năm sinh ghi: khoảng 1960"


@settings(deadline=None, max_examples=80)
@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=8))
def test_every_row_with_text_is_accounted_for(rows: list[list[str]]) -> None:
    table = guess(rows, AWARDS)
    found = lines(rows, table, BLANK, AWARDS)
    body = rows[1:] if table.heading else rows
    assert len(found) == sum(any(cell.strip() for cell in row) for row in body)
    assert all((line.nomination is None) is not (line.trouble is None) for line in found)


def test_an_abbreviation_for_two_levels_is_known_by_each_of_them() -> None:
    award = Award("bang_khen_bo_tinh", "Bằng khen", "bang_khen", (RecipientKind.PERSON,), "tinh", 2, "BK bộ/tỉnh")
    assert set(award_names([award])) == {"bang khen", "bk bo/tinh", "bk bo", "bk tinh"}
