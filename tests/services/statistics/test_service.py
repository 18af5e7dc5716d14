from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import TODAY
from tests.services.statistics.offices import Counted
from thidua_desktop.common.progress import Cancelled, Progress, Step, watched
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import AwardRecordId, PlanId
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.plans import PlanKind
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.figures import DimensionForeign, Figure, count
from thidua_desktop.domain.statistics.lines import RecordKey
from thidua_desktop.domain.statistics.questions import Dimension, Subject, ask
from thidua_desktop.domain.statistics.tables import HeadKind, TableCode
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.services.report_files import FormatNotOffered
from thidua_desktop.services.statistics import Format
from thidua_desktop.storage.store import Store

YEAR = periods.year(2024)


def _award(services: Services, **other: object) -> int:
    who = services.recipients.save(Recipient(RecipientKind.PERSON, "Nguyễn Văn An", gender="male")).created[0]
    entry = {"year": 2024, "name": "Nguyễn Văn An", "decided_on": date(2024, 3, 1), "decision": "05/QĐ-SNV"} | other
    return services.register.save(RegisterEntry(who, "lao_dong_tien_tien", **entry)).created[0]  # type: ignore[arg-type]


def test_an_empty_office_has_nothing_to_count(services: Services) -> None:
    tables = services.statistics.tables(YEAR)
    assert all(table.empty for table in tables)
    assert services.statistics.behind(ask(Subject.AWARDS, YEAR)) == ()


def test_what_is_written_is_counted_at_once(services: Services) -> None:
    question = ask(Subject.AWARDS, YEAR, kind="person")
    assert services.statistics.answer([question])[0].value == 0
    number = _award(services)
    assert services.statistics.answer([question])[0].value == 1
    services.register.delete([number])
    assert services.statistics.answer([question])[0].value == 0
    services.undo.undo()
    assert services.statistics.answer([question])[0].value == 1


def test_what_is_counted_within_an_operation_is_not_kept(services: Services, store: Store) -> None:
    number = _award(services)
    question = ask(Subject.AWARDS, YEAR)
    with store.write("award_record.delete", count=1) as work:
        assert services.statistics.answer([question])[0].value == 1
        work.award_records.trash([AwardRecordId(number)])
        assert services.statistics.answer([question])[0].value == 0
    assert services.statistics.answer([question])[0].value == 0


def test_facts_are_read_once(services: Services) -> None:
    _award(services)
    assert services.statistics.facts(YEAR) is services.statistics.facts(YEAR)


def test_facts_without_a_subject_leave_nothing_to_those_that_have_it(services: Services) -> None:
    _award(services)
    question = ask(Subject.AWARDS, YEAR)
    assert count(services.statistics.facts(YEAR, {Subject.TASKS}), question).value == 0
    assert services.statistics.answer([question])[0].value == 1


def test_a_part_of_what_was_read_is_not_read_again(services: Services) -> None:
    _award(services)
    year = services.statistics.facts(YEAR, {Subject.AWARDS}).of(Subject.AWARDS)
    half = services.statistics.facts(periods.half(2024, 1), {Subject.AWARDS}).of(Subject.AWARDS)
    assert half[0] is year[0]
    assert services.statistics.facts(periods.half(2024, 2), {Subject.AWARDS}).of(Subject.AWARDS) == ()


def test_a_task_of_a_plan_that_is_due_after_its_year_is_counted_when_it_is_due(services: Services) -> None:
    plan_id = PlanId(services.plans.create_from_nothing(PlanKind.ANNUAL, 2024, "Kế hoạch năm 2024").created[0])
    services.tasks.save(Task(plan_id, "Báo cáo tổng kết năm", 2024, due=date(2025, 1, 15)))
    asked = [ask(Subject.TASKS, YEAR), ask(Subject.TASKS, periods.year(2025))]
    assert [figure.value for figure in services.statistics.answer(asked)] == [0, 1]


def test_nothing_beyond_the_period_is_read(services: Services) -> None:
    for year in (2022, 2023, 2025):
        _award(services, year=year, decided_on=date(year, 12, 31))
    _award(services)
    assert len(services.statistics.facts(YEAR).of(Subject.AWARDS)) == 1


def test_the_line_behind_a_figure(services: Services) -> None:
    number = _award(services, position="Giáo viên", unit="Trường THPT A")
    (line,) = services.statistics.behind(ask(Subject.AWARDS, YEAR, worker="direct"))
    assert line.key == RecordKey(Kind.AWARD_RECORD, number)
    assert (line.text, line.day, line.unit) == ("Nguyễn Văn An", date(2024, 3, 1), "Trường THPT A")
    assert (line.award_id, line.decision, line.detail) == ("lao_dong_tien_tien", "05/QĐ-SNV", "Giáo viên")


def test_a_foreign_dimension_is_refused(services: Services) -> None:
    with pytest.raises(DimensionForeign):
        services.statistics.behind(ask(Subject.DECISIONS, YEAR, sex="female"))


def test_two_dimensions_of_the_clerks_choice(services: Services) -> None:
    _award(services)
    table = services.statistics.pivot(YEAR, Subject.AWARDS, Dimension.SEX, Dimension.LEVEL)
    assert [head.value for head in table.rows] == ["male", ""]
    with pytest.raises(DimensionForeign):
        services.statistics.pivot(YEAR, Subject.TASKS, Dimension.SEX, Dimension.LEVEL)


@pytest.mark.parametrize("format", [Format.PDF, Format.DOCX, Format.XLSX])
def test_tables_are_written(services: Services, tmp_path: Path, format: Format) -> None:
    out = tmp_path / f"tong-hop.{format.value}"
    wanted = [TableCode.AWARDS_BY_LEVEL, TableCode.SHARES]
    assert services.statistics.write(YEAR, out, format, wanted).stat().st_size > 1_000


def test_a_calendar_file_is_no_table(services: Services, tmp_path: Path) -> None:
    with pytest.raises(FormatNotOffered):
        services.statistics.write(YEAR, tmp_path / "tong-hop.ics", Format.ICS)


def test_a_round_without_days_counts_in_its_year(services: Services) -> None:
    services.nominations.save_round(Round("Đợt 1", 2024))
    assert services.statistics.facts(YEAR).names.rounds == {"1": "Đợt 1"}


def test_open_tasks_are_late_as_of_today(services: Services) -> None:
    assert services.statistics.facts(YEAR).as_of == TODAY


def test_the_lists_behind_all_figures_are_as_long_as_the_figures(small: Counted) -> None:
    statistics = small.services.statistics
    for table in statistics.tables(periods.year(2026)):
        for row in (table.cells[0], table.cells[-1]):
            for cell in row:
                if isinstance(cell, Figure):
                    lines = statistics.behind(cell.question)
                    assert sum(line.amount for line in lines) == cell.value, cell.question.text()


def test_every_record_behind_a_figure_can_be_put_in_front(small: Counted) -> None:
    kinds = {
        Subject.TASKS: {Kind.TASK},
        Subject.MOVEMENTS: {Kind.MOVEMENT},
        Subject.NOMINATIONS: {Kind.NOMINATION},
        Subject.AWARDS: {Kind.AWARD_RECORD, Kind.DECISION},
        Subject.REGISTRATIONS: {Kind.REGISTRATION},
        Subject.SUBMISSIONS: {Kind.SUBMISSION},
        Subject.RETURNS: {Kind.SUBMISSION},
        Subject.DECISIONS: {Kind.DECISION},
    }
    for subject, expected in kinds.items():
        lines = small.services.statistics.behind(ask(subject, periods.term(2024, 3)))
        assert {line.key.kind for line in lines} == expected
        assert all(line.text for line in lines)


def test_every_row_of_a_unit_opens_its_own_list(small: Counted) -> None:
    facts = small.services.statistics.facts(periods.year(2026))
    for subject in (Subject.AWARDS, Subject.NOMINATIONS, Subject.TASKS):
        all_of = ask(subject, facts.period)
        by_unit = [all_of.where(Dimension.UNIT, value) for value in ("?", *facts.names.units)]
        assert sum(count(facts, each).value for each in by_unit) == count(facts, all_of).value


def test_the_work_tells_how_far_it_is_and_can_be_stopped(small: Counted) -> None:
    steps: list[Step] = []
    progress = Progress(steps.append)
    fresh = Services(small.services._store, lambda: date(2026, 11, 21))
    with watched(progress):
        fresh.statistics.facts(periods.year(2025))
    assert any(step.total > 0 for step in steps)
    assert all(step.done <= step.total or not step.total for step in steps)
    progress.cancel()
    with watched(progress), pytest.raises(Cancelled):
        fresh.statistics.facts(periods.year(2024))


def test_answers_come_in_the_order_of_the_questions(small: Counted) -> None:
    asked = [ask(Subject.AWARDS, each) for each in (periods.month(2026, 3), periods.year(2026), periods.year(2025))]
    figures = small.services.statistics.answer(asked)
    assert [figure.question for figure in figures] == asked
    assert figures[0].value < figures[1].value


def test_another_thread_counts_the_same(small: Counted) -> None:
    found: list[int] = []
    question = ask(Subject.AWARDS, periods.year(2026))
    thread = threading.Thread(target=lambda: found.append(int(small.services.statistics.answer([question])[0].value)))
    thread.start()
    thread.join()
    assert found == [small.services.statistics.answer([question])[0].value]


def test_the_last_row_is_the_total(small: Counted) -> None:
    tables = small.services.statistics.tables(periods.year(2026))
    without = {table.code for table in tables if table.rows[-1].kind is not HeadKind.TOTAL}
    assert without == {TableCode.SHARES_BY_YEAR}
