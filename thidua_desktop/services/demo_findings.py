"""What the sample office knows of the recipients of its round: units, ties, ratings, former awards, initiatives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.evidence import Clearance, Cleared, Initiative, MemberFigures, Rating, Reach, YearRating
from thidua_desktop.domain.facts import Fact, KeptFact
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.quota_boards import HOLDERS
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.submissions import Receipt
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services

LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
_YEARS_BACK = 3
_UNKNOWN_EACH = 6
"""Of every so many recipients nothing is known yet."""
_LATE_EACH = 5
_BASES = ((2, 18), (5, 40))
"""By the place of a unit: how many of it hold the lower title."""


def build(services: Services, round_id: RoundId) -> None:
    """Fill what is known around a round of the sample office.

    Args:
        services: an office file with a round and its lines.
        round_id: the round.
    """
    round_ = services.nominations.get_round(round_id)
    _send(services, round_id, round_)
    services.ties.tie_round(round_id)
    lines = services.nominations.of_round(round_id)
    facts = [
        KeptFact(line.recipient_id, fact)
        for at, line in _known(lines)
        for fact in _facts(line, at, round_.year)
        if line.recipient_id is not None
    ]
    services.evidence.save_many(facts)
    services.register.add_many([entry for at, line in _known(lines) for entry in _awards(line, at, round_.year)])
    named = sorted({line.unit_id for line in lines if line.unit_id is not None})
    for place, amount in _BASES:
        if place < len(named):
            services.quotas.set_base(round_id, HOLDERS, amount, named[place])


def _send(services: Services, round_id: RoundId, round_: Round) -> None:
    """The units of the lines send them in, each with a letter; one of five has not sent yet."""
    names = list(dict.fromkeys(line.unit for line in services.nominations.of_round(round_id) if line.unit))
    for name in names:
        if services.units.find(name).unit_id is None:
            services.units.save(Unit(name))
    found = [services.units.find(name).unit_id for name in names]
    services.submissions.expect(round_id, [unit for unit in found if unit is not None])
    opened = round_.opens or date(round_.year, 10, 1)
    for at, submission in enumerate(services.submissions.of_round(round_id)):
        if submission.id is not None and at % _LATE_EACH != _LATE_EACH - 1:
            came = opened + timedelta(days=at)
            services.submissions.receive(
                submission.id,
                Receipt(came, f"{120 + at}/TTr-ĐV", came - timedelta(days=2), "Nguyễn Thị Thu Hà", None, None),
            )


def _known(lines: Sequence[Nomination]) -> Iterator[tuple[int, Nomination]]:
    for at, line in enumerate(lines):
        if line.recipient_id is not None and at % _UNKNOWN_EACH:
            yield at, line


def _facts(line: Nomination, at: int, year: int) -> Iterator[Fact]:
    level = Rating.EXCELLENT if at % 4 else Rating.WELL
    for back in range(_YEARS_BACK):
        yield YearRating(year - back, level if back else Rating.EXCELLENT, f"{30 + at}/QĐ-ĐV")
    if at % 2:
        yield Clearance(Cleared.DISCIPLINE, date(year, 12, 31), "Báo cáo thành tích có xác nhận của đơn vị")
        yield Clearance(Cleared.CASES, date(year, 12, 31), "Thanh tra tỉnh, công văn 88/TTr")
    if line.kind is RecipientKind.PERSON and at % 3 == 1:
        yield Initiative(year, Reach.UNIT, line.citation or "Cải tiến quy trình", f"{60 + at}/QĐ-HĐSK")
    if line.kind is RecipientKind.COLLECTIVE:
        yield MemberFigures(year, 24, ((LDTT, 22), (CSTDCS, 3)), completed=24, disciplined=0)


def _awards(line: Nomination, at: int, year: int) -> Iterator[RegisterEntry]:
    assert line.recipient_id is not None
    if line.kind is not RecipientKind.PERSON:
        return
    for back in range(1, _YEARS_BACK + 1):
        for award in (LDTT, *((CSTDCS,) if at % 3 == 1 or (at % 3 == 2 and back != 2) else ())):
            yield RegisterEntry(
                line.recipient_id,
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
