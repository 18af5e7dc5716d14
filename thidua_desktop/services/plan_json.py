"""The machine-readable shape of a plan that was read (``plan read --json``, DESIGN §7)."""

from __future__ import annotations

from datetime import date
from typing import Any

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.plans import PlanDraft, Responsibility, TaskDraft
from thidua_desktop.wording import messages


def draft_to_json(draft: PlanDraft) -> dict[str, Any]:
    """The draft as plain values: days ISO, text in NFC, null where the plan says nothing."""
    return {
        "title": _text(draft.title),
        "number": _text(draft.number),
        "issued_on": _day(draft.issued_on),
        "place": _text(draft.place),
        "issuer": _text(draft.issuer),
        "superior": _text(draft.superior),
        "year": draft.year,
        "legal_bases": _texts(draft.legal_bases),
        "recipients": _texts(draft.recipients),
        "signer": {"posts": _texts(draft.signer.posts), "name": _text(draft.signer.name)},
        "tasks": [_task(task) for task in draft.tasks],
        "responsibilities": [_responsibility(duty) for duty in draft.responsibilities],
        "findings": [_finding(finding) for finding in draft.findings],
    }


def _task(task: TaskDraft) -> dict[str, Any]:
    return {
        "quarter": task.quarter,
        "month": task.month,
        "due": _day(task.due),
        "starts": _day(task.starts),
        "section": _text(task.section),
        "label": _text(task.label),
        "text": nfc(task.text),
        "lead": _texts(task.lead),
        "coordinate": _texts(task.coordinate),
        "product": _text(task.product),
        "conditional": task.conditional,
        "recurrence": task.recurrence.value if task.recurrence is not None else None,
        "remark": _text(task.remark),
        "year": task.year,
        "source": _source(task.source),
        "doubts": [doubt.value for doubt in task.doubts],
    }


def _responsibility(duty: Responsibility) -> dict[str, Any]:
    return {
        "section": _text(duty.section),
        "label": _text(duty.label),
        "text": nfc(duty.text),
        "lead": _texts(duty.lead),
        "coordinate": _texts(duty.coordinate),
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
    """The place without what this kind of source does not have."""
    places = {
        "block": source.block,
        "page": source.page,
        "line": source.line,
        "sheet": source.sheet,
        "table": source.table,
        "row": source.row,
    }
    return {name: value for name, value in places.items() if value is not None}


def _text(value: str | None) -> str | None:
    return nfc(value) if value is not None else None


def _texts(values: tuple[str, ...]) -> list[str]:
    return [nfc(value) for value in values]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None
