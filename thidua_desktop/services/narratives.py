"""Báo cáo sơ kết, tổng kết: built from the figures of a period, written, and checked number by number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thidua_desktop.domain.figure_check import checking
from thidua_desktop.domain.figure_check.checking import Disagreement
from thidua_desktop.domain.figure_check.material import Material
from thidua_desktop.domain.figure_check.times import own_times
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.narrative.model import Narrative
from thidua_desktop.domain.periods import YEARS
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.builders.narrative_report import narrative_report
from thidua_desktop.reports.material import material_of
from thidua_desktop.reports.model import Report
from thidua_desktop.services.figure_words import figure_words
from thidua_desktop.services.report_files import write_report
from thidua_desktop.services.report_texts import begin_own, texts_of
from thidua_desktop.services.statistics import StatisticsService
from thidua_desktop.storage.store import Store
from thidua_desktop.wording.narrative import building, times

_SPAN = re.compile(r"(\d{4})[-–](\d{4})")

__all__ = ["Checked", "Disagreement", "Narrative", "NarrativeService", "check_file"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a file has found."""

    name: str
    disagreements: tuple[Disagreement, ...]
    numbers: int
    """How many numbers were read in it."""
    period: Period | None = None
    """The period whose figures of the office file it was held against."""


class NarrativeService:
    """Reads only, besides writing the report's file. The clerk's own words live in the Word file that is written:
    the office file keeps figures, not a second copy of the text; ``check`` reads the edited file again."""

    def __init__(self, store: Store, statistics: StatisticsService) -> None:
        self._store = store
        self._statistics = statistics

    def build(self, period: Period) -> Narrative:
        """The report of a period, each number with its question; ``findings`` say what is to be written by hand.

        Raises:
            ReportTextWrong, ReportTextsUnreadable: the office's own texts are not right.
            Cancelled: the clerk does not want to wait.
        """
        return self._built(period)[0]

    def report(
        self,
        period: Period,
        *,
        day: date | None = None,
        recipients: Sequence[str] = (),
        addressees: Sequence[str] = (),
    ) -> Report:
        """The paper, as it is printed and shown before printing.

        Raises:
            ReportTextWrong, ReportTextsUnreadable, Cancelled: as ``build``.
        """
        narrative, office = self._built(period)
        return narrative_report(narrative, office, day=day, recipients=recipients, addressees=addressees)

    def write(
        self,
        period: Period,
        out: Path,
        format: Format,
        *,
        day: date | None = None,
        recipients: Sequence[str] = (),
        addressees: Sequence[str] = (),
    ) -> Path:
        """Write the report (Word, PDF, Excel); gives where it lies.

        Raises:
            ReportTextWrong, ReportTextsUnreadable, Cancelled: as ``build``.
            FormatNotOffered, GlyphMissing, FileTrouble: a former file is what it was.
        """
        report = self.report(period, day=day, recipients=recipients, addressees=addressees)
        return write_report(report, out, format)

    def check(self, period: Period) -> tuple[Disagreement, ...]:
        """What does not agree in the report as the program makes it; nothing, if all is well."""
        return checking.check(material_of(self.report(period)), figure_words())

    def check_file(self, path: Path, period: Period | None = None, *, year: int | None = None) -> Checked:
        """What does not agree in a file, in itself and with the figures of today.

        Args:
            path: .docx, .pdf, .xlsx or text, also one that was edited by hand.
            period: of its figures; None: the one that its title names, else the whole of ``year``.

        Raises:
            FileTrouble: it cannot be read.
            ReportTextWrong, ReportTextsUnreadable, Cancelled: as ``build``.
        """
        report = _read(path)
        found = period or _period_of(checking.title_of(report), year)
        expected = material_of(self.report(found)) if found is not None else None
        wrong = checking.check(report, figure_words(), expected)
        return Checked(path.name, wrong, checking.read(report, figure_words()).count, found)

    def own_texts(self) -> Path:
        """The file in which the office can change the words of its reports; made if there is none yet.

        Raises:
            FileTrouble: the folder of the office file cannot be written to.
        """
        return begin_own(self._store.path.parent)

    def _built(self, period: Period) -> tuple[Narrative, Office]:
        texts = texts_of(self._store.path.parent)
        facts = self._statistics.facts(periods.free(period.previous().first, period.last))
        following = times.following(period)
        with self._store.read() as work:
            office = work.office.get()
            plans = work.plans.of_year(period.year)
            coming = [task for year in following.years for task in work.tasks.of_year(year)]
        made = building.narrative(building.Material(facts, period, office, texts, _main_plan(plans), plans, coming))
        return made, office


def check_file(path: Path) -> Checked:
    """What does not agree within a file, without any office file.

    Raises:
        FileTrouble: it cannot be read.
    """
    report = _read(path)
    return Checked(path.name, checking.check(report, figure_words()), checking.read(report, figure_words()).count)


def _read(path: Path) -> Material:
    from thidua_desktop.importing.figures import material
    from thidua_desktop.importing.readers import read_file

    return material(read_file(path))


def _main_plan(plans: Sequence[Plan]) -> Plan | None:
    """The plan that a report of the year answers to: the first with a number that speaks of the whole year."""
    numbered = [plan for plan in plans if plan.number]
    return next((plan for plan in numbered if "năm" in plan.title.casefold()), next(iter(numbered), None))


def _period_of(title: str, year: int | None) -> Period | None:
    """The period that a title names; one without its year is of the year given."""
    tokens = sorted(own_times(title), key=lambda token: "/" not in token)
    span = _SPAN.search(next(iter(tokens), ""))
    if span is not None:
        first, last = int(span[1]), int(span[2])
        return periods.term(first, last - first + 1) if YEARS.start <= first < last < YEARS.stop else None
    name, _, written = next(iter(tokens), "time:year").removeprefix("time:").partition("/")
    found = int(written) if written.isdigit() else year
    if found is None or found not in YEARS:
        return None
    number = int(name[-1]) if name[-1:].isdigit() else 0
    match name.rstrip("0123456789"):
        case "half":
            return periods.half(found, number)
        case "nine":
            return periods.nine_months(found)
        case "year":
            return periods.year(found)
        case "quarter":
            return periods.quarter(found, number)
        case _:
            return None
