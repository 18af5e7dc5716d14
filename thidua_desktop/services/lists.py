"""Lists that units send: reading them, and their machine-readable shape (``list read --json``, DESIGN §7)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from thidua_desktop.common.vietnamese import nfc
from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.lists import ListDraft, ListField, ListRow, Repair
from thidua_desktop.services.awards import AwardService
from thidua_desktop.wording import messages


def read_list(path: Path) -> ListDraft:
    """What a list says, its awards recognised by the catalogue; nothing is kept.

    Raises:
        FileTrouble: the file cannot be read.
    """
    from thidua_desktop.importing import lists  # the readers' libraries would slow the start

    return lists.read_list(path, AwardService().catalogue())


def read_list_text(text: str) -> ListDraft:
    """What a list says that was copied out of Excel, Word or a mail; nothing is kept."""
    from thidua_desktop.importing import lists

    return lists.read_list_text(text, AwardService().catalogue())


def draft_to_json(draft: ListDraft) -> dict[str, Any]:
    """The draft as plain values: text in NFC, null where the list says nothing.

    ``columns`` gives the heading of each field; ``award`` is as typed, ``award_id`` the entry of the catalogue.
    """
    columns: dict[str, str] = {}
    for column in draft.columns:
        if column.field is not ListField.OTHER:
            columns.setdefault(column.field.value, nfc(column.heading))
    return {
        "title": _text(draft.title),
        "columns": columns,
        "rows": [_row(row) for row in draft.rows],
        "repairs": [_repair(repair) for repair in draft.repairs],
        "findings": [_finding(finding) for finding in draft.findings],
    }


def _row(row: ListRow) -> dict[str, Any]:
    return {
        "kind": row.kind.value,
        "name": nfc(row.name),
        "honorific": _text(row.honorific),
        "gender": row.gender,
        "birth": row.birth,
        "id_number": _text(row.id_number),
        "position": _text(row.position),
        "unit": _text(row.unit),
        "award": _text(row.award),
        "award_id": row.award_id,
        "occasion": row.occasion.value if row.occasion is not None else None,
        "citation": _text(row.citation),
        "note": _text(row.note),
        "group": [nfc(text) for text in row.group],
        "source": _source(row.source),
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "kind": repair.kind.value,
        "field": repair.field.value if repair.field is not None else None,
        "before": repair.before,
        "after": nfc(repair.after),
        "source": _source(repair.source),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": messages.finding(finding),
        "source": _source(finding.source) if finding.source is not None else None,
    }


def _source(source: Source) -> dict[str, Any]:
    """Sheet and row (the line, or the paragraph's ordinal, where there are no rows); page and table where known."""
    place: dict[str, Any] = {"sheet": source.sheet, "row": source.row or source.line or source.block + 1}
    return place | {
        name: value for name, value in (("page", source.page), ("table", source.table)) if value is not None
    }


def _text(value: str | None) -> str | None:
    return nfc(value) if value is not None else None
