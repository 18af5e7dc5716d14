"""What single cells of a row mean: posts and units in one run, numbers that Excel has spoilt, letters of old fonts."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.lists import ListDraft, RepairKind
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.importing.lists.meanings.capitals import usual_case
from thidua_desktop.services.awards import AwardService

CATALOGUE = AwardService().catalogue()


def _read(heading: str, *cells: str) -> ListDraft:
    """A list with one row that has a name, the cells, and an award."""
    return read_list_text(
        "\n".join(("\t".join(("STT", "Họ và tên", heading, "Danh hiệu")), "\t".join(("1", *cells, "LĐTT")))), CATALOGUE
    )


@pytest.mark.parametrize(
    ("cell", "position", "unit"),
    [
        ("Chuyên viên, VP HĐND và UBND", "Chuyên viên", "VP HĐND và UBND"),
        ("Phó Chánh Văn phòng HĐND và UBND xã", "Phó Chánh Văn phòng HĐND và UBND xã", None),
        ("Chuyên viên Phòng Văn hoá - Xã hội", "Chuyên viên", "Phòng Văn hoá - Xã hội"),
        ("Chuyên viên, Phòng Văn hoá - xã hội", "Chuyên viên", "Phòng Văn hoá - xã hội"),
        (
            "Phó Trưởng phòng, Phòng Tổ chức - Thanh tra, Sở Nội vụ",
            "Phó Trưởng phòng",
            "Phòng Tổ chức - Thanh tra, Sở Nội vụ",
        ),
        ("Văn thư - Thủ quỹ, Trường Mầm non Hoa Sen", "Văn thư - Thủ quỹ", "Trường Mầm non Hoa Sen"),
        ("Bí thư Đảng ủy, Đồn Biên phòng Tả Van", "Bí thư Đảng ủy", "Đồn Biên phòng Tả Van"),
        ("Tổ phó, Sở Nội vụ", "Tổ phó", "Sở Nội vụ"),
        ("Điều dưỡng, TTYT Yên Khê", "Điều dưỡng", "TTYT Yên Khê"),
        ("Kỹ sư, Viễn thông Hồng Sơn", "Kỹ sư", "Viễn thông Hồng Sơn"),
    ],
)
def test_post_and_unit_in_one_cell(cell: str, position: str, unit: str | None) -> None:
    row = _read("Chức vụ, đơn vị", "Nguyễn Văn An", cell).rows[0]
    assert (row.position, row.unit) == (position, unit)


@pytest.mark.parametrize(
    ("cell", "name", "position"),
    [
        ("Giám đốc: Trần Xuân Phúc", "Trần Xuân Phúc", "Giám đốc"),
        ("Doãn Đức Sở - Tổng phụ trách Đội", "Doãn Đức Sở", "Tổng phụ trách Đội"),
        ("Ban Văn Páo, Trưởng thôn", "Ban Văn Páo", "Trưởng thôn"),
        ("Phó Thị Hà, Kế toán", "Phó Thị Hà", "Kế toán"),
    ],
)
def test_a_post_beside_the_name(cell: str, name: str, position: str) -> None:
    row = _read("Ghi chú", cell, "").rows[0]
    assert (row.name, row.position, row.kind) == (name, position, "person")


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("38080001234", "038080001234"), ("1080001234", "001080001234"), ("3080001234", "3080001234"),
     ("99080001234", "99080001234")],
)  # fmt: skip
def test_zeros_come_back_only_before_the_code_of_a_province(cell: str, kept: str) -> None:
    assert _read("Số CCCD", "Nguyễn Văn An", cell).rows[0].id_number == kept


def test_a_number_rounded_by_excel_holds_up_its_line_only() -> None:
    draft = _read("Số CCCD", "Nguyễn Văn An", "1.23E+11")
    lost = next(finding for finding in draft.findings if finding.code == "list.id_number_lost")
    assert lost.severity is Severity.BLOCKING
    assert lost.source == draft.rows[0].source
    assert not draft.blocked


def test_a_name_without_end_is_said() -> None:
    assert "list.name_long" in {finding.code for finding in _read("Ghi chú", "Nguyễn Văn " * 30, "").findings}


@pytest.mark.parametrize(
    ("before", "after"), [("Lê V¨n Dũng", "Lê Văn Dũng"), ("Trần Thị Bình, 5 m²", None), ("Phòng KT § 3", None)]
)
def test_a_single_word_in_an_old_encoding_is_put_right(before: str, after: str | None) -> None:
    draft = _read("Ghi chú", before, "")
    repairs = [(repair.before, repair.after) for repair in draft.repairs if repair.kind is RepairKind.ENCODING]
    assert repairs == ([(before, after)] if after else [])


@pytest.mark.parametrize(
    "lines",
    [
        ("Biểu số: 0602.N/BNV-TĐKT", "STT\tTên đơn vị\tTổng số\tHuân chương\tBằng khen", "A\tB\t1=2+3\t2\t3",
         "1\tSở Nội vụ\t12\t2\t10"),
        ("STT\tTên đơn vị\tSố tập thể\tSố cá nhân\tTỷ lệ", "1\tPhòng Kinh doanh\t1\t4\t25%"),
    ],
)  # fmt: skip
def test_statistics_are_no_list(lines: tuple[str, ...]) -> None:
    draft = read_list_text("\n".join(lines), CATALOGUE)
    assert draft.blocked
    assert not draft.rows


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("TRƯỜNG THPT NGUYỄN TRÃI", "Trường THPT Nguyễn Trãi"),
        ("UBND XÃ TÂN LẬP", "UBND xã Tân Lập"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("KHO BẠC NHÀ NƯỚC KHU VỰC IX", "Kho bạc Nhà nước khu vực IX"),
        ("BAN TÔN GIÁO CHÍNH PHỦ", "BAN TÔN GIÁO CHÍNH PHỦ"),
        ("CÔNG TY CP MAY MẪU", "CÔNG TY CP MAY MẪU"),
    ],
)
def test_capitals_of_a_letterhead(written: str, shown: str) -> None:
    assert usual_case(written) == shown
