"""Days, quarters, amounts and numbers as Vietnamese offices write them (document-forms §1.2, §6.3)."""

from __future__ import annotations

from datetime import date, datetime

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def day(value: date | None) -> str:
    """``15/06/2026`` for lists and screens; empty for None."""
    return f"{value.day:02d}/{value.month:02d}/{value.year}" if value is not None else ""


def day_in_text(value: date) -> str:
    """``05/3/2026`` as running text writes it: a leading 0 for days below 10 and the months 1 and 2 only."""
    return f"{value.day:02d}/{_month(value.month)}/{value.year}"


def long_day(value: date) -> str:
    """``ngày 05 tháng 3 năm 2026``."""
    return f"ngày {value.day:02d} tháng {_month(value.month)} năm {value.year}"


def date_line(place: str, value: date | None) -> str:
    """The place and day of a document; blanks to fill in by hand where there is no day (NĐ 30/2020, box 4)."""
    written = long_day(value) if value is not None else "ngày      tháng      năm "
    return f"{place}, {written}" if place else written


def moment(value: datetime) -> str:
    """``14:05 ngày 15/06/2026``."""
    return f"{value:%H:%M} ngày {day(value.date())}"


def roman(number: int) -> str:
    """A Roman numeral (1-399)."""
    parts: list[str] = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)


def whole(number: int) -> str:
    """``1.234.567``."""
    return f"{number:,}".replace(",", ".")


def file_size(size: int) -> str:
    """``812 KB``, ``1,2 MB`` for a number of bytes."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def percent(part: int, total: int) -> str:
    """``88,9 %`` of a total; a dash where there is none."""
    if not total:
        return "–"
    return f"{100 * part / total:.1f} %".replace(".", ",")


def _month(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)
