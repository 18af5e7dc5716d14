"""The head of a plan, whole, half empty or glued together (PLAN-READING 11)."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_desktop.importing.plans import parse
from thidua_desktop.importing.readers import read_text

BODY = "\n\nCăn cứ Luật Thi đua, khen thưởng;\nI. NỘI DUNG\n1. Họp Hội đồng."


@pytest.mark.parametrize(
    ("head", "number", "issued", "place", "issuer"),
    [
        (
            "ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG NAI\nSố: 16621/KH-UBND\nĐồng Nai, ngày 31 tháng 12 năm 2021\n"
            "KẾ HOẠCH\nThi đua năm 2022",
            "16621/KH-UBND",
            date(2021, 12, 31),
            "Đồng Nai",
            "Ủy ban nhân dân tỉnh Đồng Nai",
        ),
        (
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHUYỆN THẠCH ĐÀ Độc lập - Tự do - Hạnh phúc\n"
            "Số: 73/KH-UBND Thạch Đà, ngày 22 tháng 02 năm 2021\nKẾ HOẠCH\nThi đua năm 2021",
            "73/KH-UBND",
            date(2021, 2, 22),
            "Thạch Đà",
            "Ủy ban nhân dân huyện Thạch Đà",
        ),
        (
            "UBND TỈNH A\nSỞ XÂY DỰNG\nSố:      /KH-SXD\nTây Ninh, ngày      tháng 01 năm 2022\n"
            "KẾ HOẠCH\nThi đua năm 2022",
            None,
            None,
            "Tây Ninh",
            "Sở Xây dựng",
        ),
        (
            "ĐẢNG BỘ HUYỆN B\nĐẢNG ỦY XÃ PHÚ LẬP\n*\nSố 12-KH/ĐU\nPhú Lập, ngày 20 tháng 01 năm 2025\n"
            "KẾ HOẠCH\nthi đua năm 2025",
            "12-KH/ĐU",
            date(2025, 1, 20),
            "Phú Lập",
            "Đảng ủy xã Phú Lập",
        ),
    ],
)
def test_letterheads(head: str, number: str | None, issued: date | None, place: str | None, issuer: str) -> None:
    draft = parse(read_text(head + BODY))
    assert (draft.number, draft.issued_on, draft.place, draft.issuer) == (number, issued, place, issuer)


@pytest.mark.parametrize(
    ("title", "wanted", "year"),
    [
        ("KẾ HOẠCH\nCông tác thi đua năm 2025", "KẾ HOẠCH Công tác thi đua năm 2025", 2025),
        ("KẾ HOẠCH CÔNG TÁC THI ĐUA\nNĂM 2025", "KẾ HOẠCH CÔNG TÁC THI ĐUA NĂM 2025", 2025),
        ("**KẾ HOẠCH**\n\n**Công tác thi đua năm 2025**", "KẾ HOẠCH Công tác thi đua năm 2025", 2025),
        ("KẾ HOẠCH\nThi đua năm học 2024 - 2025", "KẾ HOẠCH Thi đua năm học 2024 - 2025", 2024),
        (
            "KẾ HOẠCH\nThực hiện Kế hoạch số 459-KH/TU ngày 28/4/2024 của\nBan Thường vụ Tỉnh ủy năm 2025",
            "KẾ HOẠCH Thực hiện Kế hoạch số 459-KH/TU ngày 28/4/2024 của Ban Thường vụ Tỉnh ủy năm 2025",
            2025,
        ),
    ],
)
def test_titles_and_years(title: str, wanted: str, year: int) -> None:
    draft = parse(read_text(title + BODY))
    assert (draft.title, draft.year, draft.number) == (wanted, year, None)


def test_bases_are_kept() -> None:
    assert parse(read_text("KẾ HOẠCH\nThi đua năm 2025" + BODY)).legal_bases == ("Căn cứ Luật Thi đua, khen thưởng;",)
