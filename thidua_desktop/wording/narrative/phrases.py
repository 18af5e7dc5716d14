"""Fixed phrases around a report in words: what the decree and office practice ask for, whatever the figures."""

from __future__ import annotations

from thidua_desktop.domain.units import Office
from thidua_desktop.wording import papers

KIND = "BÁO CÁO"
ADDRESSED = "Kính gửi:"
ORDINAL = "STT"
ANNEX_TITLE = "BIỂU SỐ LIỆU THI ĐUA, KHEN THƯỞNG"
ANNEX_POINTER = "Số liệu chi tiết tại Phụ lục kèm theo Báo cáo này."
"""The decree wants a pointer to each annex in the text."""
_KEPT = "Lưu: VT, TĐKT"


def part(ordinal: str) -> str:
    """``Phần thứ nhất``."""
    return f"Phần thứ {ordinal.lower()}"


def table_title(number: int, title: str) -> str:
    """``Biểu số 1. Kết quả khen thưởng …``."""
    return f"Biểu số {number}. {title}"


def attached(office: Office) -> str:
    """``(Kèm theo Báo cáo số ………/BC-SNV ngày …… tháng …… năm ……… của Sở Nội vụ)``."""
    issuer = papers.in_text(office.name) or "…………………………"
    return f"(Kèm theo Báo cáo số ………/BC-{office.code or '………'} ngày …… tháng …… năm ……… của {issuer})"


def recipients(superior: str, *, addressed: bool) -> tuple[str, ...]:
    """Nơi nhận of a report: those it is addressed to, or who stands above; the own heads; the file."""
    above = ("Như trên",) if addressed else (papers.in_text(superior),) if superior else ()
    return (*above, "Lãnh đạo cơ quan", _KEPT)
