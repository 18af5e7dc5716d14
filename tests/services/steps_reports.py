"""Every use case about movements, registrations and what goes up that writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import MovementId, RecipientId, RegistrationId, UnitId, WorkbookId
from thidua_desktop.domain.movements import LaunchLevel, Movement, MovementMethod, MovementScope
from thidua_desktop.domain.registrations import Cell
from thidua_desktop.domain.reported import WorkbookTie
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services.container import Services
from thidua_desktop.services.report_archive import Dispatch

Step = Callable[[Services], Changes]

MOVEMENT, OTHER = MovementId(1), MovementId(2)
WORKBOOK = WorkbookId(1)
YEAR = periods.year(2024)
LDTT = "lao_dong_tien_tien"

_NEW = Movement("Cả nước chung sức xây dựng nông thôn mới", 2024, MovementScope.NATION, LaunchLevel.CENTRAL)


def _unit(services: Services) -> UnitId:
    return next(unit.id for unit in services.units.all() if unit.id is not None and unit.valid_to is None)


def _cell(services: Services) -> Cell:
    return Cell(_unit(services), LDTT, RecipientKind.PERSON)


def _person(services: Services) -> RecipientId:
    return next(row.recipient.id for row in services.recipients.rows() if row.recipient.id and row.recipient.unit_id)


def _file(services: Services, name: str, content: str) -> Path:
    file = services.path.with_name(name)
    file.write_text(content, encoding="utf-8")
    return file


def _keep(services: Services) -> Changes:
    file = _file(services, "bieu-0601.xlsx", "Biểu số 0601.N")
    day = date(2024, 6, 15)
    return services.report_archive.keep(file, Dispatch("0601.N", "Biểu 0601.N", YEAR, day, "Bộ Nội vụ", "30/BC-SNV"))


def _named(services: Services) -> Changes:
    return services.registrations.register_named(2024, "chien_si_thi_dua_co_so", [_person(services)])


def _tie(services: Services) -> Changes:
    ties = [
        WorkbookTie(WORKBOOK, "Biểu 1", "C5", question="awards|2024-01-01..2024-12-31|"),
        WorkbookTie(WORKBOOK, "Biểu 1", "C6", constant="Sở Nội vụ"),
    ]
    return services.workbook_ties.save_ties(WORKBOOK, ties)


def _again(services: Services) -> Changes:
    first = services.workbook_ties.ties(WORKBOOK)[0]
    return services.workbook_ties.save_ties(WORKBOOK, [replace(first, periods_back=1)])


STEPS: dict[str, Step] = {
    "movement.save": lambda s: s.movements.save(_NEW),
    "movement.save again": lambda s: s.movements.save(replace(s.movements.get(MOVEMENT), started_on=date(2024, 1, 5))),
    "movement.save_many": lambda s: s.movements.save_many(
        [
            replace(s.movements.get(MOVEMENT), note="Theo kế hoạch của tỉnh"),
            Movement("Thi đua cải cách hành chính", 2024, method=MovementMethod.STANDING),
        ]
    ),
    "movement.close": lambda s: s.movements.close([OTHER], date(2024, 6, 14), "8 tập thể được khen"),
    "movement.delete": lambda s: s.movements.delete([MOVEMENT]),
    "movement.restore": lambda s: s.movements.restore([MOVEMENT]),
    "registration.set": lambda s: s.registrations.set_counts(2024, {_cell(s): 12}, date(2024, 1, 20)),
    "registration.set other": lambda s: s.registrations.set_counts(2024, {_cell(s): 15}),
    "registration.name": _named,
    "registration.carry_over": lambda s: s.registrations.carry_over(2025),
    "registration.remove": lambda s: s.registrations.remove([RegistrationId(1)]),
    "hand_figure.set": lambda s: s.hand_figures.set("0604.N", YEAR, {("01", "1"): 3, ("02", "1"): Decimal("1.5")}),
    "hand_figure.set again": lambda s: s.hand_figures.set("0604.N", YEAR, {("01", "1"): 4, ("02", "1"): None}),
    "sent_report.keep": _keep,
    "workbook.save": lambda s: s.workbook_ties.add(_file(s, "bieu-cap-tren.xlsx", "Biểu"), "Biểu tổng hợp"),
    "workbook.save again": lambda s: s.workbook_ties.save(replace(s.workbook_ties.get(WORKBOOK), issuer="Bộ Nội vụ")),
    "workbook.save_ties": _tie,
    "workbook.save_ties again": _again,
    "workbook.delete": lambda s: s.workbook_ties.delete(WORKBOOK),
    "workbook.restore": lambda s: s.workbook_ties.restore(WORKBOOK),
}
"""As ``everything.STEPS``."""
