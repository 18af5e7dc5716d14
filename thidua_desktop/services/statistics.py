"""Figures of a period: read once, asked often, each with the list behind it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

from thidua_desktop.domain.ethnic_groups import EthnicGroups
from thidua_desktop.domain.file_formats import Format
from thidua_desktop.domain.statistics.charts import Chart, charts
from thidua_desktop.domain.statistics.facts import Fact, Facts, Names, lies_in
from thidua_desktop.domain.statistics.figures import Figure, count, ids
from thidua_desktop.domain.statistics.lines import ListLine
from thidua_desktop.domain.statistics.making import FactMaker, Places
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Dimension, Question, Subject
from thidua_desktop.domain.statistics.standard import around, side_by_side, standard_tables
from thidua_desktop.domain.statistics.tables import Table, TableCode, pivot
from thidua_desktop.reports.builders.statistics_lists import statistics_list
from thidua_desktop.reports.builders.statistics_tables import statistics_report, statistics_workbook
from thidua_desktop.services.places import ethnic_groups
from thidua_desktop.services.report_files import write_report
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.services.statistics_reading import FactReader
from thidua_desktop.services.worker_classes import worker_table
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

__all__ = ["Format", "StatisticsService"]

_EVERY = frozenset(Subject)
_MOST_FACTS = 400_000
"""Facts that are kept between two questions; what was asked for first goes first."""


class StatisticsService:
    """Reads only. What was read is kept until something is written, the law is read again, or the day changes."""

    def __init__(self, store: Store, rulebooks: RulebookService, today: Callable[[], date]) -> None:
        self._store = store
        self._rulebooks = rulebooks
        self._today = today
        self._one_at_a_time = Lock()
        self._moment: tuple[Any, ...] = ()
        self._kept: OrderedDict[tuple[Subject, Period], Sequence[Fact]] = OrderedDict()
        self._whole: dict[tuple[Period, frozenset[Subject]], Facts] = {}
        self._maker: FactMaker | None = None
        self._side_by_side: Facts | None = None
        self._names: Names | None = None
        self._indexes: dict[Period, dict[Subject, Any]] = {}
        """Shared by all facts of a period, whichever subjects they have."""

    def facts(self, period: Period, subjects: Collection[Subject] = _EVERY) -> Facts:
        """The facts of a period, of all subjects if not said otherwise.

        Raises:
            Cancelled: the clerk does not want to wait.
        """
        wanted = frozenset(subjects)
        with self._one_at_a_time, self._store.read() as work:
            self._forget_what_changed(work)
            found = self._whole.get((period, wanted))
            if found is None:
                rows = {subject: self._read(work, subject, period) for subject in Subject if subject in wanted}
                indexes = self._indexes.setdefault(period, {})
                found = Facts(period, rows, self._named(work, period), self._today(), indexes)
                self._whole[(period, wanted)] = found
            return found

    def answer(self, questions: Iterable[Question]) -> tuple[Figure, ...]:
        """The answers, in the order of the questions.

        Raises:
            DimensionForeign: one asks for what its subject does not have.
            Cancelled: the clerk does not want to wait.
        """
        asked = tuple(questions)
        subjects: dict[Period, set[Subject]] = {}
        for question in asked:
            subjects.setdefault(question.period, set()).add(question.subject)
        longest_first = sorted(subjects, key=lambda period: period.first - period.last)  # the shorter ones are in them
        facts = {period: self.facts(period, subjects[period]) for period in longest_first}
        return tuple(count(facts[question.period], question) for question in asked)

    def behind(self, question: Question) -> tuple[ListLine, ...]:
        """The records that a figure counts, by day and name.

        Raises:
            DimensionForeign, Cancelled: as ``answer``.
        """
        found = ids(self.facts(question.period, {question.subject}), question)
        with self._store.read() as work:
            return work.statistics_lines.of(question.subject, found)

    def tasks(self, wanted: Iterable[int]) -> tuple[ListLine, ...]:
        """Some tasks as the list behind a number that no question asks for."""
        with self._store.read() as work:
            return work.statistics_lines.of(Subject.TASKS, wanted)

    def write_list(self, lines: Sequence[ListLine], said: str, out: Path) -> Path:
        """The records behind a figure as a workbook; ``said`` is what they are.

        Raises:
            FileTrouble: a former file is what it was.
        """
        with self._store.read() as work:
            office = work.office.get()
        awards = {award.id: award.name for award in self._rulebooks.awards()}
        return write_report(statistics_list(office, lines, said, awards, self._today()), out, Format.XLSX)

    def tables(self, period: Period) -> tuple[Table, ...]:
        """The tables of "Tổng hợp".

        Raises:
            Cancelled: the clerk does not want to wait.
        """
        facts = self.facts(period)
        before = self.facts(period.previous(), {Subject.AWARDS})
        return standard_tables(facts, before, self._years(around(side_by_side(period))))

    def charts(self, period: Period) -> tuple[Chart, ...]:
        """What the charts of a period draw.

        Raises:
            Cancelled: the clerk does not want to wait.
        """
        facts = self.facts(period, {Subject.TASKS, Subject.NOMINATIONS, Subject.AWARDS})
        years = self.facts(around(side_by_side(period)), {Subject.AWARDS})
        return charts(facts, years, self._today())

    def pivot(self, period: Period, subject: Subject, rows: Dimension, columns: Dimension) -> Table:
        """A subject by two dimensions, whichever the clerk likes to see beside each other.

        Raises:
            DimensionForeign: the subject does not have one of them.
            Cancelled: the clerk does not want to wait.
        """
        return pivot(self.facts(period, {subject}), subject, period, rows, columns)

    def write(
        self, period: Period, out: Path, format: Format, codes: Collection[TableCode] = (), own: Sequence[Table] = ()
    ) -> Path:
        """The tables of "Tổng hợp" as a paper (PDF, Word, Excel), all of them where no codes are given, and after
        them those that somebody has put together.

        Raises:
            FormatNotOffered, GlyphMissing, FileTrouble: a former file is what it was.
            Cancelled: the clerk does not want to wait.
        """
        standard = (table for table in self.tables(period) if not codes or table.code in codes)
        tables = (*standard, *own)
        with self._store.read() as work:
            office = work.office.get()
        names = self.facts(period).names
        built = statistics_workbook if format is Format.XLSX else statistics_report
        return write_report(built(office, tables, names, period, self._today()), out, format)

    def _years(self, period: Period) -> Facts:
        """The awards of several years, counted by day."""
        with self._one_at_a_time, self._store.read() as work:
            self._forget_what_changed(work)
            if self._side_by_side is None or self._side_by_side.period != period:
                reader = FactReader(work, self._making(work), self._today())
                rows = {Subject.AWARDS: reader.awards_by_day(period)}
                self._side_by_side = Facts(period, rows, self._named(work, period), self._today())
            return self._side_by_side

    def _read(self, work: Work, subject: Subject, period: Period) -> Sequence[Fact]:
        key = (subject, period)
        if key not in self._kept:
            wider = next(
                (rows for (of, kept), rows in self._kept.items() if of is subject and kept.contains(period)), None
            )
            if wider is not None:
                self._kept[key] = tuple(fact for fact in wider if lies_in(fact, period))
                return self._kept[key]
            self._kept[key] = FactReader(work, self._making(work), self._today()).read(subject, period)
            while len(self._kept) > 1 and sum(map(len, self._kept.values())) > _MOST_FACTS:
                (_, gone), _facts = self._kept.popitem(last=False)
                self._whole = {of: facts for of, facts in self._whole.items() if of[0] != gone}
                self._indexes.pop(gone, None)
        return self._kept[key]

    def _making(self, work: Work) -> FactMaker:
        if self._maker is None:
            groups = ethnic_groups()
            self._maker = FactMaker(
                places=Places(work.units.tree()),
                awards=self._rulebooks.awards(),
                ethnic_code=lambda name: _code(groups, name),
                workers=worker_table(),
            )
        return self._maker

    def _named(self, work: Work, period: Period) -> Names:
        if self._names is None:
            tree, awards = work.units.tree(), self._rulebooks.awards()
            self._names = Names(
                units={str(number): unit.name for number, unit in tree.units.items()},
                awards={award.id: award.name for award in awards},
                ethnic={group.code: group.name for group in ethnic_groups().all},
                unit_order={str(number): tree.rank(number) for number in tree.units},
                award_order={award.id: -place for place, award in enumerate(awards)},
            )
        movements = list(work.statistics.movements(period.first, period.last))
        return replace(
            self._names,
            rounds=work.statistics.rounds(period.first.year, period.last.year),
            movements={str(row[0]): row[1] for row in movements},
            movement_scopes={str(row[0]): row[7] for row in movements},
        )

    def _forget_what_changed(self, work: Work) -> None:
        moment = (work.statistics.moment(), self._today(), self._rulebooks.awards())
        if moment != self._moment:
            self._moment, self._maker, self._side_by_side, self._names = moment, None, None, None
            self._kept.clear()
            self._whole.clear()
            self._indexes.clear()


def _code(groups: EthnicGroups, name: str) -> str | None:
    called = groups.named(name)
    return next((group.code for group in groups.all if group.name == called), None) if called is not None else None
