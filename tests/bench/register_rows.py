"""A register as a province has it after twenty years: names, units, decisions and citations as frequent as in life."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.storage import register_index, triggers
from thidua_desktop.storage.connection import connect
from thidua_desktop.storage.store import Store

FIRST_YEAR, YEARS = 2006, 20
_EACH = 4
"""Awards of one recipient, on the average."""
_FAMILY = {"Nguyễn": 38, "Trần": 12, "Lê": 9, "Phạm": 7, "Hoàng": 5, "Huỳnh": 5, "Vũ": 4, "Võ": 4, "Đặng": 3, "Bùi": 3,
           "Đỗ": 2, "Hồ": 2, "Ngô": 2, "Dương": 2, "Lý": 1, "Lò": 1, "Vi": 1, "Hà": 1, "Cao": 1, "Mai": 1}  # fmt: skip
_MIDDLE = ("Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quang", "Thu", "Xuân", "Bá", "Kim", "Thị Thu",
           "Thị Ngọc", "Đình", "Công", "Thị Minh", "Trọng", "Gia", "Hồng")  # fmt: skip
_GIVEN = ("An", "Anh", "Ánh", "Bình", "Châu", "Chi", "Cường", "Dung", "Dũng", "Duyên", "Đạt", "Đức", "Giang", "Hà",
          "Hải", "Hạnh", "Hằng", "Hiền", "Hiếu", "Hoa", "Hòa", "Hùng", "Hương", "Huy", "Khánh", "Lan", "Linh",
          "Loan", "Long", "Mai", "Minh", "Mỹ", "Nam", "Nga", "Ngân", "Nhung", "Oanh", "Phúc",
          "Phương", "Quân", "Quý", "Sơn", "Tâm",
          "Thảo", "Thắng", "Thủy", "Tiến", "Toàn", "Trang", "Trung", "Tuấn", "Uyên", "Vân", "Vinh", "Xuân",
          "Yến")  # fmt: skip
_PLACES = ("Thường Tín", "Phú Xuyên", "Ứng Hòa", "Mỹ Đức", "Thanh Oai", "Chương Mỹ", "Quốc Oai", "Thạch Thất", "Ba Vì",
           "Phúc Thọ", "Đan Phượng", "Hoài Đức", "Sơn Tây", "Gia Lâm", "Đông Anh", "Sóc Sơn", "Mê Linh", "Văn Giang",
           "Ân Thi", "Khoái Châu", "Kim Động", "Phù Cừ", "Tiên Lữ", "Yên Mỹ", "Mỹ Hào")  # fmt: skip
_BODIES = (*(f"Trường Trung học cơ sở {name}" for name in ("Nguyễn Trãi", "Lê Lợi", "Kim Đồng", "Hòa Bình")),
           *(f"Trường Tiểu học số {number}" for number in (1, 2, 3)), "Trường Mầm non Hoa Sen", "Ủy ban nhân dân xã",
           "Trạm Y tế xã", "Công an huyện", "Ban Chỉ huy Quân sự huyện", "Hội Liên hiệp Phụ nữ", "Đoàn Thanh niên",
           "Trung tâm Y tế", "Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Chi cục Thuế", "Hạt Kiểm lâm",
           "Trung tâm Dịch vụ nông nghiệp")  # fmt: skip
_POSTS = ("Giáo viên", "Chuyên viên", "Hiệu trưởng", "Phó Hiệu trưởng", "Tổ trưởng", "Y sĩ", "Bác sĩ", "Kế toán",
          "Trưởng phòng", "Phó Trưởng phòng", "Cán bộ", None)  # fmt: skip
_AWARDS = {"lao_dong_tien_tien": 60, "chien_si_thi_dua_co_so": 15, "giay_khen_so": 12, "bang_khen_tinh": 8,
           "tap_the_lao_dong_tien_tien": 3, "chien_si_thi_dua_tinh": 1, "huan_chuong_lao_dong_ba": 1}  # fmt: skip
_FOR = ("Đã hoàn thành tốt nhiệm vụ", "Đã hoàn thành xuất sắc nhiệm vụ công tác năm", None,
        "Có thành tích trong phong trào xây dựng nông thôn mới", "Có thành tích trong công tác chuyển đổi số",
        "Có thành tích xuất sắc trong phong trào thi đua yêu nước")  # fmt: skip
_BY = {"Chủ tịch Ủy ban nhân dân tỉnh": "QĐ-UBND", "Giám đốc Sở Nội vụ": "QĐ-SNV", "Hiệu trưởng": "QĐ-THCS"}
_DECISIONS_A_YEAR = 60
_YEAR_IN_NUMBER = 2016
"""From then on the numbers of decisions have their year within."""
_RECIPIENT = "INSERT INTO recipients (id, kind, name, folded, name_key, unit_id) VALUES (?, ?, ?, ?, ?, ?)"
_RECORD = (
    "INSERT INTO award_records (recipient_id, award_id, year, decided_on, decision, decided_by, achievement, name,"
    " position, unit, unit_id, golden_book, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def build(path: Path, rows: int, seed: int = 8) -> Path:
    """Make an office file with a register of so many entries; a million take a minute or two."""
    with Store.open(path, create=True):
        pass
    fill(path, rows, seed)
    return path


def fill(path: Path, rows: int, seed: int = 8) -> None:
    """Add so many entries to a file that nobody has open, as if they had always been there: the journal has none."""
    chance = random.Random(seed)
    with closing(connect(path)) as db:
        db.execute("BEGIN IMMEDIATE")
        triggers.drop(db)
        units = _units(db.conn)
        first = (db.execute("SELECT max(id) FROM recipients").fetchone()[0] or 0) + 1
        whose = [_recipient(chance, units, number) for number in range(first, first + max(1, rows // _EACH))]
        db.conn.executemany(_RECIPIENT, (one.values() for one in whose))
        db.conn.executemany(_RECORD, _records(chance, whose, rows))
        register_index.rebuild(db)
        triggers.create(db)
        db.execute("COMMIT")


@dataclass(frozen=True, slots=True)
class _Whose:
    id: int
    kind: RecipientKind
    name: str
    unit: str
    unit_id: int

    def values(self) -> tuple[object, ...]:
        return self.id, self.kind.value, self.name, fold(self.name), name_key(self.name, self.kind), self.unit_id


def _units(connection: Any) -> list[tuple[str, int]]:
    names = [f"{body} {place}" for place in _PLACES for body in _BODIES]
    add = "INSERT INTO units (name, folded) VALUES (?, ?)"
    return [(name, connection.execute(add, (name, fold(name))).lastrowid) for name in names]


def _recipient(chance: random.Random, units: Sequence[tuple[str, int]], number: int) -> _Whose:
    unit, unit_id = chance.choice(units)
    if number % 8 == 0:
        return _Whose(number, RecipientKind.COLLECTIVE, f"Tổ {1 + number % 19} {unit}", unit, unit_id)
    (family,) = chance.choices(list(_FAMILY), list(_FAMILY.values()))
    name = f"{family} {chance.choice(_MIDDLE)} {chance.choice(_GIVEN)}"
    if number % 32 == 1:
        return _Whose(number, RecipientKind.HOUSEHOLD, f"Hộ ông {name}", unit, unit_id)
    return _Whose(number, RecipientKind.PERSON, name, unit, unit_id)


def _records(chance: random.Random, whose: Sequence[_Whose], rows: int) -> Iterator[tuple[object, ...]]:
    given = chance.choices(list(_AWARDS), list(_AWARDS.values()), k=rows)
    by = list(_BY)
    for place in range(rows):
        one = chance.choice(whose)
        year = FIRST_YEAR + place * YEARS // rows
        decided_by = by[place % 11 % 3]
        at = chance.randrange(_DECISIONS_A_YEAR)
        number = (
            f"{13 * at + 7}/{_BY[decided_by]}" if year < _YEAR_IN_NUMBER else f"{13 * at + 7}/{year}/{_BY[decided_by]}"
        )
        day = date(year, 1, 5) + timedelta(days=at * 6)
        state = "withdrawn" if place % 1009 == 0 else "corrected" if place % 211 == 0 else "valid"
        yield (
            *(one.id, given[place], year, day.isoformat(), number, decided_by, chance.choice(_FOR), one.name),
            *(chance.choice(_POSTS) if one.kind is RecipientKind.PERSON else None, one.unit, one.unit_id),
            *(str(1 + place % (rows // YEARS or 1)), state),
        )
