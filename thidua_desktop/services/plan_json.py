"""A plan draft in the shape that ``thidua plan read --json`` prints (DESIGN §7)."""

from __future__ import annotations

from datetime import date
from typing import Any

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.plans import PlanDraft, Responsibility, TaskDraft
from thidua_desktop.wording import messages


def draft_to_json(draft: PlanDraft) -> dict[str, Any]:
    """Plain values only: days ISO, quarters 1-4 or null, text as the document has it (NFC)."""
    return {
        "title": draft.title,
        "number": draft.number,
        "issued_on": _day(draft.issued_on),
        "place": draft.place,
        "issuer": draft.issuer,
        "superior": draft.superior,
        "year": draft.year,
        "legal_bases": list(draft.legal_bases),
        "recipients": list(draft.recipients),
        "signer": {"posts": list(draft.signer.posts), "name": draft.signer.name},
        "tasks": [_task(task) for task in draft.tasks],
        "responsibilities": [_duty(duty) for duty in draft.responsibilities],
        "findings": [_finding(finding) for finding in draft.findings],
    }


def _task(task: TaskDraft) -> dict[str, Any]:
    return {
        "year": task.year,
        "quarter": task.quarter,
        "month": task.month,
        "due": _day(task.due),
        "starts": _day(task.starts),
        "section": task.section,
        "label": task.label,
        "text": task.text,
        "lead": list(task.lead),
        "coordinate": list(task.coordinate),
        "product": task.product,
        "conditional": task.conditional,
        "recurrence": task.recurrence.value if task.recurrence is not None else None,
        "remark": task.remark,
        "doubts": [doubt.value for doubt in task.doubts],
        "source": _source(task.source),
    }


def _duty(duty: Responsibility) -> dict[str, Any]:
    return {
        "section": duty.section,
        "label": duty.label,
        "text": duty.text,
        "lead": list(duty.lead),
        "coordinate": list(duty.coordinate),
        "source": _source(duty.source),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": messages.finding(finding),
        "source": _source(finding.source) if finding.source is not None else None,
    }


def _source(source: Source) -> dict[str, Any]:
    known = {
        "block": source.block,
        "page": source.page,
        "line": source.line,
        "sheet": source.sheet,
        "table": source.table,
        "row": source.row,
    }
    return {name: value for name, value in known.items() if value is not None}


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None
