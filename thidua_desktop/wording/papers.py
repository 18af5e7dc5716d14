"""Fixed phrases of papers (NĐ 30/2020/NĐ-CP and office practice), shared by the PDF, Word and Excel writers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.wording import formats, labels

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
"""Quốc hiệu."""
MOTTO = "Độc lập - Tự do - Hạnh phúc"
"""Tiêu ngữ: plain hyphens with a space at each side."""
NUMBER = "Số:"
END = "./."
RECIPIENTS = "Nơi nhận:"

COMPILER = "NGƯỜI LẬP BIỂU"
SECTION_HEAD = "LÃNH ĐẠO PHÒNG"
HEAD_OF_UNIT = "THỦ TRƯỞNG ĐƠN VỊ"
SIGN_AND_NAME = "(Ký, họ tên)"

ANNEX = "Phụ lục"

_TITLE_WORDS = ("kế hoạch", "chương trình", "hướng dẫn", "chỉ thị", "quyết định", "thông báo", "đề án", "phương án")


def recipient_lines(recipients: Sequence[str]) -> list[str]:
    """The list below "Nơi nhận:": a hyphen before each, a semicolon after it, a full stop after the last."""
    bare = [recipient.strip().lstrip("-").strip().rstrip(";.").strip() for recipient in recipients]
    kept = [recipient for recipient in bare if recipient]
    return [f"- {text}{'.' if order == len(kept) else ';'}" for order, text in enumerate(kept, start=1)]


def title_of_plan(title: str) -> str:
    """A plan's title in capitals, with its kind in front: "KẾ HOẠCH CÔNG TÁC THI ĐUA …"."""
    named = any(fold(title).startswith(fold(kind)) for kind in _TITLE_WORDS)
    return (title if named else f"Kế hoạch {title}").upper()


def attached_to(number: str | None, day: date | None, issuer: str | None) -> str:
    """``(Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2026 của …)``, dots for the pen where it lacks."""
    written = formats.long_day(day) if day is not None else "ngày …… tháng …… năm ………"
    code = number or "………/KH-………"
    return f"(Kèm theo Kế hoạch số {code} {written} của {issuer or '………………………………'})"


def quarter_of_year(quarter: int | None, year: int) -> str:
    """``QUÝ I NĂM 2026``, or ``CẢ NĂM 2026`` for what has no quarter."""
    if quarter is None:
        return f"CẢ NĂM {year}"
    return f"{labels.quarter(quarter)} năm {year}".upper()


def time_of(year: int, quarter: int | None, month: int | None, due: date | None) -> str:
    """When something is due, as exactly as it is known: ``15/6/2026``, ``Tháng 6/2026``, ``Quý II/2026`` …"""
    if due is not None:
        return formats.day_in_text(due)
    if month is not None:
        return f"Tháng {month}/{year}"
    if quarter is not None:
        return f"{labels.quarter(quarter)}/{year}"
    return f"Năm {year}"
