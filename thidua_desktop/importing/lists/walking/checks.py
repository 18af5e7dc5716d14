"""What is said about a list as a whole: counts that differ, lines that say the same, papers that are no list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.lists import ListColumn, ListField, ListRow, ListTarget
from thidua_desktop.importing.lists.meanings.awards import speaks_of_award
from thidua_desktop.importing.lists.meanings.lines import Line, Sheet
from thidua_desktop.importing.lists.meanings.vocabulary import stated_counts

_ROLE = re.compile(
    r"(?:pho )?truong (?:ban|doan|tieu ban|nhom)|(?:pho )?chu tich(?: hoi dong)?|uy vien(?: .{0,20})?|thanh vien|"
    r"thu ky|uv|tb|ptb|"
    r"trong tai|giam sat|(?:pho )?to truong|pho ban|truong ban kiem phieu|phuc vu|y te|giam khao|thuong truc"
)
_ROLE_LINE = re.compile(
    r"^(?:\d+[.)]\s*)?(?:pho )?(?:chu tich(?: hoi dong)?|truong ban|truong doan|uy vien(?: thuong truc)?|thanh vien|"
    r"thu ky|to truong)\s*:\s*\S"
)
_STATISTICS = re.compile(
    r"bieu (?:mau )?so\b|bieu so ?:|don vi tinh|\bdvt\b|\d+\s*=\s*\(?\d+\s*\+|so lieu thong ke|bao cao thong ke"
)
_FORM = re.compile(r"bieu(?: mau)?(?: so)? ?:? ?060\d|bnv-tdkt|\d+ ?= ?\(? ?\d+ ?\+ ?\d+")
_DECIDED = re.compile(
    r"(?:so|ngay|so,? ngay|ngay,? thang(?:,? nam)?)(?: ky)? (?:qd|quyet dinh)(?: khen(?: thuong)?| cong nhan)?|"
    r"(?:qd|quyet dinh) so|nam (?:khen|duoc khen|dat)(?: thuong)?"
)
_LIST = re.compile(r"danh sach|trich ngang|de nghi (?:tang|khen|xet)")
_NOMINATES = re.compile(
    r"danh sach\b.{0,60}\bde nghi (?:tang|khen|xet|cong nhan|suy ton)|"
    r"danh sach (?!.*\b(?:hoi dong|ban (?:chi dao|to chuc|kiem phieu|giam khao)|to giup viec|thanh vien)\b).{0,80}"
    r"\b(?:khen thuong|tieu bieu|xuat sac|bieu duong|tuyen duong|ton vinh)\b"
)
_HEAD = 15
"""Lines in which a paper says what it is."""
_PLAN = re.compile(r"^ke hoach\b")
_CROWDS = re.compile("phieu|thanh vien")
"""What is counted there are votes or members, no recipients."""
_ENOUGH = 0.6
_MOST_NAMED = 20
_MOST_SHOWN = 12
_OF_UNITS = (ListField.UNIT, ListField.DEPARTMENT, ListField.POSITION_AND_UNIT, ListField.ADDRESS)


def count_findings(rows: Sequence[ListRow], texts: Iterable[str]) -> list[Finding]:
    """Where a text states a number of recipients that the list does not have.

    A number may be meant for one award, one group or the whole list; only one that fits none of them is reported.
    """
    stated = [each for text in texts if not _CROWDS.search(fold(text)) for each in stated_counts(text)]
    if not stated:
        return []
    kinds = Counter(row.kind for row in rows)
    parts = Counter((row.kind, key) for row in rows for key in {row.award, row.award_id, *row.group})
    somebody = Counter(kind for kind, _ in {(row.kind, (row.name, row.source)) for row in rows})  # with two awards once
    fitting: dict[RecipientKind | None, set[int]] = {
        kind: {kinds[kind], somebody[kind], *(count for (of, _), count in parts.items() if of is kind)}
        for kind in RecipientKind
    }
    whole = Counter(key for row in rows for key in {row.award, row.award_id, *row.group})
    fitting[None] = {len(rows), somebody.total(), *whole.values()}
    found: list[Finding] = []
    said: set[tuple[RecipientKind | None, int]] = set()
    sums: Counter[RecipientKind | None] = Counter()
    for kind, number in stated:
        sums[kind] += number
    for kind, number in stated:
        everybody = kind is RecipientKind.PERSON and number in fitting[None]
        listed = kinds[kind] if kind is not None else len(rows)
        # Numbers that make up the whole together are sums below each unit.
        if number in fitting[kind] or everybody or sums[kind] == listed or (kind, number) in said:
            continue
        said.add((kind, number))
        found.append(_differs(kind, number, listed))
    return found


def _differs(kind: RecipientKind | None, stated: int, listed: int) -> Finding:
    if kind is None:
        return Finding("list.count_differs", params={"stated": stated, "listed": listed})
    return Finding("list.kind_count_differs", params={"kind": kind, "stated": stated, "listed": listed})


def duplicate_findings(rows: Sequence[ListRow]) -> list[Finding]:
    """Rows that name the same recipient with the same award: a warning at the later one."""
    seen: dict[tuple[object, ...], ListRow] = {}
    found: list[Finding] = []
    for row in rows:
        award = (row.award_id or fold(row.award or ""), row.cell(ListField.AWARD_YEAR))
        same = (row.kind, fold(row.name), fold(row.unit or ""), row.birth, *award)
        first = seen.setdefault(same, row)
        if first is not row:
            found.append(
                Finding("list.duplicate", params={"name": row.name, "first": _place(first)}, source=row.source)
            )
    return found


def former_findings(columns: Sequence[ListColumn], target: ListTarget) -> list[Finding]:
    """Said where a list that is read for nominations has columns for the number and the day of decisions."""
    headings = list(dict.fromkeys(column.heading for column in columns if _DECIDED.fullmatch(fold(column.heading))))
    if target is not ListTarget.NOMINATIONS or len(headings) < len(("number", "day")):
        return []
    return [Finding("list.may_be_former", params={"columns": "; ".join(headings)})]


def _place(row: ListRow) -> str:
    number = row.source.row or row.source.line or row.source.block + 1
    return f"{row.source.sheet}, dòng {number}" if row.source.sheet else f"dòng {number}"


def award_findings(rows: Sequence[ListRow]) -> list[Finding]:
    """Awards that were not recognised, each text once; rows without any award, counted."""
    unsure = Counter(row.award for row in rows if row.award and row.award_id is None)
    found = [
        Finding("list.award_unsure", params={"award": award, "count": count})
        for award, count in unsure.most_common(_MOST_NAMED)
    ]
    without = sum(row.award is None for row in rows)
    if without:
        found.append(Finding("list.no_award", params={"count": without}))
    return found


def unit_findings(rows: Sequence[ListRow]) -> list[Finding]:
    """Persons of whom nothing says where they work, counted; and units that only the end of a post tells."""
    without = [row for row in rows if row.kind is RecipientKind.PERSON and not row.unit]
    told = [row for row in rows if row.unit and _is_told_by_post(row)]
    found = [Finding("list.no_unit", params={"count": len(without), "rows": _places(without)})] if without else []
    of_posts = Finding("list.unit_of_post", Severity.INFO, {"count": len(told), "rows": _places(told)})
    return [*found, of_posts] if told else found


def _is_told_by_post(row: ListRow) -> bool:
    """Whether the unit of a row stands in its column for posts and in none for units."""
    own = any(row.cell(known) for known in _OF_UNITS)
    return not own and row.unit is not None and fold(row.unit) in fold(row.cell(ListField.POSITION) or "")


def _places(rows: Sequence[ListRow]) -> str:
    shown = [str(row.source.row or row.source.line or row.source.block + 1) for row in rows[:_MOST_SHOWN]]
    return ", ".join(dict.fromkeys(shown)) + ("…" if len(rows) > _MOST_SHOWN else "")


def refusal(
    sheets: Sequence[Sheet],
    columns: Sequence[ListColumn],
    rows: Sequence[ListRow],
    target: ListTarget = ListTarget.NOMINATIONS,
) -> Finding | None:
    """Why a paper is no list of nominations; None where it may be one. Members of a council are people too."""
    lines = [line for sheet in sheets for line in sheet.lines]
    if not lines:
        return Finding("list.empty", Severity.BLOCKING)
    if target is ListTarget.NOMINATIONS and _is_council(lines, columns, rows):
        return Finding("list.is_council", Severity.BLOCKING)
    named = {column.field for column in columns}
    people = ListField.NAME in named and named & {
        ListField.BIRTH,
        ListField.POSITION,
        ListField.AWARD,
    }
    if _is_form_of_counts(lines, rows):
        return Finding("list.is_statistics", Severity.BLOCKING)
    if not people and any(_STATISTICS.search(line.folded) for line in lines) and not _speak_of_people(rows):
        return Finding("list.is_statistics", Severity.BLOCKING)
    if _is_plan(lines, rows):
        return Finding("list.is_plan", Severity.BLOCKING)
    return None if rows else Finding("list.no_rows", Severity.BLOCKING)


def _is_form_of_counts(lines: Sequence[Line], rows: Sequence[ListRow]) -> bool:
    """Whether a paper is a statistical form of the ministry, whatever its columns are taken for."""
    listed = any(_LIST.search(line.folded) for line in lines[:_HEAD])
    named = any(row.kind is RecipientKind.PERSON and (row.honorific or row.birth or row.position) for row in rows)
    return not listed and not named and any(_FORM.search(line.folded) for line in lines[:_HEAD])


def _speak_of_people(rows: Sequence[ListRow]) -> bool:
    return any(row.honorific or row.award for row in rows)


def _is_council(lines: Sequence[Line], columns: Sequence[ListColumn], rows: Sequence[ListRow]) -> bool:
    if any(_NOMINATES.search(line.folded) for line in lines[:_HEAD]):
        return False
    spoken = sum(bool(_ROLE_LINE.match(line.folded)) for line in lines)
    if spoken >= 2 and spoken * 2 >= len(rows):
        return True
    duties = any("nhiem vu" in fold(column.heading) for column in columns)
    awarded = any(row.award for row in rows) or any(
        column.field in (ListField.AWARD, ListField.AWARD_MARK) for column in columns
    )
    if awarded or not rows:
        return False
    roles = sum(_has_role(row) for row in rows)
    return roles >= _ENOUGH * len(rows) and (duties or roles >= 2)


def _has_role(row: ListRow) -> bool:
    parts = re.split(r"\s+[-–]\s+|[,;]\s*", fold(row.position or ""))
    return any(_ROLE.fullmatch(part.strip(" .")) for part in parts)


def _is_plan(lines: Sequence[Line], rows: Sequence[ListRow]) -> bool:
    planned = any(_PLAN.match(line.folded) and line.text.isupper() for line in lines[:25])
    listed = any("danh sach" in line.folded for line in lines)
    awarded = any(speaks_of_award(row.award or "") for row in rows)
    return planned and not listed and not (awarded and len(rows) * 2 > len(lines))
