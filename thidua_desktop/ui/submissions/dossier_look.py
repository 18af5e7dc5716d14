"""All that the checklist of one or of many lines says, worked out away from the window: a round can have 10 000."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.dossiers import CheckedDocument, Checklist
from thidua_desktop.domain.ids import NominationId
from thidua_desktop.domain.nominations import Nomination, NominationState
from thidua_desktop.services.dossiers import DossierService
from thidua_desktop.ui.submissions.dossier_rows import DossierRow
from thidua_desktop.wording import labels


@dataclass(frozen=True, slots=True)
class DossierLook:
    """What there is to see of the dossiers of some lines; empty while there are none."""

    rows: tuple[DossierRow, ...] = ()
    law: str = ""
    """Where the law says which documents they need."""
    proposed: Mapping[NominationId, NominationState] = field(default_factory=dict)
    """What their states should become by their documents, of those that are not right."""
    told: str = ""
    """What follows from the documents, in words."""
    checked: bool = False
    """Whether there are lines at all."""


def look_at(dossiers: DossierService, lines: Sequence[Nomination]) -> DossierLook:
    """See the dossiers of lines that are kept.

    Raises:
        RecordMissing: one of them is not there any more.
    """
    states = {line.id: line.state for line in lines if line.id is not None}
    checked = dossiers.of_lines(states)
    proposed = {line: each.proposed_state(states[line]) for line, each in checked.items()}
    moves = {line: state for line, state in proposed.items() if state is not None}
    rows = rows_of(checked.values(), dossiers.document_names())
    return DossierLook(rows, _law(checked.values()), moves, _told(rows, moves), checked=bool(checked))


def rows_of(checklists: Iterable[Checklist], names: Mapping[str, str]) -> tuple[DossierRow, ...]:
    """The documents of the checklists, each once, in the order of the law."""
    found: dict[str, list[CheckedDocument]] = {}
    for each in checklists:
        for document in each.documents:
            found.setdefault(document.code, []).append(document)
    return tuple(_row(code, names.get(code, code), documents) for code, documents in found.items())


def _row(code: str, name: str, found: Sequence[CheckedDocument]) -> DossierRow:
    days = [each.checked_on for each in found if each.checked_on is not None]
    return DossierRow(
        code,
        name,
        Counter(each.state for each in found),
        shared=all(each.shared for each in found),
        lacking=any(each.lacking for each in found),
        files=tuple({file.sha256: file for each in found for file in each.files}.values()),
        checked_on=max(days, default=None),
        notes=tuple(dict.fromkeys(each.note for each in found if each.note)),
    )


def _law(checklists: Iterable[Checklist]) -> str:
    known = [each for each in checklists if each.basis is not None]
    unknown = sum(each.basis is None for each in checklists)
    bases = dict.fromkeys(each.basis.citation for each in known if each.basis is not None)
    sets = {each.sets for each in known}
    told = [f"Theo {'; '.join(bases)}"] if bases else []
    if len(sets) == 1:
        number = next(iter(sets))
        told.append(f"{number:02d} bộ" if number else "số bộ do bộ, tỉnh quy định")
    if unknown and bases:
        told.append(f"{unknown} dòng chưa có quy định về hồ sơ")
    return " · ".join(told)


def _told(rows: Sequence[DossierRow], proposed: Mapping[NominationId, NominationState]) -> str:
    if proposed:
        counts = Counter(proposed.values())
        said = ", ".join(f"{count} dòng “{labels.of(state)}”" for state, count in counts.items())
        return f"Theo giấy tờ, đề xuất: {said}."
    lacking = sum(each.lacking for each in rows)
    if lacking:
        return f"Còn {lacking} loại giấy tờ thiếu hoặc chưa kiểm tra."
    return "Đủ giấy tờ." if rows else ""
