"""Forms that stand upright: a label and what it asks, as text or in two columns, one below the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.lists.make import workbook
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.lists import ListDraft, ListField
from thidua_desktop.importing.lists import read_list, read_list_text
from thidua_desktop.importing.lists.headings.form_labels import is_labelled, pairs_in
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_TITLE = "DANH SÁCH ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND XÃ"
_WANTED = [("Quàng Văn Ín", "1980", "Trưởng bản", "Bản Nà Sang"), ("Mùa Thị Dợ", "1985", "Phó bản", "Bản Huổi Lèng")]


def _text(*lines: str) -> ListDraft:
    return read_list_text("\n".join((_TITLE, *lines)), _CATALOGUE)


def _told(draft: ListDraft) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(row.name, row.birth, row.position, row.unit) for row in draft.rows]


@pytest.mark.parametrize(
    "form",
    [
        ("Họ tên: {0}", "Sinh năm: {1}", "Chức vụ: {2}", "Nơi công tác: {3}"),
        ("{n}. Họ và tên: {0}", "- Năm sinh: {1}", "- Chức vụ: {2};", "- Đơn vị công tác: {3}."),
        ("CÁ NHÂN THỨ {n}", "1. Họ và tên: {0}", "2. Năm sinh: {1}", "3. Chức danh: {2}", "4. Đơn vị: {3}"),
        ("+ Họ và tên: {0}. Năm sinh: {1}. Chức vụ: {2}. Đơn vị: {3}.",),
        ("Họ và tên: {0}\tNăm sinh: {1}", "Chức vụ: {2}\tĐơn vị: {3}"),
        ("Ông (bà): {0}", "Năm sinh: {1}", "Chức vụ: {2}", "Địa chỉ: {3}", "", ""),
        ("Họ và tên: {0}; Năm sinh: {1}", "Chức vụ, đơn vị công tác: {2}, {3}", "Đề nghị: Giấy khen"),
        ("{n}\tHọ và tên\t{0}", "\tNăm sinh\t{1}", "\tChức vụ\t{2}", "\tĐơn vị\t{3}"),
    ],
)
def test_each_form_is_a_row(form: tuple[str, ...]) -> None:
    lines = [line.format(*person, n=at) for at, person in enumerate(_WANTED, 1) for line in form]
    draft = _text(*lines, "Nơi nhận:", "- UBND xã;")
    assert _told(draft) == _WANTED
    assert {row.award_id for row in draft.rows} == {"giay_khen_xa"}
    assert {row.kind for row in draft.rows} == {RecipientKind.PERSON}


def test_forms_in_two_columns_of_a_worksheet(tmp_path: Path) -> None:
    labels = ("Họ và tên:", "Năm sinh:", "Chức vụ:", "Đơn vị:")
    rows = [pair for person in _WANTED for pair in (*zip(labels, person, strict=True), (None,))]
    assert _told(read_list(workbook(((_TITLE,), *rows))(tmp_path), _CATALOGUE)) == _WANTED


def test_headings_over_forms_and_reasons_of_several_lines() -> None:
    person = ("I. CÁ NHÂN: Lao động tiên tiến", "Họ tên: Lê Văn An", "Chức vụ: Giáo viên", "Đơn vị: Tổ 1")
    told = ("Thành tích:", "- Dạy giỏi cấp tỉnh.", "- Hiến đất làm đường.")
    body = ("II. TẬP THỂ: Tập thể lao động tiên tiến", "Tên tập thể: Tổ Văn", "Số người: 12", "Đơn vị: Trường Mẫu")
    draft = _text(*person, *told, *body, "Thành tích: 100% hoàn thành tốt nhiệm vụ")
    assert [(row.kind, row.name, row.award_id) for row in draft.rows] == [
        (RecipientKind.PERSON, "Lê Văn An", "lao_dong_tien_tien"),
        (RecipientKind.COLLECTIVE, "Tổ Văn", "tap_the_lao_dong_tien_tien"),
    ]
    assert "Hiến đất" in (draft.rows[0].citation or "")


def test_a_form_without_a_name_is_told() -> None:
    whole = ("Họ tên: Lê Văn An", "Năm sinh: 1980", "Chức vụ: Giáo viên", "Đơn vị: Tổ 1")
    draft = _text(*whole, "Họ tên: ………", "Năm sinh: 1985", "Chức vụ: Giáo viên", *whole[:1], *whole[2:])
    assert [row.name for row in draft.rows] == ["Lê Văn An"] * 2


def test_a_label_is_nobody() -> None:
    draft = _text("I. Cá nhân", "- Năm sinh: 1980", "- Chức vụ: Trưởng thôn", "- Ông Lê Văn An, Trưởng thôn")
    assert [row.name for row in draft.rows] == ["Lê Văn An"]
    assert [finding.code for finding in draft.findings].count("list.text_left") == 2


@pytest.mark.parametrize("post", ["Phó Trưởng phòng", "Chuyên viên", "Trưởng thôn", "Tổ trưởng"])
@pytest.mark.parametrize("signers", [("CHỦ TRÌ", "THƯ KÝ"), ("Chủ tọa cuộc họp", "Thư ký cuộc họp")])
def test_a_post_before_a_colon_is_no_label_of_a_form(post: str, signers: tuple[str, str]) -> None:
    lines = [f"- {who} - {post}: 7/8 phiếu, đạt 87,5%." for who in ("Bà Dương Thị Linh", "Ông Võ Minh Hưng")]
    draft = _text("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "1. Danh hiệu Lao động tiên tiến:", *lines, *signers)
    assert [row.name for row in draft.rows] == ["Dương Thị Linh", "Võ Minh Hưng"]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Ngày sinh: 01/02/1980", [(ListField.BIRTH, "01/02/1980")]),
        ("Họ và tên: Lê Văn An", [(ListField.NAME, "Lê Văn An")]),
        ("Thành tích: gồm: dạy giỏi; hiến đất", [(ListField.CITATION, "gồm: dạy giỏi; hiến đất")]),
        ("Ông Lê Văn An: LĐTT", []),
        ("Tổ Văn: TTLĐTT", []),
        ("Lý do:", [(ListField.CITATION, "")]),
        ("I. Cá nhân:", []),
        ("Lê Văn An", []),
        ("", []),
    ],
)
def test_labels_in_a_text(text: str, pairs: list[tuple[ListField, str]]) -> None:
    assert pairs_in(text) == pairs
    assert is_labelled(text) is (bool(pairs) and pairs[0][0] is not ListField.NAME)
