"""Ceilings on how many may get an award, as the clerk reads them beside the list."""

from __future__ import annotations

from thidua_desktop.domain.quota_boards import BaseSource, UnitGauge
from thidua_desktop.domain.quotas import Gauge
from thidua_desktop.wording import eligibility, formats
from thidua_desktop.wording.rules import Names, citation

SOURCES = {
    BaseSource.STATED: "ghi tay",
    BaseSource.MEMBERS: "theo số liệu của đơn vị",
    BaseSource.REGISTER: "đếm trong sổ khen thưởng",
    BaseSource.LINES: "đếm trong các dòng đề nghị của đợt",
    BaseSource.RANKS: "đếm theo kết quả xếp hạng cụm, khối",
    BaseSource.SUM: "cộng từ các đơn vị",
    BaseSource.UNKNOWN: "chưa có, hãy ghi vào",
}
WHOLE = "cả đợt"


def gauge(one: UnitGauge, names: Names, short: str | None = None) -> str:
    """``“Chiến sĩ thi đua cơ sở” – Sở Y tế: 15,4 % > 15 % (2/13, chọn nhiều nhất 1)``.

    Args:
        one: the ceiling in a unit, or in the whole round.
        names: names behind codes.
        short: the abbreviation of the award, to stand for its name.
    """
    return f"{short or names.award(one.award_id)} – {one.unit or WHOLE}: {_state(one)}"


def basis(one: UnitGauge, names: Names) -> str:
    """What the share is counted of, where that number comes from, and where the ceiling is written."""
    of = names.vocabulary.bodies.get(one.quota.of, one.quota.of)
    amount = f" = {formats.whole(one.base.amount)}" if one.base.amount is not None else ""
    note = f" {one.quota.basis.note}." if one.quota.basis.note else ""
    return f"Tính trên {of}{amount} ({SOURCES[one.base.source]}).{note} Căn cứ: {citation(one.quota.basis)}."


def _state(one: UnitGauge) -> str:
    if one.base.amount is None:
        chosen = formats.whole(one.gauge.chosen)
        if one.gauge.percent is None:
            return f"đang chọn {chosen}; không khống chế tỷ lệ"
        return f"đang chọn {chosen}; chưa có số làm gốc tính tỷ lệ"
    if not one.base.amount:
        return _of_nobody(one.gauge)
    return eligibility.gauge(one.gauge)


def _of_nobody(state: Gauge) -> str:
    chosen = formats.whole(state.chosen)
    if state.percent is None or not state.chosen:
        return f"đang chọn {chosen}/0"
    return f"vượt: đang chọn {chosen}/0, chọn nhiều nhất 0"
