"""What the sample office knows of the recipients of its round: ties, ratings, former awards, initiatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import (
    CaseKind,
    Clearance,
    Cleared,
    Confirmation,
    Discipline,
    Initiative,
    MemberFigures,
    OpenCase,
    Rating,
    Reach,
    Sanction,
    YearRating,
)
from thidua_desktop.domain.facts import Fact, KeptFact
from thidua_desktop.domain.ids import RecipientId, RoundId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.quota_boards import HOLDERS
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.services import demo_directory
from thidua_desktop.services.container import Services

LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
_YEARS_BACK = 3
_UNKNOWN_EACH = 6
"""Of every so many recipients nothing is known yet."""
_ACCUSED, _REPRIMANDED, _BARELY_DONE = (9, 25), (15,), (3, 27)
"""By the place of a line: with whom something stands in the way of an award."""
_CHOSEN = (0, 1, 2, 6)
"""Who of the past round is proposed for the higher title."""
_PAST = (
    ("Ông", "Đỗ Quang Vinh", "Sở Y tế"),
    ("Bà", "Trần Thị Ân", "Sở Y tế"),
    ("Ông", "Nguyễn Hữu Phước", "Sở Y tế"),
    ("Bà", "Lâm Thị Thu Nga", "Sở Y tế"),
    ("Ông", "Trần Văn Bình", "Sở Tài chính"),
    ("Bà", "Ngô Thị Ất", "Sở Tài chính"),
    ("Ông", "Phùng Văn Quý", "Sở Tài chính"),
    ("Bà", "Đoàn Thị Lệ", "Sở Tài chính"),
    ("Ông", "Hà Trọng Nghĩa", "Sở Tài chính"),
    ("Bà", "Vi Thị Mai", "Sở Tài chính"),
    ("Ông", "Kiều Minh Tuấn", "Sở Tài chính"),
)


def build(services: Services, round_id: RoundId) -> None:
    """Fill what is known of the recipients of a round of the sample office; once filled it stays as it is.

    Args:
        services: an office file with a round and its lines.
        round_id: the round.
    """
    demo_directory.build(services)
    services.ties.tie_round(round_id)
    lines = services.nominations.of_round(round_id)
    year = services.nominations.get_round(round_id).year
    facts = [KeptFact(who, fact) for at, who, line in _known(services, lines) for fact in _facts(line, at, year)]
    entries = [entry for at, who, line in _known(services, lines) for entry in _awards(who, line, at, year)]
    services.evidence.save_many(facts)
    services.register.add_many(entries)


def past_round(services: Services, year: int) -> RoundId:
    """A round of a year whose law still set a ceiling on Chiến sĩ thi đua cơ sở: three of one unit, one of another."""
    name = f"Đợt xét khen thưởng công trạng năm {year}"
    round_id = RoundId(services.nominations.save_round(Round(name, year, closes=date(year, 6, 30))).created[0])
    lines = [
        Nomination(round_id, RecipientKind.PERSON, who, CSTDCS if at in _CHOSEN else LDTT, honorific=title, unit=unit)
        for at, (title, who, unit) in enumerate(_PAST)
    ]
    services.nominations.save_many(lines)
    services.ties.tie_round(round_id)
    unit_id = services.units.find("Sở Y tế").unit_id
    if unit_id is not None:
        services.quotas.set_base(round_id, HOLDERS, 13, unit_id)
    return round_id


def _known(services: Services, lines: Sequence[Nomination]) -> Iterator[tuple[int, RecipientId, Nomination]]:
    """Most recipients of whom nothing is written down yet."""
    for at, line in enumerate(lines):
        who = line.recipient_id
        if who is not None and at % _UNKNOWN_EACH and not services.evidence.of(who):
            yield at, who, line


def _facts(line: Nomination, at: int, year: int) -> Iterator[Fact]:
    level = Rating.EXCELLENT if at % 4 else Rating.WELL
    last = Rating.DONE if at in _BARELY_DONE else Rating.EXCELLENT
    for back in range(_YEARS_BACK):
        yield YearRating(year - back, level if back else last, f"{30 + at}/QĐ-ĐV")
    if at in _ACCUSED:
        yield OpenCase(CaseKind.COMPLAINT, date(year, 3, 2), about="Đơn tố cáo, Thanh tra tỉnh đang xác minh")
    elif at in _REPRIMANDED:
        yield Discipline(Sanction.REPRIMAND, date(year, 2, 10), date(year + 1, 2, 9), "12/QĐ-KL")
    elif at % 2:
        yield Confirmation("tham_gia_phong_trao_thi_dua", True, line.unit or line.name, date(year, 1, 15), year)
        yield Clearance(Cleared.DISCIPLINE, date(year, 12, 31), "Báo cáo thành tích có xác nhận của đơn vị")
        yield Clearance(Cleared.CASES, date(year, 12, 31), "Thanh tra tỉnh, công văn 88/TTr")
    if line.kind is RecipientKind.PERSON and at % 3 == 1:
        yield Initiative(year, Reach.UNIT, line.citation or "Cải tiến quy trình", f"{60 + at}/QĐ-HĐSK")
    if line.kind is RecipientKind.COLLECTIVE:
        yield MemberFigures(year, 24, ((LDTT, 22), (CSTDCS, 3)), completed=24, disciplined=0)


def _awards(who: RecipientId, line: Nomination, at: int, year: int) -> Iterator[RegisterEntry]:
    if line.kind is not RecipientKind.PERSON:
        return
    for back in range(1, _YEARS_BACK + 1):
        for award in (LDTT, *((CSTDCS,) if at % 3 == 1 or (at % 3 == 2 and back != 2) else ())):
            yield RegisterEntry(
                who,
                award,
                year - back,
                line.name,
                decided_on=date(year - back, 12, 20),
                decision=f"{400 + at}/QĐ-SNV",
                decided_by="Giám đốc Sở",
                position=line.position,
                unit=line.unit,
                unit_id=line.unit_id,
            )
