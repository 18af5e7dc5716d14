"""Lines of an award list that differ from one to the next as they do in life: names, posts, schools, deeds, numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.domain.nominations import Nomination

_FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Lò",
    "Vàng",
    "Quách",
)
_MIDDLE = ("Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quang", "Thu", "Xuân", "Bá", "Thị Kim", "Công", "Đình")
_GIVEN = ("An", "Ánh", "Bình", "Cường", "Dung", "Đạt", "Giang", "Hằng", "Hùng", "Khánh", "Lan", "Mai", "Nghĩa", "Oanh",
          "Phượng", "Quý", "Sơn", "Thảo", "Tuyết", "Uyên", "Vinh", "Xuyến", "Yến")  # fmt: skip
_POSTS = ("Giáo viên", "Tổ trưởng tổ Khoa học xã hội", "Phó Hiệu trưởng", "Hiệu trưởng", "Chuyên viên Phòng Nghiệp vụ",
          "Phó Trưởng phòng Tổ chức - Hành chính", "Bác sĩ, Trưởng khoa Hồi sức tích cực", "Kế toán")  # fmt: skip
_PLACES = ("Yên Khê", "Châu Khê", "Môn Sơn", "Lục Dạ", "Tam Quang", "Nậm Cắn", "Mường Xén", "Hữu Kiệm", "Bồng Khê")
_AWARDS = ("cstd_cs", "cstd_tinh", "ttldxs", "bk_tinh", "gk")
_DEEDS = (
    "Hoàn thành xuất sắc nhiệm vụ năm {year}; sáng kiến “{idea}” được công nhận tại Quyết định số {number}/QĐ-SGDĐT "
    "ngày {day:02}/{month:02}/{year}; Lao động tiên tiến năm {before}, {year}.",
    "Hoàn thành tốt nhiệm vụ năm học {before} - {year}; sáng kiến cấp cơ sở số {number} năm {year}.",
    "03 lần liên tục đạt danh hiệu Chiến sĩ thi đua cơ sở theo các Quyết định số {number}/QĐ-UBND ngày "
    "{day:02}/{month:02}/{before}; có phạm vi ảnh hưởng trong toàn tỉnh.",
    "Có thành tích xuất sắc trong phong trào {idea} năm {year}, vận động {number} hộ tham gia.",
)
_IDEAS = ("Nâng cao chất lượng dạy học môn Ngữ văn", "Quy trình báo động đỏ nội viện", "xây dựng nông thôn mới",
          "chuyển đổi số trong quản lý hồ sơ", "bồi dưỡng học sinh giỏi", "toàn dân bảo vệ an ninh")  # fmt: skip


def lines(count: int, seed: int = 8) -> Iterator[Nomination]:
    """So many lines, the same for the same seed, made one by one."""
    chance = random.Random(seed)
    for number in range(1, count + 1):
        given = _line(chance, number)
        yield given if number % 12 else replace(given, kind=RecipientKind.COLLECTIVE, gender=None, birth=None)


def _line(chance: random.Random, number: int) -> Nomination:
    pick = chance.choice
    year, female = 2020 + chance.randrange(6), chance.random() < 0.5
    deed = pick(_DEEDS).format(
        year=year,
        before=year - 1,
        idea=pick(_IDEAS),
        number=chance.randrange(1, 4000),
        day=chance.randrange(1, 29),
        month=chance.randrange(1, 13),
    )
    return Nomination(
        RoundId(1),
        RecipientKind.PERSON,
        f"{pick(_FAMILY)} {pick(_MIDDLE)} {pick(_GIVEN)}",
        pick(_AWARDS),
        id=NominationId(number),
        honorific="Bà" if female else "Ông",
        gender="female" if female else "male",
        birth=str(chance.randrange(1964, 2003)),
        position=pick(_POSTS),
        unit=f"Trường Trung học cơ sở {pick(_PLACES)} {number % 20}",
        citation=deed,
    )
