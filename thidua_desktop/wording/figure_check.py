"""What the check of figures has found, in words."""

from __future__ import annotations

from decimal import Decimal

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.figure_check.checking import Disagreement, Kind
from thidua_desktop.domain.figure_check.claims import Where
from thidua_desktop.wording import formats

_WHERES = {Where.TEXT: "phần lời", Where.TABLE: "bảng", Where.ANNEX: "phụ lục"}
_SENTENCES = {
    Kind.TWO_VALUES: "“{said}” ghi {value}, nhưng {elsewhere} “{other}” ghi {right}.",
    Kind.SUM: "“{said}” ghi {value}, nhưng cộng các phần kê sau đó ({parts}) là {right}.",
    Kind.TABLE_ROWS: "Bảng, ô “{said}” ghi {value}, nhưng cộng các dòng là {right}.",
    Kind.TABLE_COLUMNS: "Bảng, ô “{said}” ghi {value}, nhưng cộng các cột là {right}.",
    Kind.SHARE: "“{said}”: tỷ lệ ghi {value}, tính lại từ các số đi kèm{of} là {right}.",
    Kind.CHANGE: "“{said}”: mức tăng, giảm ghi {value}, tính lại từ hai kỳ{of} là {right}.",
    Kind.DIRECTION: "“{said}” ghi tăng hoặc giảm không đúng với số của hai kỳ{of}.",
    Kind.STORE: "“{said}” ghi {value}, nhưng số liệu hiện nay trong tệp dữ liệu là {right}.",
}

KINDS = {
    Kind.TWO_VALUES: "Hai chỗ ghi khác nhau",
    Kind.SUM: "Tổng khác các phần",
    Kind.TABLE_ROWS: "Bảng: cộng dòng sai",
    Kind.TABLE_COLUMNS: "Bảng: cộng cột sai",
    Kind.SHARE: "Tỷ lệ sai",
    Kind.CHANGE: "Mức tăng, giảm sai",
    Kind.DIRECTION: "Sai chiều tăng, giảm",
    Kind.STORE: "Khác số liệu trong tệp dữ liệu",
}
"""What is wrong in a few words."""


def sentence(found: Disagreement) -> str:
    """What does not agree, with the place where the clerk will find it."""
    return f"{place(found.place, found.where)}: {reason(found)}"


def reason(found: Disagreement) -> str:
    """What does not agree, without the place."""
    joined = " + ".join(map(number, found.parts))
    return _SENTENCES[found.kind].format(
        said=found.said,
        value=shown(found, found.value),
        right=shown(found, found.right),
        other=found.other,
        elsewhere=_elsewhere(found),
        parts=joined,
        of=f" ({' và '.join(map(number, found.parts))})" if found.parts else "",
    )


def place(source: Source, where: Where) -> str:
    """``Trang 2, dòng 15``, ``Sheet “Biểu 1”, dòng 4``, ``Phụ lục``."""
    said: list[str] = []
    if source.sheet is not None:
        said.append(f"Sheet “{source.sheet}”")
    if source.page is not None:
        said.append(f"trang {source.page}")
    if source.table is not None:
        said.append(f"bảng {source.table}")
    if source.row is not None or source.line is not None:
        said.append(f"dòng {source.row or source.line}")
    text = ", ".join(said) or (f"{_WHERES[where]}, đoạn {source.block + 1}")
    return text[:1].upper() + text[1:]


def number(value: Decimal) -> str:
    """``1.234``, ``12,5``, ``-3``."""
    sign = "-" if value < 0 else ""
    whole, _, rest = format(abs(value), "f").partition(".")
    return f"{sign}{formats.whole(int(whole))}{f',{rest}' if rest.strip('0') else ''}"


def total(count: int, numbers: int) -> str:
    """The last line of a check."""
    if not count:
        return f"Đã đối chiếu {formats.whole(numbers)} số; không thấy chỗ nào lệch."
    return f"Đã đối chiếu {formats.whole(numbers)} số; có {formats.whole(count)} chỗ lệch."


def shown(found: Disagreement, value: Decimal) -> str:
    """A number as the report writes it: ``12,5 %``."""
    return f"{number(value)} %" if found.percent else number(value)


def _elsewhere(found: Disagreement) -> str:
    if found.other_place is None or found.other_where is None:
        return ""
    return f"{place(found.other_place, found.other_where)[:1].lower()}{place(found.other_place, found.other_where)[1:]}"
