"""Facts that forms are filled from in tests, and the shipped models by their codes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count as numbers

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.forms.checks import checked
from thidua_desktop.domain.forms.choosing import choose
from thidua_desktop.domain.forms.counting import FactCounts
from thidua_desktop.domain.forms.filling import FilledForm, Given, fill
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.facts import AwardFact, Facts, MovementFact, Names, NominationFact, Place, Traits
from thidua_desktop.domain.statistics.questions import NOT_APPLICABLE, UNKNOWN, Subject
from thidua_desktop.domain.statistics.workers import WorkerClass
from thidua_desktop.services.awards import AwardService
from thidua_desktop.services.form_models import shipped
from thidua_desktop.wording.forms import value_names

YEAR = periods.year(2024)
AWARDS: dict[str, Award] = {award.id: award for award in AwardService().catalogue()}
UNITS = {"1": "Sở Y tế", "2": "Sở Giáo dục và Đào tạo", "3": "Phường Hồng Sơn"}
NAMES = Names(
    units=UNITS,
    awards={award.id: award.name for award in AWARDS.values()},
    movements={"7": "Cả nước thi đua xây dựng nông thôn mới"},
    movement_scopes={"7": "nation"},
    unit_order={code: int(code) for code in UNITS},
    award_order={award.id: -place for place, award in enumerate(AWARDS.values())},
)
_NUMBERS = numbers(1)


def traits(kind: str, worker: str = UNKNOWN, enterprise: str = "no") -> Traits:
    if kind != "person":
        return Traits(kind, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, enterprise)
    leader = UNKNOWN if worker == UNKNOWN else "no" if worker == WorkerClass.DIRECT else "yes"
    return Traits(kind, "male", "01", worker, leader, enterprise)


def award(
    award_id: str,
    kind: str = "person",
    worker: str = WorkerClass.DIRECT,
    *,
    occasion: str = "merit",
    unit: int | None = 1,
    enterprise: str = "no",
) -> AwardFact:
    known = AWARDS[award_id]
    return AwardFact(
        *(next(_NUMBERS), date(2024, 6, 1), 2024, award_id, known.kind, known.level, occasion),
        traits(kind, worker, enterprise),
        Place(unit, unit),
    )


def nomination(
    award_id: str, kind: str = "person", *, occasion: str = "merit", sent_up: bool = False
) -> NominationFact:
    known = AWARDS[award_id]
    return NominationFact(
        *(next(_NUMBERS), date(2024, 5, 1), 2024, award_id, known.kind, known.level, occasion),
        traits(kind, WorkerClass.DIRECT),
        NominationState.SENT_UP if sent_up else NominationState.ENTERED,
        Place(1, 1),
        sent_up,
    )


def movement(level: str, scope: str, method: str = "topical", length: str = "one") -> MovementFact:
    return MovementFact(7, date(2024, 2, 1), 2024, level, scope, method, length)


def facts(
    awards: Iterable[AwardFact] = (),
    movements: Iterable[MovementFact] = (),
    nominations: Iterable[NominationFact] = (),
) -> Facts:
    rows = {
        Subject.AWARDS: tuple(awards),
        Subject.MOVEMENTS: tuple(movements),
        Subject.NOMINATIONS: tuple(nominations),
    }
    return Facts(YEAR, rows, NAMES)


SHORT = {award.id: award.abbreviation for award in AWARDS.values() if award.abbreviation}


def filled(code: str, known: Facts, given: Given | None = None) -> FilledForm:
    counts = FactCounts(known)
    names = value_names(known.names, SHORT)
    return checked(fill(choose(shipped(), code, known.period), known.period, counts, names, given), counts)


def row(form: FilledForm, key: str) -> dict[str, object]:
    """The figures of a row by the keys of its columns."""
    at = next(at for at, each in enumerate(form.rows) if each.key == key)
    return {column.key: cell.value for column, cell in zip(form.columns, form.cells[at], strict=True)}
