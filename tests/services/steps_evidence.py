"""Use cases of evidence, overrides and quota bases; ``everything`` walks them once the rounds have their lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.evidence import (
    CaseKind,
    Clearance,
    Cleared,
    ClusterRank,
    Confirmation,
    Discipline,
    Initiative,
    MemberFigures,
    MeritKind,
    MovementResult,
    OpenCase,
    Rating,
    Reach,
    Sanction,
    Spell,
    YearRating,
    YearScore,
)
from thidua_desktop.domain.facts import Fact, FactKind, KeptFact
from thidua_desktop.domain.ids import FactId, NominationId, RecipientId, RoundId
from thidua_desktop.domain.quota_boards import HOLDERS
from thidua_desktop.services.container import Services

ROUND, LINE, OTHER_LINE = RoundId(1), NominationId(1), NominationId(2)
AN = RecipientId(1)
DAY = date(2024, 3, 1)
TITLE = "lao_dong_tien_tien"

ONE_OF_EACH: tuple[Fact, ...] = (
    YearRating(2023, Rating.EXCELLENT, "QĐ 15/QĐ-SNV"),
    Initiative(2023, Reach.UNIT, "Số hóa hồ sơ", "QĐ 9", MeritKind.TOPIC, (TITLE,)),
    Spell("sector", DAY, date(2030, 1, 1), 2),
    Discipline(Sanction.WARNING, DAY, None, "QĐ kỷ luật 3"),
    OpenCase(CaseKind.COMPLAINT, DAY, None, "Đơn của ông B"),
    Clearance(Cleared.CASES, DAY, "Công an tỉnh"),
    MemberFigures(2023, 12, ((TITLE, 10), ("chien_si_thi_dua_co_so", 1)), 12, 0),
    ClusterRank(2023, "bo_tinh", 1, "Cụm số 2"),
    MovementResult(2023, "thu_tuong", 5, "close", "Cả nước chung sức"),
    YearScore(2023, 92.5, "other", 51.0, DAY),
    Confirmation("dang_ky_thi_dua", True, "Sở Nội vụ", DAY, 2023),
)
"""A fact of each kind, in the order of ``FactKind``."""


def _propose(services: Services) -> Changes:
    return services.judging.apply(services.judging.proposals(ROUND, [OTHER_LINE]).moves)


STEPS: dict[str, Callable[[Services], Changes]] = {
    "evidence.save_many": lambda s: s.evidence.save_many([KeptFact(AN, fact) for fact in ONE_OF_EACH]),
    "evidence.save": lambda s: s.evidence.save(KeptFact(AN, YearRating(2022, Rating.WELL))),
    "evidence.save again": lambda s: s.evidence.save(KeptFact(AN, YearRating(2022, Rating.DONE), FactId(2))),
    "evidence.remove": lambda s: s.evidence.remove([(FactKind.RATING, FactId(2)), (FactKind.SANCTION, FactId(1))]),
    "nomination.override": lambda s: s.judging.override(
        [LINE, OTHER_LINE], Verdict.MET, by="Giám đốc Sở", reason="Đã đối chiếu hồ sơ giấy"
    ),
    "nomination.judge": _propose,
    "nomination.withdraw_override": lambda s: s.judging.withdraw_override([OTHER_LINE]),
    "quota.set_base": lambda s: s.quotas.set_base(ROUND, HOLDERS, 40),
    "quota.set_base again": lambda s: s.quotas.set_base(ROUND, HOLDERS, 42),
    "quota.clear_base": lambda s: s.quotas.clear_base(ROUND, HOLDERS),
}
"""As ``everything.STEPS``."""
