"""Offices that were never there: facts of two years from a seed, and the report of a period of them."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import lru_cache

from thidua_desktop.domain.narrative.model import Narrative
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.facts import (
    AwardFact,
    Fact,
    Facts,
    MovementFact,
    Names,
    NominationFact,
    Place,
    RegistrationFact,
    SubmissionFact,
    TaskFact,
    TaskOutcome,
    Traits,
)
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import NOT_APPLICABLE, Subject
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders.narrative_report import narrative_report
from thidua_desktop.reports.model import Report
from thidua_desktop.services.report_texts import report_texts
from thidua_desktop.wording.narrative.building import Material, narrative

OFFICE = Office("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", "Hồng Sơn", "SNV", ("GIÁM ĐỐC",), "Lê Văn An")
PLAN = Plan(
    "Kế hoạch công tác thi đua, khen thưởng năm 2026",
    2026,
    number="12/KH-UBND",
    issued_on=date(2026, 1, 5),
    issuer="ỦY BAN NHÂN DÂN TỈNH HỒNG SƠN",
)
PERIODS = (periods.half(2026, 1), periods.nine_months(2026), periods.year(2026), periods.quarter(2026, 2))
_AWARDS = (
    ("lao_dong_tien_tien", "danh_hieu_thi_dua", "co_so", "Lao động tiên tiến", ("person",)),
    ("chien_si_thi_dua_co_so", "danh_hieu_thi_dua", "co_so", "Chiến sĩ thi đua cơ sở", ("person",)),
    ("tap_the_lao_dong_tien_tien", "danh_hieu_thi_dua", "co_so", "Tập thể lao động tiên tiến", ("collective",)),
    ("giay_khen_xa", "giay_khen", "co_so", "Giấy khen của Chủ tịch UBND cấp xã", ("person", "collective", "household")),
    ("bang_khen_bo_tinh", "bang_khen", "bo_tinh", "Bằng khen của Bộ, ban, ngành, tỉnh", ("person", "collective")),
    ("tap_the_lao_dong_xuat_sac", "danh_hieu_thi_dua", "bo_tinh", "Tập thể lao động xuất sắc", ("collective",)),
    ("bang_khen_thu_tuong", "bang_khen", "nha_nuoc", "Bằng khen của Thủ tướng Chính phủ", ("person", "collective")),
    ("huan_chuong_lao_dong_ba", "huan_chuong", "nha_nuoc", "Huân chương Lao động hạng Ba", ("person", "collective")),
)
_UNITS = (
    "Sở Y tế",
    "Sở Giáo dục và Đào tạo",
    "Ủy ban nhân dân xã Tân An",
    "Ủy ban nhân dân phường Đông Hòa",
    "Công an tỉnh",
)
_MOVEMENTS = ("Chung tay xây dựng nông thôn mới", "Vì người nghèo - Không để ai bị bỏ lại phía sau", "Dạy tốt, học tốt")
_TASKS = (
    "Kiểm tra công tác thi đua, khen thưởng tại {count} xã, phường",
    "Tuyên truyền, nhân rộng {count} điển hình tiên tiến",
    "Họp Hội đồng Thi đua - Khen thưởng lần {count}",
    "Hướng dẫn đăng ký thi đua năm 2026",
    "Tổ chức hội nghị sơ kết phong trào thi đua trước ngày 15/6/2026",
)
_REASONS = ("Chờ ý kiến đơn vị phối hợp", "Thay đổi nhân sự", "Văn bản cấp trên ban hành chậm")


@lru_cache(maxsize=8)
def facts(seed: int) -> Facts:
    """An office of 2025 and 2026: from nothing at all to some thousands of awards."""
    chance = random.Random(seed)
    size = chance.choice((0, 1, 3, 12, 40, 150, 900, 3000))
    rows: dict[Subject, tuple[Fact, ...]] = {
        Subject.AWARDS: tuple(_award(chance, at) for at in range(size)),
        Subject.NOMINATIONS: tuple(_nomination(chance, at) for at in range(chance.randint(0, size))),
        Subject.TASKS: tuple(_task(chance, at) for at in range(chance.choice((0, 1, 2, 9, 30, 80)))),
        Subject.MOVEMENTS: tuple(_movement(chance, at) for at in range(chance.randint(0, 3))),
        Subject.REGISTRATIONS: tuple(_registration(chance, at) for at in range(chance.randint(0, 12))),
        Subject.SUBMISSIONS: tuple(_submission(chance, at) for at in range(chance.choice((0, 3, 24)))),
    }
    names = Names(
        units={str(at): name for at, name in enumerate(_UNITS)},
        awards={each[0]: each[3] for each in _AWARDS},
    )
    return Facts(periods.free(date(2025, 1, 1), date(2026, 12, 31)), rows, names, date(2026, 12, 31))


@lru_cache(maxsize=64)
def told(seed: int, period: Period) -> Narrative:
    """The report in words of such an office."""
    return narrative(Material(facts(seed), period, OFFICE, report_texts(), PLAN if seed % 3 else None, (PLAN,)))


def printed(seed: int, period: Period) -> Report:
    """The same as a paper."""
    return narrative_report(told(seed, period), OFFICE)


def _day(chance: random.Random) -> date:
    return date(2025, 1, 1) + timedelta(days=chance.randrange(730))


def _place(chance: random.Random) -> Place:
    unit = chance.randrange(len(_UNITS))
    return Place(unit, unit)


def _traits(chance: random.Random, kind: str) -> Traits:
    enterprise = chance.choice(("yes", "no", "no", "?"))
    if kind != "person":
        return Traits(kind, *[NOT_APPLICABLE] * 4, enterprise)
    leader = chance.choice(("yes", "no", "no", "no", "?"))
    worker = {"yes": "other_leader", "no": "direct"}.get(leader, "?")
    return Traits(
        kind, chance.choice(("male", "female")), chance.choice(("01", "01", "05", "?")), worker, leader, enterprise
    )


def _award(chance: random.Random, at: int) -> AwardFact:
    award, group, level, _, kinds = chance.choice(_AWARDS)
    day, kind = _day(chance), chance.choice(kinds)
    occasion = chance.choice(("merit", "merit", "sudden", "movement", "?"))
    return AwardFact(at, day, day.year, award, group, level, occasion, _traits(chance, kind), _place(chance))


def _nomination(chance: random.Random, at: int) -> NominationFact:
    award, group, level, _, kinds = chance.choice(_AWARDS)
    day, kind = _day(chance), chance.choice(kinds)
    state = chance.choice(tuple(NominationState))
    return NominationFact(
        *(at, day, day.year, award, group, level, "merit", _traits(chance, kind), state, _place(chance)),
        sent_up=chance.random() < 0.2,
    )


def _task(chance: random.Random, at: int) -> TaskFact:
    day, outcome = _day(chance), chance.choice(tuple(TaskOutcome))
    late = outcome in (TaskOutcome.LATE, TaskOutcome.MISSED)
    return TaskFact(
        at,
        day,
        day.year,
        outcome,
        _place(chance),
        reason=chance.choice(_REASONS) if late else NOT_APPLICABLE,
        text=chance.choice(_TASKS).format(count=chance.randint(2, 30)),
    )


def _movement(chance: random.Random, at: int) -> MovementFact:
    day = _day(chance)
    return MovementFact(
        at, day, day.year, "office", "office", chance.choice(("standing", "topical")), name=_MOVEMENTS[at]
    )


def _registration(chance: random.Random, at: int) -> RegistrationFact:
    award, group, level, _, kinds = chance.choice(_AWARDS)
    day, kind = _day(chance), chance.choice(kinds)
    amount = chance.randint(1, 60)
    return RegistrationFact(at, day, day.year, award, group, level, Traits(kind), _place(chance), amount=amount)


def _submission(chance: random.Random, at: int) -> SubmissionFact:
    day, state = _day(chance), chance.choice(tuple(SubmissionState))
    return SubmissionFact(at, day, day.year, state, "merit", _place(chance))
