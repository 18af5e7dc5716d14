"""The same figures counted a second time, in SQL that was written for this alone."""

from __future__ import annotations

from tests.services.statistics.offices import COUNTED_ON, Counted
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.figures import Figure
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.tables import Head, HeadKind, Table, TableCode

GIVEN = """
WITH RECURSIVE given AS (
    SELECT a.decided_on AS day, a.year, a.award_id, a.occasion, a.unit_id, r.kind, r.gender, r.ethnic_group, r.classes,
        r.enterprise, a.position, r.id AS recipient_id
    FROM award_records a JOIN recipients r ON r.id = a.recipient_id
    WHERE a.deleted_at IS NULL AND a.state IN ('valid', 'corrected')
    UNION ALL
    SELECT d.signed_on, d.year, l.award_id, n.occasion, n.unit_id, l.kind, n.gender, NULL, '[]', NULL, l.position, NULL
    FROM decision_lines l JOIN decisions d ON d.id = l.decision_id JOIN nominations n ON n.id = l.nomination_id
    WHERE d.state IN ('signed', 'issued', 'corrected') AND l.award_record_id IS NULL
        AND l.id NOT IN (SELECT line_id FROM decision_corrections WHERE field = 'line' AND reads IS NULL)
), counted AS (
    SELECT given.*, catalogue.level FROM given JOIN beside.catalogue ON catalogue.id = given.award_id
    WHERE day BETWEEN :first AND :last OR (day IS NULL AND year || '-01-01' >= :first AND year || '-12-31' <= :last)
), above (unit_id, top_id) AS (
    SELECT id, id FROM units WHERE parent_id = (SELECT id FROM units WHERE kind = 'province')
    UNION ALL
    SELECT units.id, above.top_id FROM units JOIN above ON units.parent_id = above.unit_id
)
"""
"""The awards that hold: of the register, and of signed lists whose lines are in none. Two levels of units at most lie
below those that reports list."""

POST_HELD = """EXISTS (SELECT 1 FROM posts p WHERE p.recipient_id = counted.recipient_id
    AND p.since <= coalesce(counted.day, counted.year || '-12-31'))"""

CLASS_OF = f"""
CASE
    WHEN counted.position = 'Phó Chủ tịch UBND tỉnh' THEN 'top'
    WHEN {POST_HELD} THEN 'director'
    WHEN counted.position IN ('Giám đốc', 'Phó Giám đốc') THEN CASE
        WHEN u.name LIKE 'Sở %' THEN 'director'
        WHEN u.kind = 'enterprise' OR counted.enterprise = 1 THEN 'entrepreneur'
        WHEN u.kind IN ('division', 'school', 'commune') THEN 'other_leader'
        ELSE 'leader_of_unknown_rank' END
    WHEN counted.position IN ('Trưởng phòng', 'Hiệu trưởng', 'Chủ tịch UBND xã') THEN 'other_leader'
    WHEN counted.position IN ('Chuyên viên', 'Giáo viên', 'Công nhân', 'Kế toán', 'Nông dân') THEN 'direct'
    WHEN counted.classes LIKE '%"entrepreneur"%' THEN 'entrepreneur'
    WHEN counted.classes LIKE '%"worker"%' THEN 'direct'
    WHEN counted.classes LIKE '%"leader"%' THEN 'leader_of_unknown_rank'
    ELSE 'unknown'
END
"""

OUTCOME_OF = """
CASE
    WHEN n.state IN ('decided', 'handed_over', 'corrected') THEN 'awarded'
    WHEN n.state IN ('agreed', 'lowered', 'to_sign') THEN 'agreed'
    WHEN n.state IN ('refused', 'not_awarded') THEN 'refused'
    WHEN n.state IN ('sent_up', 'postponed', 'withdrawn') THEN n.state
    ELSE 'pending'
END
"""

TASKS = """
SELECT {what}, count(*) FROM (
    SELECT t.*, CASE
        WHEN state = 'done' THEN iif(completed_on > due, 'late', 'in_time')
        WHEN state IN ('cancelled', 'carried_over') THEN state
        ELSE iif(due < :today, 'missed', 'running') END AS outcome
    FROM tasks t WHERE deleted_at IS NULL AND arisen IS NOT 0 AND due BETWEEN :first AND :last
) AS found GROUP BY 1
"""


class SecondCount:
    """Counts of a period."""

    def __init__(self, office: Counted, period: Period) -> None:
        self._office = office
        self._days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
        self._period = period

    def awards(self, what: str, where: str = "TRUE") -> dict[str, int]:
        """The awards by something, an SQL expression over ``counted``, ``u`` (the unit) and ``above``."""
        query = (
            f"{GIVEN} SELECT coalesce({what}, '?'), count(*) FROM counted LEFT JOIN units u ON u.id = counted.unit_id"
            f" LEFT JOIN above ON above.unit_id = counted.unit_id WHERE {where} GROUP BY 1"
        )
        return {str(each): number for each, number in self._office.sql.execute(query, self._days)}

    def nominations(self, what: str) -> dict[str, int]:
        """The nominations by something, an SQL expression over ``n``, ``above`` and ``o`` (the round)."""
        query = (
            f"{GIVEN} SELECT coalesce({what}, '?'), count(*) FROM nominations n JOIN rounds o ON o.id = n.round_id"
            " LEFT JOIN above ON above.unit_id = n.unit_id WHERE n.deleted_at IS NULL"
            " AND o.closes BETWEEN :first AND :last GROUP BY 1"
        )
        return {str(each): number for each, number in self._office.sql.execute(query, self._days)}

    def decisions(self, what: str) -> dict[str, int]:
        """The decisions by something."""
        query = (
            f"SELECT {what}, count(*) FROM decisions WHERE state IN ('signed', 'issued', 'corrected')"
            " AND signed_on BETWEEN :first AND :last GROUP BY 1"
        )
        return {str(each): number for each, number in self._office.sql.execute(query, self._days)}

    def tasks(self, what: str) -> dict[str, int]:
        """The tasks by something, an SQL expression over ``tasks`` and ``outcome``."""
        days = {**self._days, "today": COUNTED_ON.isoformat()}
        return {str(each): number for each, number in self._office.sql.execute(TASKS.format(what=what), days)}

    def number(self, query: str) -> int:
        """One number."""
        return int(self._office.sql.execute(query, self._days).fetchone()[0])


def column(table: Table, at: int) -> dict[str, int]:
    """The figures of a column by the values of their rows, those that are nothing left out; the total apart."""
    found = {}
    for head, cells in zip(table.rows, table.cells, strict=True):
        cell = cells[at]
        assert isinstance(cell, Figure)
        if head.kind is not HeadKind.TOTAL and cell.value:
            found[head.value] = int(cell.value)
    return found


def bottom(table: Table) -> dict[str, int]:
    """The figures of the last row by the values of their columns."""
    pairs = zip(table.columns, table.cells[-1], strict=True)
    return {head.value or "total": int(cell.value) for head, cell in pairs if isinstance(cell, Figure) and cell.value}


def place(table: Table, kind: HeadKind) -> int:
    """The first column of a kind."""
    return next(at for at, head in enumerate(table.columns) if head.kind is kind)


def by_code(tables: tuple[Table, ...]) -> dict[TableCode, Table]:
    """The tables by their codes, each code once."""
    found = {table.code: table for table in tables}
    assert len(found) == len(tables)
    return found


def check(office: Counted, period: Period) -> None:
    """Every standard table of a period beside its second count, and the sums of its rows and columns."""
    tables, again = by_code(office.services.statistics.tables(period)), SecondCount(office, period)
    _check_awards(tables, again)
    _check_persons(tables, again)
    _check_nominations(tables, again)
    _check_tasks(tables, again)
    _check_the_rest(tables, again, period)
    _check_years(office, tables)
    _check_decisions(tables, again)
    _check_shares(office, tables)
    for code in _ADDING_UP:
        assert adds_up(tables[code]), code


_ADDING_UP = (
    *(TableCode.MOVEMENTS, TableCode.SUBMISSIONS, TableCode.AWARDS_BY_AWARD, TableCode.AWARDS_BY_OCCASION),
    *(TableCode.AWARDS_BY_LEVEL, TableCode.AWARDS_BY_UNIT, TableCode.AWARDS_BY_TIME, TableCode.ETHNIC),
    TableCode.TASK_REASONS,
)


def adds_up(table: Table) -> bool:
    """Whether every row adds up to its last figure, and every column to that of the last row."""
    numbers = [[int(cell.value) for cell in row if isinstance(cell, Figure)] for row in table.cells]
    across = all(sum(row[:-1]) == row[-1] for row in numbers)
    down = all(sum(each[:-1]) == each[-1] for each in zip(*numbers, strict=True))
    return across and down


def _check_awards(tables: dict[TableCode, Table], again: SecondCount) -> None:
    total = sum(again.awards("1").values())
    assert total > 0
    for code, what in {
        TableCode.AWARDS_BY_AWARD: "award_id",
        TableCode.AWARDS_BY_OCCASION: "occasion",
        TableCode.AWARDS_BY_LEVEL: "level",
        TableCode.AWARDS_BY_UNIT: "above.top_id",
    }.items():
        table = tables[code]
        assert column(table, -1) == again.awards(what), code
        assert bottom(table)["total"] == total, code
    assert bottom(tables[TableCode.AWARDS_BY_LEVEL]) == {**again.awards("counted.kind"), "total": total}
    time = tables[TableCode.AWARDS_BY_TIME]
    by_year = len({head.value for head in time.rows if len(head.value) == 4}) > 0
    months = (
        "coalesce(substr(day, 1, 4), CAST(counted.year AS TEXT))" if by_year else "CAST(substr(day, 6, 2) AS INTEGER)"
    )
    assert column(time, -1) == again.awards(months)


def _check_persons(tables: dict[TableCode, Table], again: SecondCount) -> None:
    person = "counted.kind = 'person'"
    shares = tables[TableCode.SHARES]
    said = {_key(head): int(row[0].value) for head, row in zip(shares.rows, shares.cells, strict=True)}  # type: ignore[union-attr]
    for sex, number in again.awards("gender", person).items():
        assert said[f"sex={sex}"] == number
    classes = again.awards(CLASS_OF, person)
    leaders = {name: number for name, number in classes.items() if name not in ("direct", "unknown")}
    assert said["leader=no"] == classes.get("direct", 0)
    assert said["leader=yes"] == sum(leaders.values())
    assert said["leader=?"] == classes.get("unknown", 0)
    for name, number in leaders.items():
        assert said["leader_unranked" if name == "leader_of_unknown_rank" else f"leader_{name}"] == number, name
    minority = again.awards("ethnic_group NOT IN ('Kinh')", f"{person} AND ethnic_group IS NOT NULL")
    assert said["minority"] == minority.get("1", 0)
    assert said["total"] == sum(classes.values()) == bottom(tables[TableCode.ETHNIC])["total"]


def _key(head: Head) -> str:
    return f"{head.dimension.value}={head.value}" if head.dimension is not None else head.value or "total"


def _check_nominations(tables: dict[TableCode, Table], again: SecondCount) -> None:
    outcomes = again.nominations(OUTCOME_OF)
    for code, what in {
        TableCode.NOMINATIONS_BY_AWARD: "n.award_id",
        TableCode.NOMINATIONS_BY_UNIT: "above.top_id",
        TableCode.NOMINATIONS_BY_OCCASION: "n.occasion",
        TableCode.NOMINATIONS_BY_LEVEL: "(SELECT level FROM beside.catalogue WHERE id = n.award_id)",
        TableCode.NOMINATIONS_BY_KIND: "n.kind",
    }.items():
        table = tables[code]
        total_at = place(table, HeadKind.TOTAL)
        assert column(table, total_at) == again.nominations(what), code
        assert bottom(table) == {**outcomes, "total": sum(outcomes.values())}, code


def _check_decisions(tables: dict[TableCode, Table], again: SecondCount) -> None:
    table = tables[TableCode.DECISIONS]
    months = again.decisions("CAST(substr(signed_on, 6, 2) AS INTEGER)")
    years = again.decisions("substr(signed_on, 1, 4)")
    assert column(table, 0) in (months, years)
    assert bottom(table) == {"signed": sum(months.values()), "given": sum(again.awards("1").values())}


def _check_shares(office: Counted, tables: dict[TableCode, Table]) -> None:
    table = tables[TableCode.SHARES_BY_YEAR]
    for head, cells in zip(table.rows, table.cells, strict=True):
        one = SecondCount(office, periods.parse(head.value))
        classes = one.awards(CLASS_OF, "counted.kind = 'person'")
        leaders = sum(number for name, number in classes.items() if name not in ("direct", "unknown"))
        women = one.awards("gender", "counted.kind = 'person'").get("female", 0)
        figures = [int(cell.value) for cell in cells if isinstance(cell, Figure)]
        assert figures == [sum(classes.values()), classes.get("direct", 0), leaders, women]


def _check_tasks(tables: dict[TableCode, Table], again: SecondCount) -> None:
    outcomes = again.tasks("outcome")
    total = bottom(tables[TableCode.TASKS_BY_TIME])
    assert total["planned"] == sum(outcomes.values())
    assert total.get("done", 0) == outcomes.get("in_time", 0) + outcomes.get("late", 0)
    assert total.get("done_late", 0) == outcomes.get("late", 0)
    assert total.get("overdue", 0) == outcomes.get("missed", 0)
    for state in ("running", "carried_over", "cancelled"):
        assert total.get(state, 0) == outcomes.get(state, 0)
    units = again.tasks(
        "(SELECT name FROM task_units u WHERE u.task_id = found.id AND role = 'lead' AND u.position = 1)"
    )
    assert sorted(column(tables[TableCode.TASKS_BY_UNIT], 0).values()) == sorted(units.values())
    reasons = bottom(tables[TableCode.TASK_REASONS])
    assert reasons["total"] == sum(outcomes.get(each, 0) for each in ("late", "missed", "carried_over", "cancelled"))


def _check_the_rest(tables: dict[TableCode, Table], again: SecondCount, period: Period) -> None:
    assert bottom(tables[TableCode.MOVEMENTS]).get("total", 0) == again.number(
        "SELECT count(*) FROM movements WHERE started_on BETWEEN :first AND :last OR (started_on IS NULL"
        " AND year || '-01-01' >= :first AND year || '-12-31' <= :last)"
    )
    assert bottom(tables[TableCode.SUBMISSIONS])["total"] == again.number(
        "SELECT count(*) FROM submissions s JOIN rounds o ON o.id = s.round_id WHERE o.closes BETWEEN :first AND :last"
    )
    registered = bottom(tables[TableCode.REGISTERED])
    assert registered.get("registered", 0) == again.number(
        "SELECT coalesce(sum(amount), 0) FROM registrations"
        " WHERE coalesce(registered_on, year || '-01-01') BETWEEN :first AND :last"
    )
    assert bottom(tables[TableCode.REGISTERED_BY_UNIT]) == registered
    if registered:
        titles = again.awards("award_id")
        wanted = ("lao_dong_tien_tien", "chien_si_thi_dua_co_so")
        assert registered.get("achieved", 0) == sum(titles.get(each, 0) for each in wanted)


def _check_years(office: Counted, tables: dict[TableCode, Table]) -> None:
    table = tables[TableCode.YEARS]
    for at, head in enumerate(table.columns[:-1]):
        one = SecondCount(office, periods.parse(head.value))
        assert column(table, at) == one.awards("award_id")
