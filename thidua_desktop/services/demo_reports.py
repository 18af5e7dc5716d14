"""Movements, registrations and a report that was sent, for the sample office."""

from __future__ import annotations

import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from thidua_desktop.common.paths import resource
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.ids import RecipientId, SentReportId
from thidua_desktop.domain.movements import LaunchLevel, Movement, MovementMethod, MovementScope
from thidua_desktop.domain.registrations import Cell
from thidua_desktop.domain.statistics import periods
from thidua_desktop.services.container import Services
from thidua_desktop.services.report_archive import Dispatch

_DATA = "demo/reports.toml"


def build(services: Services, year: int) -> None:
    """Fill an office file that has the sample directory; nothing where there are movements already."""
    if services.movements.all():
        return
    written = resource(_DATA).read_text(encoding="utf-8").format(year=year, last=year - 1)
    sample = tomllib.loads(written)
    today = services.today()
    services.movements.save_many([_movement(line, year, today) for line in sample["movements"]])
    _register(services, sample, year)


def send(services: Services, year: int) -> None:
    """Put last year's report into the archive, and the better one that was sent instead; nothing where there is one."""
    if services.report_archive.all():
        return
    period, to = periods.year(year - 1), "UBND tỉnh Hồng Sơn"
    title = f"Báo cáo tổng kết công tác thi đua, khen thưởng năm {year - 1}"
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / f"bao-cao-tong-ket-{year - 1}.docx"
        first.write_bytes(b"Bao cao tong ket")
        sent = Dispatch("year", title, period, date(year - 1, 12, 12), to, f"318/BC-SNV-{year - 1}")
        made = SentReportId(services.report_archive.keep(first, sent).created[0])
        better = first.rename(first.with_stem(f"{first.stem}-bo-sung"))
        better.write_bytes(b"Bao cao tong ket, bo sung bieu 0603.N")
        letter = Dispatch("year", title, period, date(year - 1, 12, 19), to, f"331/BC-SNV-{year - 1}", made)
        services.report_archive.keep(better, letter)
        form = Path(folder) / "bieu-0602.xlsx"
        form.write_bytes(b"0602.N")
        services.report_archive.keep(
            form, Dispatch("0602.N", "Biểu 0602.N/BNV-TĐKT", period, date(year - 1, 12, 15), "Bộ Nội vụ")
        )


def _movement(line: str, year: int, today: date) -> Movement:
    name, scope, level, method, launched_by, document, first, last, months, closed, result = _fields(line)
    summed_up = _day(closed) if closed and date.fromisoformat(closed) <= today else None
    begun = _day(first)
    return Movement(
        name,
        year if begun is None else begun.year,
        MovementScope(scope),
        LaunchLevel(level),
        MovementMethod(method),
        launched_by,
        document,
        begun,
        _day(last),
        int(months) if months else None,
        summed_up,
        result if summed_up else "",
    )


def _register(services: Services, sample: dict[str, Any], year: int) -> None:
    units = {unit.name: unit.id for unit in services.units.all() if unit.id is not None}
    now, before = dict[Cell, int](), dict[Cell, int]()
    for unit, award, kind, count, former in map(_fields, sample["registrations"]):
        cell = Cell(units[unit], award, RecipientKind(kind))
        now[cell] = int(count)
        if int(former):
            before[cell] = int(former)
    services.registrations.set_counts(year - 1, before, date(year - 1, 2, 15))
    for award, names in _named(map(_fields, sample["named"])).items():
        people = {row.recipient.name: row.recipient.id for row in services.recipients.rows()}
        ids = [RecipientId(people[name] or 0) for name in names]
        services.registrations.register_named(year, award, ids, date(year, 2, 12))
    services.registrations.set_counts(year, now, date(year, 2, 15))


def _named(lines: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    found = defaultdict[str, list[str]](list)
    for name, award in lines:
        found[award].append(name)
    return found


def _fields(line: str) -> tuple[str, ...]:
    return tuple(field.strip() for field in line.split("|"))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
