"""Labelled lines below a numbered name belong to that name; a unit over names that begin anew is a heading."""

from __future__ import annotations

from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "HỘI NÔNG DÂN TỈNH MẪU\nDANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG\n"


def test_lines_with_labels_fill_the_row_above() -> None:
    draft = read_list_text(
        f"{_TITLE}1. Bà Lò Thị Én\n- Ngày sinh: 12/3/1980\n- Chức vụ, đơn vị: Chủ tịch Hội Nông dân xã Mường Mẫu\n"
        "- Đề nghị: Giấy khen của Chủ tịch UBND xã\n"
        "2. Vi Văn Lâm\n- Chức vụ: Hội viên\n- Đơn vị công tác: Chi hội thôn Mẫu\n"
        "- Hình thức khen thưởng: Bằng khen của Chủ tịch UBND tỉnh\n",
        _CATALOGUE,
    )
    assert [(row.name, row.position, row.unit, row.award_id) for row in draft.rows] == [
        ("Lò Thị Én", "Chủ tịch", "Hội Nông dân xã Mường Mẫu", "giay_khen_xa"),
        ("Vi Văn Lâm", "Hội viên", "Chi hội thôn Mẫu", "bang_khen_bo_tinh"),
    ]
    assert draft.rows[0].birth == "1980-03-12"
    assert not any(finding.code == "list.unit_of_sender" for finding in draft.findings)


def test_a_unit_alone_below_each_name_is_that_of_the_name() -> None:
    draft = read_list_text(
        f"{_TITLE}1. Lò Thị Én\nĐơn vị: Chi hội thôn Một\n2. Vi Văn Lâm\nĐơn vị: Chi hội thôn Hai\n", _CATALOGUE
    )
    assert [row.unit for row in draft.rows] == ["Chi hội thôn Một", "Chi hội thôn Hai"]


def test_a_unit_over_names_that_begin_anew_is_their_heading() -> None:
    draft = read_list_text(
        "DANH SÁCH ĐỀ NGHỊ LAO ĐỘNG TIÊN TIẾN\nĐơn vị: Trường TH Một\n"
        "1. Lò Thị Én, Giáo viên\n2. Vi Văn Lâm, Giáo viên\n"
        "Đơn vị: Trường TH Hai\n1. Hà Văn Páo, Giáo viên\n",
        _CATALOGUE,
    )
    assert [row.unit for row in draft.rows] == ["Trường TH Một", "Trường TH Một", "Trường TH Hai"]
