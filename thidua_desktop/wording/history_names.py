"""Rows that name other rows by number: which columns do, and whose names are asked for to tell an operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.history import RowChange

RecordNames = Mapping[str, Mapping[int, str]]
"""Table → number → what the record is called, also of those that are gone."""

REFERENCES: Mapping[tuple[str, str], str] = {
    ("units", "parent_id"): "units",
    ("plan_links", "other_id"): "plans",
    ("recipients", "unit_id"): "units",
    ("recipients", "merged_into"): "recipients",
    ("recipient_pairs", "other_id"): "recipients",
    ("nominations", "recipient_id"): "recipients",
    ("nominations", "unit_id"): "units",
    ("nominations", "submission_id"): "submissions",
    ("councils", "parent_id"): "councils",
    ("meeting_rounds", "round_id"): "rounds",
    ("attendances", "member_id"): "council_members",
    ("conflicts", "member_id"): "council_members",
    ("conflicts", "nomination_id"): "nominations",
    ("registrations", "recipient_id"): "recipients",
}
"""Column → the table of the row whose number stands in it."""
TABLES: Mapping[Kind, str] = {
    Kind.UNIT: "units",
    Kind.PLAN: "plans",
    Kind.ROUND: "rounds",
    Kind.NOMINATION: "nominations",
    Kind.SUBMISSION: "submissions",
    Kind.RECIPIENT: "recipients",
    Kind.COUNCIL: "councils",
    Kind.MEETING: "meetings",
    Kind.DECISION: "decisions",
    Kind.MOVEMENT: "movements",
    Kind.WORKBOOK: "workbooks",
}
"""Where the records of a kind are kept that can be told by name."""


def referred(changes: Iterable[RowChange], owners: Iterable[tuple[Kind, int]]) -> Mapping[str, frozenset[int]]:
    """The rows that changes name by number, and the records that changed rows belong to, by table."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for kind, number in owners:
        if kind in TABLES:
            found[TABLES[kind]].add(number)
    columns = defaultdict(list)
    for (table, column), other in REFERENCES.items():
        columns[table].append((column, other))
    for change in changes:
        for column, other in columns[change.table]:
            values = [(row or {}).get(column) for row in (change.before, change.after)]
            found[other].update(value for value in values if value is not None)
    return {table: frozenset(numbers) for table, numbers in found.items() if numbers}


def called(names: RecordNames, table: str, number: int) -> str:
    """What a record is called; its number where no name is left anywhere."""
    return names.get(table, {}).get(number) or f"số {number}"
