"""Which ceilings the clerk should see first, and which of them a line takes beyond what the law allows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fractions import Fraction

from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.quota_boards import QuotaBoard, UnitGauge
from thidua_desktop.wording import eligibility
from thidua_desktop.wording.quotas import WHOLE


def severity(one: UnitGauge) -> Severity:
    """How grave a ceiling is: exceeded, without a base to tell, or kept."""
    if one.over:
        return Severity.BLOCKING
    return Severity.WARNING if one.base.amount is None else Severity.INFO


def worst_first(gauges: Iterable[UnitGauge]) -> tuple[UnitGauge, ...]:
    """Ceilings that somebody is counted against, those that are exceeded most first."""
    counted = (one for one in gauges if one.gauge.chosen and one.gauge.percent is not None)
    return tuple(sorted(counted, key=_rank))


def _rank(one: UnitGauge) -> tuple[int, Fraction, str]:
    order = (Severity.BLOCKING, Severity.WARNING, Severity.INFO)
    share, percent = one.gauge.share or Fraction(0), one.gauge.percent or Fraction(0)
    return order.index(severity(one)), percent - share, one.unit or ""


def crossed(
    board: QuotaBoard, line: NominationId, counted: Collection[NominationId] | None = None
) -> tuple[UnitGauge, ...]:
    """The ceilings that are kept without a line and exceeded with it; ``counted`` None: all lines in the running."""
    among = frozenset(board.running if counted is None else counted)
    if line not in among:
        return ()
    before = board.gauges(among - {line})
    after = board.gauges(among)
    return tuple(now for then, now in zip(before, after, strict=True) if now.over and not then.over)


def raised(one: UnitGauge, award: str) -> str:
    """``Dòng này đưa CSTĐCS – Sở Y tế lên 15,4 % > 15 % (2/13, chọn nhiều nhất 1)``; ``award`` is its short name."""
    return f"Dòng này đưa {award} – {one.unit or WHOLE} lên {eligibility.gauge(one.gauge)}"
