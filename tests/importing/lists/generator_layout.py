"""How a generated list is laid out: columns and their headings, title, groups, sums, signatures, kind of file."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from random import Random
from typing import Any

from tests.importing.lists import words
from tests.importing.lists.generator import Entry, Made, Plan, without_diacritics
from tests.importing.lists.generator_cells import Column, Values
from thidua_desktop.common.vietnamese import fold

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LETTERS = "ABCDEGHK"
_KINDS = {
    "person": ("CÁ NHÂN", "Cá nhân", "Đối với cá nhân", "CÁ NHÂN:", "Danh sách cá nhân"),
    "collective": ("TẬP THỂ", "Tập thể", "Đối với tập thể", "TẬP THỂ:", "Danh sách tập thể"),
    "household": ("HỘ GIA ĐÌNH", "Hộ gia đình"),
}
_SIGNATURES = (
    ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"),
    ("Người lập", "HIỆU TRƯỞNG"),
    ("NGƯỜI TỔNG HỢP", "TM. ỦY BAN NHÂN DÂN"),
    ("XÁC NHẬN CỦA CƠ QUAN", "CHỦ TỊCH"),
)


@dataclass
class Sheet:
    """The lines of a table as they grow."""

    rows: list[list[Any]] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)

    def add(self, *cells: Any) -> int:
        """Append a line; its number from 1."""
        self.rows.append(list(cells))
        return len(self.rows)


def lay_out(draw: Random, plan: Plan, entries: list[Entry], name: str) -> Made:
    """The list as a file of a kind that fits."""
    columns = _columns(draw, plan, entries)
    shape = draw.choice(["xlsx"] * 5 + ["docx", "docx", "csv", "csv", "tsv"])
    merged = shape in ("xlsx", "docx")
    sheet = Sheet()
    sender = entries[0].unit if plan.unit_in == "sender" else ""
    above = _title(draw, plan, entries, sender)
    if shape == "docx":
        paragraphs = [line[0] for line in above if line and line[0]]
    else:
        paragraphs = []
        for line in above:
            sheet.add(*line)
    head = _Head(columns, draw, merged=merged)
    head.put(sheet)
    order = _body(draw, plan, entries, sheet, head)
    _tail(draw, sheet, len(columns), shape)
    expected = [_expected(entry, plan) for entry in order]
    spec = _file(draw, shape, sheet, paragraphs)
    suffix = {"tsv": "csv"}.get(shape, shape)
    return Made(f"{name}.{suffix}", {"name": f"{name}.{suffix}", **spec}, expected, plan)


def _heading(draw: Random, what: str) -> str:
    text = draw.choice(words.HEADINGS[what])
    chance = draw.random()
    if chance < 0.08:
        return text.upper()
    if chance < 0.12 and what != "birth":
        return without_diacritics(text)
    if chance < 0.16 and " " in text:
        return text.replace(" ", "\n", 1)
    if chance < 0.19 and len(text) > 8 and what in ("position", "unit", "name", "birth"):
        at = draw.randrange(2, len(text) - 2)
        return text[:at] + text[at + 1 :] if text[at].isalpha() else text
    return text + draw.choice([""] * 12 + [" (*)", ":", " "])


def _columns(draw: Random, plan: Plan, entries: list[Entry]) -> list[Column]:
    name = "name" if plan.kinds == ("person",) else f"name of {'all' if len(plan.kinds) > 1 else 'collective'}"
    if plan.kinds == ("household",):
        name = "household"
    found = [Column("name", _heading(draw, name))]
    if plan.unit_in == "in name":
        found[0].heading = draw.choice(
            ["Họ và tên, chức vụ, đơn vị công tác", "Họ tên, chức vụ, đơn vị", "Cá nhân đề nghị khen"]
        )
        if len(plan.kinds) > 1:
            found[0].heading = draw.choice(["Tập thể, cá nhân đề nghị xét khen thưởng", "Tên tập thể, cá nhân"])
    rest = [
        *_birth_columns(draw, plan),
        *([Column("id", _heading(draw, "id"))] if plan.id_in == "column" else []),
        *(
            [Column("gender", _heading(draw, "gender"))]
            if plan.gender_in == "column" and plan.birth_in != "by sex"
            else []
        ),
    ]
    draw.shuffle(rest) if all(column.above is None for column in rest) else None
    work = [
        *([Column("position", _heading(draw, "position"))] if plan.post_in == "column" else []),
        *([Column("department", _heading(draw, "department"))] if plan.unit_in == "department too" else []),
        *([Column("unit", _heading(draw, "unit"))] if plan.unit_in in ("column", "department too") else []),
        *([Column("post and unit", _heading(draw, "post and unit"))] if plan.unit_in == "with post" else []),
    ]
    if draw.random() < 0.3:
        work.reverse()
    if plan.kind_in == "column":
        work.insert(draw.choice([0, len(work)]), Column("kind", _heading(draw, "kind")))
    last = []
    if plan.award_in == "column":
        last.append(Column("award", _heading(draw, "award")))
    if plan.award_in == "marks":
        chosen = list(dict.fromkeys((entry.award, entry.award_words) for entry in entries))
        over = draw.choice(["Danh hiệu đề nghị", "Hình thức khen thưởng đề nghị", None]) if len(chosen) > 1 else None
        last += [Column("mark", award_words, over, award) for award, award_words in chosen]
    if plan.citation:
        last.insert(draw.choice([0, len(last)]), Column("citation", _heading(draw, "citation")))
    if plan.other:
        work.append(Column("other", plan.other))
    if plan.note:
        last.append(Column("note", _heading(draw, "note")))
    found += rest + work + last if draw.random() < 0.7 else work + rest + last
    if draw.random() < 0.9 or len(found) < 3:
        found.insert(0, Column("ordinal", _heading(draw, "ordinal")))
    return found


def _birth_columns(draw: Random, plan: Plan) -> list[Column]:
    match plan.birth_in:
        case "column":
            return [Column("birth", _heading(draw, "birth"))]
        case "year":
            return [Column("year", draw.choice(["Năm sinh", "NĂM SINH", "Sinh năm"]))]
        case "parts":
            over = draw.choice(["Ngày, tháng, năm sinh", "Ngày sinh"])
            return [
                Column(f"birth {part}", text, over)
                for part, text in (("day", "Ngày"), ("month", "Tháng"), ("year", "Năm"))
            ]
        case "by sex":
            over = draw.choice(["Năm sinh", "Ngày sinh", "Ngày, tháng, năm sinh"])
            return [Column("male", "Nam", over), Column("female", "Nữ", over)]
    return []


class _Head:
    """The heading of the table, of one or two rows."""

    def __init__(self, columns: list[Column], draw: Random, *, merged: bool) -> None:
        self.columns, self.merged = columns, merged
        self.numbers = draw.random() < 0.2

    def put(self, sheet: Sheet) -> None:
        """Add the heading rows, merged where the file can be."""
        if not any(column.above for column in self.columns):
            sheet.add(*(column.heading for column in self.columns))
        else:
            self._two_rows(sheet)
        if self.numbers:
            sheet.add(*range(1, len(self.columns) + 1))

    def _two_rows(self, sheet: Sheet) -> None:
        top: list[Any] = []
        for column in self.columns:
            text = column.above or column.heading
            top.append(None if column.above and top and self._last(top) == text else text)
        row = sheet.add(*top)
        sheet.add(*(column.heading if column.above else None for column in self.columns))
        if not self.merged:
            return
        at = 0
        for above, group in groupby(self.columns, key=lambda column: column.above or id(column)):
            width = len(list(group))
            first, last = _letter(at), _letter(at + width - 1)
            if isinstance(above, str):
                sheet.merges.append(f"{first}{row}:{last}{row}")
            else:
                sheet.merges.append(f"{first}{row}:{first}{row + 1}")
            at += width

    def _last(self, top: list[Any]) -> Any:
        return next((text for text in reversed(top) if text is not None), None)


def _title(draw: Random, plan: Plan, entries: list[Entry], sender: str) -> list[list[Any]]:
    lines: list[list[Any]] = []
    if draw.random() < 0.6:
        lines += [["UBND TỈNH HỒNG SƠN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]
        lines += [[None, None, None, "Độc lập - Tự do - Hạnh phúc"], []]
    what = draw.choice(
        [
            "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG",
            "DANH SÁCH TRÍCH NGANG ĐỀ NGHỊ KHEN THƯỞNG",
            "Danh sách đề nghị xét khen thưởng",
        ]
    )
    if plan.award_in == "title":
        what = f"DANH SÁCH ĐỀ NGHỊ {draw.choice(['TẶNG', 'XÉT TẶNG', 'CÔNG NHẬN'])} {entries[0].award_words.upper()}"
    if plan.kinds == ("household",):
        what = what.replace("DANH SÁCH", "DANH SÁCH HỘ GIA ĐÌNH")
    lines.append([f"{what} NĂM 2025" if draw.random() < 0.7 else what])
    if sender:
        lines.append([f"{draw.choice(['Đơn vị: ', 'Đơn vị đề nghị: ', 'Tên đơn vị: '])}{sender}"])
    if draw.random() < 0.4:
        lines.append(["(Kèm theo Tờ trình số 45/TTr-UBND ngày 05/11/2025)"])
    if draw.random() < 0.5:
        lines.append([])
    return lines


def _body(draw: Random, plan: Plan, entries: list[Entry], sheet: Sheet, head: _Head) -> list[Entry]:
    """The rows below their group headings; the entries in the order of the rows."""
    columns = head.columns
    styles = _styles(draw, len(plan.groups))
    restart = draw.random() < 0.7
    in_ordinal = columns[0].role == "ordinal" and draw.random() < 0.75
    order: list[Entry] = []
    numbers = [0]
    pages = draw.choice([0, 0, 0, 4])
    sums = draw.random() < 0.15
    values = Values(draw, plan)

    def descend(those: list[Entry], level: int) -> None:
        if level == len(plan.groups):
            if restart:
                numbers[0] = 0
            for entry in those:
                numbers[0] += 1
                order.append(entry)
                sheet.add(*(values.cell(column, entry, numbers[0]) for column in columns))
                if pages and len(order) % pages == 0 and len(order) < len(entries):
                    sheet.add(*([None] * (len(columns) - 1)), f"Trang {len(order) // pages}")
                    head.put(sheet)
            return
        keys = list(dict.fromkeys(_key(entry, plan.groups[level]) for entry in those))
        for at, key in enumerate(keys):
            part = [entry for entry in those if _key(entry, plan.groups[level]) == key]
            text = draw.choice(_KINDS[key]) if plan.groups[level] == "kind" else part[0].award_words
            if plan.groups[level] == "unit":
                text = part[0].unit
            _group(sheet, (styles[level], at), text, (in_ordinal, len(columns), len(part)), draw)
            descend(part, level + 1)
            if sums and level == len(plan.groups) - 1:
                sheet.add(None, f"Cộng: {len(part):02d}")

    descend(entries, 0)
    return order


def _key(entry: Entry, said: str) -> str:
    return {"award": entry.award, "unit": entry.unit, "kind": entry.kind}[said]


def _styles(draw: Random, depth: int) -> list[str]:
    return draw.choice([["A", "I", "1"], ["I", "1", "a"], ["I", "I.1", "a"], ["A", "I", "a"], ["I", "A", "1"]])[:depth]


def _group(sheet: Sheet, label: tuple[str, int], text: str, place: tuple[bool, int, int], draw: Random) -> None:
    in_ordinal, width, count = place
    style, at = label
    typed = {
        "A": _LETTERS[at % 8],
        "I": _ROMAN[at % 10],
        "1": f"{at + 1}",
        "a": "abcdeghk"[at % 8],
        "I.1": f"I.{at + 1}",
    }[style]
    shown = f"{text} ({count:02d})" if draw.random() < 0.08 and not text.endswith(":") else text
    if in_ordinal:
        row = sheet.add(typed if style != "a" else f"{typed})", shown)
        if draw.random() < 0.4 and width > 2:
            sheet.merges.append(f"B{row}:{_letter(width - 1)}{row}")
    else:
        row = sheet.add(f"{typed}{')' if style == 'a' else '.'} {shown}")
        if width > 1 and draw.random() < 0.7:
            sheet.merges.append(f"A{row}:{_letter(width - 1)}{row}")


def _tail(draw: Random, sheet: Sheet, width: int, shape: str) -> None:
    if shape == "docx" or draw.random() < 0.3:
        return
    if draw.random() < 0.3:
        sheet.add(draw.choice(["Tổng cộng:", "Tổng cộng", "Danh sách gồm có các trường hợp nêu trên./."]))
    sheet.add()
    at = max(width - 2, 1)
    if draw.random() < 0.5:
        sheet.add(*([None] * at), "Yên Khê, ngày 05 tháng 11 năm 2025")
    left, right = draw.choice(_SIGNATURES)
    sheet.add(None, left, *([None] * max(at - 2, 0)), right)
    if draw.random() < 0.5:
        sheet.add(None, "(Ký, ghi rõ họ tên)", *([None] * max(at - 2, 0)), "(Ký tên, đóng dấu)")
    sheet.add()
    sheet.add(None, "Lê Thị Lập", *([None] * max(at - 2, 0)), "Trần Văn Trưởng")


def _file(draw: Random, shape: str, sheet: Sheet, paragraphs: list[str]) -> dict[str, Any]:
    if shape == "xlsx":
        return {"sheets": [{"name": "Sheet1", "rows": sheet.rows, "merges": sheet.merges}]}
    if shape == "docx":
        width = max(map(len, sheet.rows))
        rows = [[("" if cell is None else str(cell)) for cell in row] + [""] * (width - len(row)) for row in sheet.rows]
        return {"parts": [*paragraphs, {"rows": rows, "merges": [_area(merge) for merge in sheet.merges]}]}
    sign = draw.choice([",", ";"]) if shape == "csv" else "\t"
    encoding = draw.choice(["utf-8", "utf-8-sig", "utf-16", "cp1258 or utf-8"])
    lines = [sign.join(_quoted(cell, sign) for cell in row) for row in sheet.rows]
    return {"text": "\n".join(lines), "encoding": "utf-8" if " or " in encoding else encoding}


def _quoted(cell: Any, sign: str) -> str:
    text = "" if cell is None else str(cell)
    return f'"{text}"' if sign in text or "\n" in text else text


def _area(merge: str) -> list[list[int]]:
    first, last = merge.split(":")
    return [_place(first), _place(last)]


def _place(reference: str) -> list[int]:
    letters = reference.rstrip("0123456789")
    return [int(reference[len(letters) :]) - 1, ord(letters) - 65]


def _letter(at: int) -> str:
    return chr(65 + at)


def _expected(entry: Entry, plan: Plan) -> dict[str, Any]:
    person = entry.kind == "person"
    year, month, day = entry.birth
    birth = {"nowhere": None, "year": f"{year}"}.get(plan.birth_in, f"{year}-{month:02d}-{day:02d}")
    told = {"column": True, "address": True}.get(plan.gender_in, False) or plan.birth_in == "by sex"
    unit: str | None = entry.unit
    if plan.unit_in == "department too" and person:
        unit = f"{entry.department}, {entry.unit}"
    if plan.unit_in == "nowhere" or (not person and plan.unit_in == "in name"):
        unit = None
    if plan.unit_in == "sender" and (entry.kind == "household" or fold(entry.name) == fold(entry.unit)):
        unit = None
    posted = person and plan.post_in != "nowhere"
    found: dict[str, Any] = {
        "kind": entry.kind,
        "name": entry.name,
        "gender": entry.gender if told and person else None,
        "birth": birth if person else None,
        "id_number": entry.id_number if person and plan.id_in == "column" else None,
        "position": entry.position if posted else None,
        "unit": unit,
        "award_id": entry.award,
        "citation": entry.citation if plan.citation else None,
    }
    return {name: value for name, value in found.items() if value is not None}
