"""What an operation changed, field by field, in the words of the screens.

The journal keeps rows as the tables have them. Here each column gets its name and its values are written as the clerk
knows them; columns that only the program needs are left out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.dossiers import DocumentState
from thidua_desktop.domain.history import RowChange
from thidua_desktop.domain.nominations import NominationState, Occasion
from thidua_desktop.domain.plan_links import LinkKind
from thidua_desktop.domain.plans import PlanKind, PlanState, Role
from thidua_desktop.domain.register import RecordState
from thidua_desktop.domain.submissions import SubmissionState
from thidua_desktop.domain.task_details import UrgingWay
from thidua_desktop.domain.tasks import Recurrence, TaskState
from thidua_desktop.domain.unit_events import UnitEventKind
from thidua_desktop.domain.units import UnitKind
from thidua_desktop.wording import (
    formats,
    history_certificates,
    history_councils,
    history_facts,
    history_reports,
    labels,
)
from thidua_desktop.wording.history_fields import FIELDS, UNSAID
from thidua_desktop.wording.history_names import REFERENCES, TABLES, RecordNames, called, referred

__all__ = ["FIELDS", "UNSAID", "FieldChange", "Names", "field_changes", "of_record", "references", "task_ids"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one record before and after; empty text where there was or is nothing."""

    record: str
    """The record by kind, number and name."""
    field: str
    before: str
    after: str
    order: int
    """Place in the list, from 0."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the numbers and codes in rows stand for."""

    tasks: Mapping[int, str] = field(default_factory=dict)
    awards: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)
    """Documents of dossiers, by the codes of the rulebooks."""
    classes: Mapping[str, str] = field(default_factory=dict)
    """Kinds of recipients, by the codes of the rulebooks."""
    posts: Mapping[str, str] = field(default_factory=dict)
    """Groups of posts, by the codes of the rulebooks."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Questions, kinds of work, areas, bodies and bases of quotas, by the codes of the rulebooks."""
    records: RecordNames = field(default_factory=dict)
    """Of the rows that ``references`` has asked for."""


_ENUMS: dict[tuple[str, str], type[Enum]] = {
    ("plans", "state"): PlanState,
    ("plan_parts", "role"): Role,
    ("tasks", "state"): TaskState,
    ("tasks", "recurrence"): Recurrence,
    ("plans", "kind"): PlanKind,
    ("plan_links", "kind"): LinkKind,
    ("task_series", "frequency"): Recurrence,
    ("urgings", "way"): UrgingWay,
    ("rounds", "occasion"): Occasion,
    ("nominations", "kind"): RecipientKind,
    ("nominations", "occasion"): Occasion,
    ("nominations", "state"): NominationState,
    ("submissions", "state"): SubmissionState,
    ("dossier_documents", "state"): DocumentState,
    ("units", "kind"): UnitKind,
    ("unit_events", "kind"): UnitEventKind,
    ("recipients", "kind"): RecipientKind,
    ("award_records", "occasion"): Occasion,
    ("award_records", "state"): RecordState,
    **history_councils.ENUMS,
    **history_reports.ENUMS,
}
_DAYS = frozenset(
    {
        *("valid_from", "valid_to", "issued_on", "due", "starts", "completed_on", "opens", "closes", "done_on"),
        *("urged_on", "answer_by", "answered_on", "approved_on", "until"),
        *("letter_on", "received_on", "returned_on", "checked_on"),
        *("happened_on", "since", "decided_on"),
        *history_facts.DAYS,
        *history_councils.DAYS,
        *history_reports.DAYS,
    }
)
_MOMENTS = frozenset({"deleted_at", "closed_at"})
_LISTS = frozenset({"legal_bases", "recipients", "signer_posts", "waiting_for", "counters", "discussion"})
_UNIT_ROLES = {"lead": "Chủ trì", "coordinate": "Phối hợp"}
_GENDERS = {"male": "Nam", "female": "Nữ"}
_SIDES = {"before": "là đơn vị trước thay đổi", "after": "là đơn vị sau thay đổi"}
_KINDS = {
    "units": Kind.UNIT,
    "plans": Kind.PLAN,
    "tasks": Kind.TASK,
    "rounds": Kind.ROUND,
    "nominations": Kind.NOMINATION,
    "submissions": Kind.SUBMISSION,
    "recipients": Kind.RECIPIENT,
    "commemorations": Kind.COMMEMORATION,
    "planner_chains": Kind.CHAIN,
    "reminder_delays": Kind.REMINDER,
    "councils": Kind.COUNCIL,
    "meetings": Kind.MEETING,
    "decisions": Kind.DECISION,
    "fund_entries": Kind.FUND,
    **history_reports.KINDS,
}
_NAMED_BY = {
    "units": "name",
    "plans": "title",
    "tasks": "text",
    "rounds": "name",
    "nominations": "name",
    "recipients": "name",
    "task_series": "text",
    "commemorations": "name",
    "planner_chains": "name",
    "councils": "name",
    "meetings": "name",
    "decisions": "title",
    "fund_entries": "text",
    **history_reports.NAMED_BY,
}
_TASK, _PLAN, _RECIPIENT = ((Kind.TASK, "task_id"),), ((Kind.PLAN, "plan_id"),), ((Kind.RECIPIENT, "recipient_id"),)
_LINE = (Kind.NOMINATION, "nomination_id")
_SENT = (Kind.SUBMISSION, "submission_id")
_WITHIN: dict[str, tuple[str, tuple[tuple[Kind, str], ...]]] = {
    "task_steps": ("Bước việc", _TASK),
    "task_evidence": ("Văn bản kết quả", _TASK),
    "urgings": ("Đôn đốc", _TASK),
    "task_pairs": ("So với nhiệm vụ khác", _TASK),
    "change_reasons": ("Điều chỉnh", _TASK),
    "plan_links": ("Liên kết", _PLAN),
    "approvals": ("Phê duyệt", _PLAN),
    "unit_spellings": ("Cách viết tên", ((Kind.UNIT, "unit_id"),)),
    "unit_event_units": ("Thay đổi của đơn vị", ((Kind.UNIT, "unit_id"),)),
    "recipient_pairs": ("Không phải là một với", _RECIPIENT),
    "posts": ("Chức vụ đã giữ", _RECIPIENT),
    "award_records": ("Khen thưởng", _RECIPIENT),
    "ratings": ("Mức hoàn thành nhiệm vụ", _RECIPIENT),
    "initiatives": ("Sáng kiến, đề tài", _RECIPIENT),
    "spells": ("Thời gian công tác", _RECIPIENT),
    "sanctions": ("Kỷ luật", _RECIPIENT),
    "open_cases": ("Vụ việc đang xem xét", _RECIPIENT),
    "clearances": ("Xác nhận không vướng mắc", _RECIPIENT),
    "member_figures": ("Số liệu tập thể", _RECIPIENT),
    "cluster_ranks": ("Xếp hạng cụm, khối", _RECIPIENT),
    "movement_results": ("Kết quả phong trào", _RECIPIENT),
    "year_scores": ("Điểm bình xét", _RECIPIENT),
    "confirmations": ("Xác nhận", _RECIPIENT),
    "returns": ("Trả hồ sơ", (_LINE, _SENT)),
    "dossier_documents": ("Giấy tờ", (_LINE, _SENT)),
    "overrides": ("Quyết định khác kết quả xét", (_LINE,)),
    "quota_bases": ("Số làm gốc tính tỷ lệ", ((Kind.ROUND, "round_id"),)),
    **history_councils.WITHIN,
    **history_reports.WITHIN,
}
"""Rows that are told as one line of the record that they belong to: what the line is called, and whose it is."""
_OF_TASKS = tuple(table for table, (_, owners) in _WITHIN.items() if owners is _TASK)
_TITLE_LIMIT = 70


def field_changes(changes: Sequence[RowChange], names: Names) -> tuple[FieldChange, ...]:
    """The changes of an operation, record by record in the order in which they were made."""
    texts = {**names.tasks, **_texts(changes, "tasks", "text")}
    known = {_KINDS[table]: _texts(changes, table, column) for table, column in _NAMED_BY.items() if table in _KINDS}
    known = {kind: {**names.records.get(TABLES.get(kind, ""), {}), **known.get(kind, {})} for kind in Kind}
    known[Kind.TASK] = texts
    records: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    units: dict[tuple[int, str], list[RowChange]] = defaultdict(list)
    for change in changes:
        if change.table == "task_units":
            row = change.after or change.before or {}
            units[row["task_id"], row["role"]].append(change)
        elif change.table in _WITHIN:
            records[_owner(change, known)] += _whole(change, names)
        elif change.table not in _SILENT:
            records[_record(change, names)] += _fields(change, names)
    for (task_id, role), rows in units.items():
        title = _title(labels.of(Kind.TASK), task_id, texts.get(task_id, ""))
        records[title].append((_UNIT_ROLES[role], _units(rows, "before"), _units(rows, "after")))
    parts = records.pop(_PARTS, None)
    if parts is not None:  # the text of a document comes last: it is long
        records[_PARTS] = _parts(parts)
    told = ((record, *line) for record, lines in records.items() for line in lines)
    return tuple(FieldChange(*line, order=at) for at, line in enumerate(told))


def of_record(changes: Iterable[RowChange], kind: Kind, record_id: int) -> tuple[RowChange, ...]:
    """The changes of one record among those of an operation."""
    return tuple(change for change in changes if _concerned(change) == (kind, record_id))


def _concerned(change: RowChange) -> tuple[Kind | None, int]:
    row = change.after or change.before or {}
    if change.table == "task_units":
        return Kind.TASK, row["task_id"]
    if change.table in _WITHIN:
        return _belongs_to(change.table, row)
    return _KINDS.get(change.table), change.row_id


def references(changes: Sequence[RowChange]) -> Mapping[str, frozenset[int]]:
    """The rows whose names are needed to tell changes, by table: they are asked for in ``Names.records``."""
    concerned = (_concerned(change) for change in changes if change.table not in _SILENT)
    return referred(changes, ((kind, number) for kind, number in concerned if kind is not None))


def task_ids(changes: Iterable[RowChange]) -> frozenset[int]:
    """The tasks of which an operation changed what is kept apart: their texts are asked for in ``Names.tasks``."""
    tables = ("task_units", *_OF_TASKS)
    rows = [change.after or change.before or {} for change in changes if change.table in tables]
    others = {row["other_id"] for row in rows if "same" in row}  # of a pair
    return frozenset({row["task_id"] for row in rows} | others)


_PARTS = "Nội dung văn bản của kế hoạch"
_FEW = 12


def _parts(lines: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """A document that came or went as a whole is one line; so is one whose paragraphs have only changed places."""
    if not lines:
        return [("Thứ tự các đoạn", "", "đã thay đổi")]
    if len(lines) <= _FEW:
        return lines
    texts = [(before, after) for name, before, after in lines if name == "Nội dung"]
    before, after = (_paragraphs(sum(bool(pair[side]) for pair in texts)) for side in (0, 1))
    return [("Nội dung", before, after)]


def _paragraphs(count: int) -> str:
    return f"{formats.whole(count)} đoạn" if count else ""


def _record(change: RowChange, names: Names) -> str:
    row = change.after or change.before or {}
    match change.table:
        case "office":
            return "Thông tin cơ quan"
        case "years":
            return f"Sổ năm {row['year']}"
        case "plan_parts":
            return _PARTS
        case "unit_events":
            return f"Lần thay đổi đơn vị số {change.row_id}"
        case "task_series":
            return _title("Việc định kỳ", change.row_id, row["text"])
        case "dossier_files":
            return "Tệp đính kèm hồ sơ"
        case "list_imports":
            return f"Danh sách đã đọc số {change.row_id}"
        case "list_layouts":
            return f"Cách hiểu các cột số {change.row_id}"
        case "export_presets":
            return history_certificates.record(row["report"], row["name"])
    own = row.get(_NAMED_BY.get(change.table, "")) or names.records.get(change.table, {}).get(change.row_id, "")
    return _title(labels.of(_KINDS[change.table]), change.row_id, own)


_SILENT = frozenset({"approved_tasks", "approved_changes", *history_councils.SILENT})


def _owner(change: RowChange, known: Mapping[Kind, Mapping[int, str]]) -> str:
    kind, number = _belongs_to(change.table, change.after or change.before or {})
    return _title(labels.of(kind), number, known.get(kind, {}).get(number, ""))


def _belongs_to(table: str, row: Mapping[str, Any]) -> tuple[Kind, int]:
    """The record that a row is part of: the first of its owners that it names."""
    owners = _WITHIN[table][1]
    kind, column = next((owner for owner in owners if row.get(owner[1]) is not None), owners[0])
    return kind, row[column]


def _whole(change: RowChange, names: Names) -> Iterator[tuple[str, str, str]]:
    said, _ = _WITHIN[change.table]
    before, after = (_summary(change.table, row, names) for row in (change.before, change.after))
    if before != after:
        yield said, before, after


def _summary(table: str, row: Mapping[str, Any] | None, names: Names) -> str:
    """A row in one line: its main value, then the others by name."""
    written = [
        (said, _written(table, column, (row or {}).get(column), names)) for column, said in FIELDS[table].items()
    ]
    kept = [text if not at else f"{said.lower()}: {text}" for at, (said, text) in enumerate(written) if text]
    return "; ".join(kept)


def _title(kind: str, number: int, name: str) -> str:
    short = name if len(name) <= _TITLE_LIMIT else f"{name[: _TITLE_LIMIT - 1].rsplit(' ', 1)[0]}…"
    return f"{kind} {number}: {short}" if short else f"{kind} {number}"


def _fields(change: RowChange, names: Names) -> Iterator[tuple[str, str, str]]:
    before, after = change.before or {}, change.after or {}
    for column, said in FIELDS[change.table].items():
        if before.get(column) == after.get(column):
            if not _names_the_part(change, column):
                continue
        elif not (before and after) and column == "position":
            continue  # a new record has some place, which is no news
        old, new = (_written(change.table, column, row.get(column), names) for row in (before, after))
        if old or new:
            yield said, old, new


def _names_the_part(change: RowChange, column: str) -> bool:
    """Whether an unchanged text is said because another role or number of its part makes no sense without it."""
    before, after = change.before or {}, change.after or {}
    changed = any(before.get(name) != after.get(name) for name in ("role", "label"))
    return change.table == "plan_parts" and column == "text" and changed


def _written(table: str, column: str, value: Any, names: Names) -> str:
    if value is None or value == "":
        return ""
    if (table, column) in _ENUMS:
        return _label(_ENUMS[table, column], value)
    if column in _DAYS and (table, column) not in _SPECIAL and isinstance(value, str):
        return formats.day(date.fromisoformat(value))
    if column in _MOMENTS:
        return formats.moment(datetime.fromisoformat(value))
    if column in _LISTS:
        return "; ".join(json.loads(value))
    if (table, column) in REFERENCES:
        return called(names.records, REFERENCES[table, column], value)
    special = _SPECIAL.get((table, column))
    return special(value, names) if special is not None else str(value)


def _label(kind: type[Enum], value: str) -> str:
    """The label of a state; a file of a later time may know states that are gone."""
    known = {member.value: member for member in kind}
    return labels.of(known[value]) if value in known else value


_SPECIAL: dict[tuple[str, str], Callable[[Any, Names], str]] = {
    **history_facts.WRITTEN,
    **history_councils.WRITTEN,
    **history_reports.WRITTEN,
    **history_certificates.WRITTEN,
    ("tasks", "quarter"): lambda value, _names: labels.quarter(value),
    ("tasks", "progress"): lambda value, _names: f"{value} %",
    ("tasks", "conditional"): lambda value, _names: "Có" if value else "",
    ("tasks", "arisen"): lambda value, _names: "Có" if value else "Không phát sinh",
    ("commemorations", "lunar"): lambda value, _names: "Có" if value else "",
    ("commemorations", "since"): lambda value, _names: str(value or ""),
    ("task_pairs", "same"): lambda value, _names: "Có" if value else "Không",
    ("task_pairs", "other_id"): lambda value, names: names.tasks.get(value, str(value)),
    ("planner_chains", "steps"): lambda value, _names: "; ".join(step["text"] for step in json.loads(value)),
    ("nominations", "gender"): lambda value, _names: _GENDERS.get(value, value),
    ("recipients", "gender"): lambda value, _names: _GENDERS.get(value, value),
    ("recipients", "enterprise"): lambda value, _names: "Có" if value else "Không",
    ("recipients", "later_retirement"): lambda value, _names: "Có" if value else "Không",
    ("recipients", "classes"): lambda value, names: "; ".join(
        names.classes.get(each, each) for each in json.loads(value)
    ),
    ("unit_event_units", "side"): lambda value, _names: _SIDES.get(value, value),
    ("posts", "post_group"): lambda value, names: names.posts.get(value, value),
    ("award_records", "award_id"): lambda value, names: names.awards.get(value, value),
    ("nominations", "award_id"): lambda value, names: names.awards.get(value, value),
    ("nominations", "asked_award_id"): lambda value, names: names.awards.get(value, value),
    ("dossier_documents", "document"): lambda value, names: names.documents.get(value, value),
}


def _units(rows: Iterable[RowChange], side: str) -> str:
    found = [row for change in rows if (row := getattr(change, side)) is not None]
    return "; ".join(row["name"] for row in sorted(found, key=lambda row: row["position"]))


def _texts(changes: Iterable[RowChange], table: str, column: str) -> dict[int, str]:
    """What the records of a table are called in the changes themselves."""
    rows = (change for change in changes if change.table == table)
    return {change.row_id: (change.after or change.before or {})[column] for change in rows}
