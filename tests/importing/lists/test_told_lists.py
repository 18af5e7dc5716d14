"""Awards with a run of names behind a colon, right below the title: everybody is read, with the sender as unit."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.lists import ListDraft
from thidua_desktop.importing.lists import read_list_text
from thidua_desktop.services.awards import AwardService

_CATALOGUE = AwardService().catalogue()
_ABOVE = "CÔNG TY TNHH HÀM MẪU\nDANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG CUỐI NĂM 2025\n"
_NAMES = ["Bùi Duy Mạnh", "Phạm Đức Chiến", "Nông Ngọc Uyên", "Vi Thị Xuân", "Bế Thùy Phượng"]


def _read(*lines: str) -> ListDraft:
    return read_list_text(_ABOVE + "\n".join(lines), _CATALOGUE)


@pytest.mark.parametrize(
    "line",
    [
        f"Lao động tiên tiến (05 người): {', '.join(_NAMES)}.",
        f"Lao động tiên tiến: {', '.join(_NAMES)}",
        f"LĐTT gồm 5 đồng chí: {'; '.join(_NAMES)}.",
        f"Danh hiệu Lao động tiên tiến (5 cá nhân): {', '.join(_NAMES[:4])} và {_NAMES[4]}",
        f"- Lao động tiên tiến (05 người): {', '.join(_NAMES)};",
    ],
)
def test_all_names_behind_the_colon_are_read(line: str) -> None:
    draft = _read(line, "Chiến sĩ thi đua cơ sở (02 người): Trần Hữu Trung, Mai Thanh Hằng.", "GIÁM ĐỐC")
    assert [row.name for row in draft.rows] == [*_NAMES, "Trần Hữu Trung", "Mai Thanh Hằng"]
    assert [row.award_id for row in draft.rows] == ["lao_dong_tien_tien"] * 5 + ["chien_si_thi_dua_co_so"] * 2
    assert {row.unit for row in draft.rows} == {"Công ty TNHH Hàm Mẫu"}


def test_rare_families_are_read_where_their_number_is_stated() -> None:
    draft = _read("Lao động tiên tiến (02 người): Nông Ngọc Uyên, Bế Thùy Phượng.", "GIÁM ĐỐC")
    assert [row.name for row in draft.rows] == ["Nông Ngọc Uyên", "Bế Thùy Phượng"]


@pytest.mark.parametrize(
    "line",
    [
        "Tiêu chuẩn Lao động tiên tiến: hoàn thành tốt nhiệm vụ, chấp hành kỷ luật.",
        "Hồ sơ đề nghị Lao động tiên tiến gồm: Tờ trình, Biên bản, Báo cáo.",
        "Lao động tiên tiến (05 người): danh sách kèm theo.",
        "Lao động tiên tiến: Đạt, Vượt, Hoàn thành.",
    ],
)
def test_words_behind_a_colon_are_nobody(line: str) -> None:
    assert not _read(line, "GIÁM ĐỐC").rows
