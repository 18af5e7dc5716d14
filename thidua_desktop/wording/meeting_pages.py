"""Phrases of the pages that lie beside an award list at the table: ceilings, open questions, achievements."""

from __future__ import annotations

from fractions import Fraction

from thidua_desktop.domain.eligibility.verdicts import Override
from thidua_desktop.domain.quota_boards import UnitGauge
from thidua_desktop.domain.quotas import Gauge
from thidua_desktop.wording import eligibility, formats, papers
from thidua_desktop.wording.rules import Names, citation, number

QUOTA_TITLE = "BẢNG TỶ LỆ KHEN THƯỞNG"
QUOTA_UNIT = "Đơn vị"
CHOSEN = "Số đề nghị"
BASE = "Số làm gốc"
BASE_SOURCE = "Nguồn của số làm gốc"
SHARE = "Tỷ lệ (%)"
MOST = "Được nhiều nhất"
STANDING = "Kết luận"
WHOLE_ROUND = "Toàn đợt xét"
NO_BASE = "chưa có"
NO_CEILINGS = "Không có danh hiệu, hình thức khen thưởng nào trong danh sách bị khống chế tỷ lệ"

FINDINGS_TITLE = "NHỮNG VẤN ĐỀ CÒN HỎI VỀ TIÊU CHUẨN"
FINDING = "Điều kiện chưa đạt, chưa rõ"
BASIS = "Căn cứ"
MISSING = "Còn thiếu, cần bổ sung"
NO_FINDINGS = "Không có trường hợp nào còn vấn đề về tiêu chuẩn"

ACHIEVEMENTS_TITLE = "TÓM TẮT THÀNH TÍCH"
NO_ACHIEVEMENT = "Chưa có tóm tắt thành tích."


def ceiling(one: UnitGauge, names: Names) -> str:
    """The heading of an award: how much the law allows, of what, and where that is written."""
    of = names.vocabulary.bodies.get(one.quota.of, one.quota.of)
    share = one.quota.percent
    allowed = "không khống chế tỷ lệ" if share is None else f"không quá {number(share)} % {of}"
    return f"{allowed} ({citation(one.quota.basis)})"


def share(state: Gauge) -> str:
    """``15,38``: the share proposed, a dash while nobody knows of what."""
    return _two_places(state.share) if state.share is not None else "–"


def standing(state: Gauge, *, known: bool) -> str:
    """Whether a unit stays below its ceiling; ``known`` says that the base is."""
    if state.percent is None:
        return "Không khống chế"
    if not known:
        return "Chưa có số làm gốc để tính"
    left = state.left or 0
    if left < 0:
        return f"Vượt {-left:02d}"
    return f"Trong mức, còn {left:02d}" if left else "Đúng mức cao nhất"


def quota_end(over: int) -> str:
    """What the page of ceilings sums up to."""
    if not over:
        return f"Không có đơn vị nào vượt tỷ lệ{papers.END}"
    return f"Có {over:02d} chỗ vượt tỷ lệ, đề nghị Hội đồng xem xét, lựa chọn{papers.END}"


def overridden(own: Override) -> str:
    """Who decided otherwise than the check, when and why."""
    verdict = eligibility.VERDICTS[own.verdict].lower()
    return f"Ý kiến thẩm định: {verdict} ({own.by}, {formats.day(own.day)}; lý do: {own.reason})"


def findings_end(lines: int, total: int) -> str:
    """How many lines have something open."""
    return f"Có {lines:02d}/{total:02d} trường hợp còn vấn đề cần Hội đồng cho ý kiến{papers.END}"


def noted(text: str) -> str:
    """A note of the office below a summary."""
    return f"Ghi chú: {text}"


def _two_places(value: Fraction) -> str:
    return f"{float(value):.2f}".replace(".", ",")
