"""What the worked eligibility cases of the legal periods are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tests.domain.eligibility.files import (
    COLLECTIVE,
    HOUSEHOLD,
    PERSON,
    rated,
    said,
)
from thidua_desktop.domain.eligibility.verdicts import Claim, Verdict
from thidua_desktop.domain.evidence import (
    ClusterRank,
    Discipline,
    Evidence,
    MovementResult,
    Rating,
    Reach,
    Sanction,
    YearScore,
)
from thidua_desktop.domain.nominations import Occasion

MET, NOT_MET, CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
A, B, C1, C2 = date(2022, 12, 15), date(2024, 12, 10), date(2025, 12, 5), date(2026, 11, 20)
WELL, EXCELLENT = Rating.WELL, Rating.EXCELLENT
UNIT, PROVINCE, NATIONAL = Reach.UNIT, Reach.PROVINCE, Reach.NATIONAL
SUDDEN, MOVEMENT, CONTRIBUTION = Occasion.SUDDEN, Occasion.MOVEMENT, Occasion.CONTRIBUTION


@dataclass(frozen=True)
class Worked:
    """A nomination, what the check must say, and a part of the citation of what decides it."""

    id: str
    claim: Claim
    evidence: Evidence
    verdict: Verdict
    article: str
    earliest: int | None = None


def case(
    id: str,
    award: str,
    day: date,
    evidence: Evidence,
    says: tuple[Verdict, str, int | None],
    **claim: Any,
) -> Worked:
    made = Claim(award, evidence.kind, **{"year": day.year, "day": day, **claim})
    return Worked(id, made, evidence, *says)


def person(**known: Any) -> Evidence:
    return replace(PERSON, **known)


def team(**known: Any) -> Evidence:
    return replace(COLLECTIVE, **known)


def household(**known: Any) -> Evidence:
    return replace(HOUSEHOLD, **known)


def ends(sanction: Sanction, since: date, until: date | None) -> tuple[Discipline, ...]:
    return (Discipline(sanction, since, until, "QĐ kỷ luật"),)


def movement(year: int, by: str, years: int, stage: str = "close") -> tuple[MovementResult, ...]:
    return (MovementResult(year, by, years, stage, "Cả nước thi đua xây dựng nông thôn mới"),)


LEADS = ClusterRank
SCORE = YearScore(2022, 86, "other", 60, date(2022, 1, 20))
HOUSE_OK = said("khong_thuoc_truong_hop_loai_tru_d7")
FIVE_WELL = rated(2020, 2024, WELL)
