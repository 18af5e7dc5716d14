"""What is kept with plans and tasks comes back as it was, whatever is in it; damage is told from a mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.samples import DAY, MAYBE, NAME, NAMES, YEAR
from thidua_desktop.domain.adjustments import Adjustment, AdjustmentKind, Approval, TaskContent
from thidua_desktop.domain.holidays import Commemoration
from thidua_desktop.domain.ids import EvidenceId, PlanId, TaskId
from thidua_desktop.domain.plan_links import LinkKind, PlanLink
from thidua_desktop.domain.planner import Chain, ChainStep, StepDays
from thidua_desktop.domain.plans import Plan
from thidua_desktop.domain.recurrence import Rule, Series
from thidua_desktop.domain.task_details import Evidence, Step, Urging, UrgingWay
from thidua_desktop.domain.tasks import Recurrence, Task, TaskState
from thidua_desktop.storage.errors import RecordMissing
from thidua_desktop.storage.rows import RowUnreadable
from thidua_desktop.storage.store import Store
from thidua_desktop.storage.work import Work

PLAN, TASK = PlanId(1), TaskId(1)
SOME_DAY = st.dates(date(1000, 1, 1), date(2999, 12, 31))
careful = settings(
    max_examples=25, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

STEPS = st.lists(st.builds(Step, NAME, DAY, DAY, MAYBE, DAY), max_size=4)
EVIDENCE = st.builds(Evidence, st.just(TASK), MAYBE, DAY, MAYBE, MAYBE, st.sampled_from([None, "ab" * 32]))
URGINGS = st.builds(Urging, st.just(TASK), NAME, SOME_DAY, st.sampled_from(UrgingWay), MAYBE, DAY, DAY, MAYBE)
LINKS = st.builds(PlanLink, st.just(PLAN), st.sampled_from(LinkKind), st.none() | st.just(PlanId(2)), NAME, DAY, MAYBE)
SERIES = st.builds(
    Series,
    st.just(PLAN),
    NAME,
    st.builds(Rule, st.sampled_from(Recurrence), st.integers(1, 13), st.none() | st.integers(1, 31), st.integers(0, 6)),
    MAYBE,
)
CONTENTS = st.builds(
    TaskContent,
    text=NAME,
    year=YEAR,
    quarter=st.none() | st.integers(1, 4),
    month=st.none() | st.integers(1, 12),
    due=DAY,
    starts=DAY,
    lead=NAMES,
    coordinate=NAMES,
    product=st.none() | NAME,
    section=st.none() | NAME,
    label=st.none() | NAME,
    state=st.sampled_from(TaskState),
)
COMMEMORATIONS = st.builds(
    Commemoration,
    st.integers(1, 12),
    st.integers(1, 30),
    st.integers(0, 2999),
    NAME,
    st.booleans(),
    st.none() | YEAR,
)
CHAINS = st.builds(
    Chain,
    NAME,
    st.lists(st.builds(ChainStep, NAME, st.integers(0, 400), st.sampled_from(StepDays), MAYBE), max_size=4).map(tuple),
    citation=MAYBE,
)


@pytest.fixture
def work(store: Store) -> Iterator[Work]:
    """An operation under way, with two plans and a task."""
    with store.write("test") as work:
        work.plans.save(Plan("Kế hoạch", 2024))
        work.plans.save(Plan("Kế hoạch của tỉnh", 2024))
        work.tasks.save(Task(PLAN, "Việc", 2024))
        yield work


@careful
@given(steps=STEPS)
def test_steps(work: Work, steps: list[Step]) -> None:
    ids = work.steps.save_all(TASK, steps)
    assert work.details.of([TASK])[TASK].steps == tuple(
        replace(step, id=step_id) for step, step_id in zip(steps, ids, strict=True)
    )
    for step_id in ids:
        assert work.steps.get(step_id)[0] == TASK


@careful
@given(evidence=EVIDENCE)
def test_evidence(work: Work, evidence: Evidence) -> None:
    evidence_id = work.evidence.save(evidence)
    assert work.evidence.get(evidence_id) == replace(evidence, id=evidence_id)
    work.evidence.save(replace(evidence, id=evidence_id, number="1/BC"))
    assert work.evidence.get(evidence_id).number == "1/BC"
    work.evidence.remove(evidence_id)


@careful
@given(urging=URGINGS)
def test_urgings(work: Work, urging: Urging) -> None:
    urging_id = work.urgings.save(urging)
    assert work.urgings.get(urging_id) == replace(urging, id=urging_id)
    assert (urging_id in {each.id for each in work.urgings.unanswered()}) == urging.waits()
    assert urging_id in {each.id for each in work.urgings.of_unit(urging.unit, urging.urged_on.year)}


@careful
@given(link=LINKS)
def test_links(work: Work, link: PlanLink) -> None:
    link_id = work.plan_links.save(link)
    assert work.plan_links.get(link_id) == replace(link, id=link_id)
    assert (link_id in {each.id for each in work.plan_links.to_plan(PlanId(2))}) == (link.other_id == 2)


@careful
@given(series=SERIES)
def test_series(work: Work, series: Series) -> None:
    series_id = work.series.save(series)
    assert work.series.get(series_id) == replace(series, id=series_id)
    assert work.series.of_plan(PLAN)[-1].id == series_id


@careful
@given(content=CONTENTS, number=MAYBE, day=DAY, note=MAYBE)
def test_approvals(work: Work, content: TaskContent, number: str | None, day: date | None, note: str | None) -> None:
    approval = Approval(PLAN, number, day, note)
    approval_id = work.approvals.add(approval, {TASK: content})
    assert work.approvals.of_plan(PLAN)[-1] == replace(approval, id=approval_id)
    assert work.approvals.approved(approval_id) == {TASK: content}
    work.approvals.keep_changes(approval_id, [Adjustment(TASK, (AdjustmentKind.TIME,), reason=note, on=day, who="lan")])
    assert work.approvals.changes(approval_id) == {TASK: (note, day, "lan")}


@careful
@given(day=COMMEMORATIONS)
def test_commemorations(work: Work, day: Commemoration) -> None:
    made = work.commemorations.save(day)
    assert work.commemorations.get(made) == replace(day, id=made)


@careful
@given(chain=CHAINS)
def test_chains(work: Work, chain: Chain) -> None:
    made = work.chains.save(chain)
    assert work.chains.get(made) == replace(chain, id=made)


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        (Step, STEPS.filter(bool).map(lambda steps: steps[0])),
        (Evidence, EVIDENCE),
        (Urging, URGINGS),
        (PlanLink, LINKS),
        (Series, SERIES),
        (TaskContent, CONTENTS),
        (Commemoration, COMMEMORATIONS),
        (Chain, CHAINS),
    ],
)
def test_no_field_is_forgotten_by_the_samples(kind: type, made: st.SearchStrategy[object]) -> None:
    seen: dict[str, set[str]] = {field.name: set() for field in fields(kind)}

    @settings(max_examples=40, deadline=None, database=None)
    @given(made)
    def look(value: object) -> None:
        for field in fields(kind):
            seen[field.name].add(repr(getattr(value, field.name)))

    look()
    assert {name for name, values in seen.items() if len(values) < 2} <= {"id", "task_id", "plan_id", "key"}


def test_a_reason_is_kept_once_for_each_task(work: Work) -> None:
    work.approvals.explain(TASK, "Một")
    work.approvals.explain(TASK, "Hai")
    assert work.approvals.reasons(PLAN) == {TASK: "Hai"}
    work.approvals.forget_reasons(PLAN)
    assert work.approvals.reasons(PLAN) == {}


def test_a_reminder_is_put_off_once(work: Work) -> None:
    work.reminder_delays.put_off("task:1", date(2024, 6, 24))
    work.reminder_delays.put_off("task:1", date(2024, 6, 28))
    assert work.reminder_delays.all() == {"task:1": date(2024, 6, 28)}


def test_what_is_said_of_a_pair_is_kept_once(work: Work) -> None:
    other = work.tasks.save(Task(PLAN, "Việc khác", 2024))
    work.pairs.say((TASK, other), same=False)
    assert work.pairs.settled() == {(TASK, other)}
    assert work.details.of([TASK])[TASK].same == ()
    work.pairs.say((TASK, other), same=True)
    assert work.details.of([other])[other].same == (TASK,)
    work.pairs.forget((TASK, other))
    assert work.pairs.settled() == frozenset()


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE urgings SET way = 'bồ câu'", lambda work: work.urgings.unanswered()),
        ("UPDATE plan_links SET kind = 'x'", lambda work: work.plan_links.of_plan(PLAN)),
        ("UPDATE task_series SET frequency = 'x'", lambda work: work.series.of_plan(PLAN)),
        ("UPDATE approved_tasks SET content = '[]'", lambda work: work.approvals.approved(1)),
        ("UPDATE approved_tasks SET content = '{\"la\": 1}'", lambda work: work.approvals.approved(1)),
        ("UPDATE planner_chains SET steps = '[5]'", lambda work: work.chains.all()),
    ],
)
def test_damage_is_told_from_a_mistake(work: Work, statement: str, read: object) -> None:
    work.urgings.save(Urging(TASK, "Sở Y tế", date(2024, 6, 1), UrgingWay.LETTER))
    work.plan_links.save(PlanLink(PLAN, LinkKind.RELATED, number="1/KH"))
    work.series.save(Series(PLAN, "Báo cáo", Rule(Recurrence.MONTHLY)))
    work.approvals.add(Approval(PLAN), {TASK: TaskContent("Việc", 2024)})
    work.chains.save(Chain("Họp", (ChainStep("Mời", 1),)))
    work.plans._session.change(statement)
    with pytest.raises(RowUnreadable):
        read(work)  # type: ignore[operator]


def test_unknown_records(work: Work) -> None:
    for missing in (work.evidence, work.urgings, work.plan_links, work.series, work.commemorations, work.chains):
        with pytest.raises(RecordMissing):
            missing.get(EvidenceId(77))  # type: ignore[arg-type]
