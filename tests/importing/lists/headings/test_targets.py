"""Lists that are read for people or for former awards."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.lists import Agreed, ListDraft, ListField, ListTarget
from thidua_desktop.importing.lists import parse
from thidua_desktop.importing.readers import read_text
from thidua_desktop.services.awards import AwardService

CATALOGUE = AwardService().catalogue()
_F = ListField


def _read(target: ListTarget, *lines: str) -> ListDraft:
    """What lines with "|" between their cells say."""
    document = read_text("\n".join(lines).replace("|", "\t"))
    return parse(document, CATALOGUE, Agreed(target=target))


def _records(draft: ListDraft) -> list[tuple[str | None, ...]]:
    """Name, award, year, decision and its day of each row."""
    told = (_F.AWARD_YEAR, _F.DECISION, _F.DECIDED_ON)
    return [(row.name, row.award_id, *(row.cell(field) for field in told)) for row in draft.rows]


_LDTT, _CSCS, _BK = "lao_dong_tien_tien", "chien_si_thi_dua_co_so", "bang_khen_bo_tinh"


@pytest.mark.parametrize(
    ("cell", "records"),
    [
        ("LĐTT năm 2022; CSTĐCS năm 2023", [(_LDTT, "2022", "", ""), (_CSCS, "2023", "", "")]),
        ("LĐTT năm 2022, 2023", [(_LDTT, "2022", "", ""), (_LDTT, "2023", "", "")]),
        ("LĐTT (2022, 2023), CSTĐCS 2024", [(_LDTT, "2022", "", ""), (_LDTT, "2023", "", ""), (_CSCS, "2024", "", "")]),
        (
            "Bằng khen UBND tỉnh năm 2023 (QĐ số 345/QĐ-UBND ngày 10/02/2024); CSTĐCS năm học 2023-2024",
            [(_BK, "2023", "345/QĐ-UBND", "10/02/2024"), (_CSCS, "2023-2024", "", "")],
        ),
        ("CSTĐCS theo QĐ 12/QĐ-SNV ngày 05/01/2023", [(_CSCS, "", "12/QĐ-SNV", "05/01/2023")]),
        ("Lao động tiên tiến", [(_LDTT, "", "", "")]),
    ],
)
def test_each_former_award_of_a_cell_is_a_record(cell: str, records: list[tuple[str, str, str, str]]) -> None:
    draft = _read(
        ListTarget.AWARD_HISTORY, "STT|Họ và tên|Đơn vị|Khen thưởng đã được tặng", f"1|Nguyễn Văn An|Sở Y tế|{cell}"
    )
    assert _records(draft) == [("Nguyễn Văn An", *record) for record in records]
    said = {finding.code for finding in draft.findings}
    assert ("list.awards_parted" in said) == (len(records) > 1)
    assert "list.duplicate" not in said


def test_awards_in_columns_for_years_are_records() -> None:
    draft = _read(
        ListTarget.AWARD_HISTORY,
        "TT|Họ tên|Danh hiệu năm 2022|Danh hiệu năm 2023|Danh hiệu năm 2024",
        "1|Nguyễn Văn An|LĐTT|LĐTT|CSTĐCS",
        "2|Trần Thị Bình||LĐTT|",
    )
    assert [record[:3] for record in _records(draft)] == [
        ("Nguyễn Văn An", _LDTT, "2022"),
        ("Nguyễn Văn An", _LDTT, "2023"),
        ("Nguyễn Văn An", _CSCS, "2024"),
        ("Trần Thị Bình", _LDTT, "2023"),
    ]


@pytest.mark.parametrize(
    ("heading", "cells", "field", "value"),
    [
        (
            "Số, ngày, tháng, năm QĐ",
            "QĐ số 345/QĐ-UBND ngày 10/02/2024",
            _F.DECISION,
            "QĐ số 345/QĐ-UBND ngày 10/02/2024",
        ),
        ("Số quyết định", "12/QĐ-SNV", _F.DECISION, "12/QĐ-SNV"),
        ("Ngày quyết định", "05/01/2024", _F.DECIDED_ON, "05/01/2024"),
        ("Cơ quan ban hành", "Sở Nội vụ", _F.DECIDED_BY, "Sở Nội vụ"),
        ("Cấp khen", "Tỉnh", _F.DECIDED_BY, "Tỉnh"),
        ("Năm khen", "2023", _F.AWARD_YEAR, "2023"),
    ],
)
def test_what_a_column_of_former_awards_holds(heading: str, cells: str, field: ListField, value: str) -> None:
    draft = _read(ListTarget.AWARD_HISTORY, f"STT|Họ và tên|Danh hiệu|{heading}", f"1|Nguyễn Văn An|LĐTT|{cells}")
    assert draft.rows[0].cell(field) == value


def test_a_list_of_people_has_ethnic_group_and_address() -> None:
    draft = _read(
        ListTarget.PEOPLE,
        "Mã NV|Họ đệm|Tên|Năm sinh|CMND/CCCD|Dân tộc|Nơi ở hiện nay|Bộ phận|Chức danh",
        "A1|Nguyễn Văn|An|1980|001080000001|Kinh|Xã Yên Khê|Tổ Toán|Giáo viên",
    )
    row = draft.rows[0]
    assert (row.name, row.birth, row.position, row.unit) == ("Nguyễn Văn An", "1980", "Giáo viên", "Tổ Toán")
    assert (row.cell(_F.ETHNIC_GROUP), row.cell(_F.ADDRESS)) == ("Kinh", "Xã Yên Khê")
    assert not {finding.code for finding in draft.findings} & {"list.no_award", "list.award_unsure"}
