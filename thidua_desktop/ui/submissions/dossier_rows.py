"""The checklist of one line, or of many at once, as rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.dossiers import NEXT, CheckedDocument, Checklist, DocumentState, DossierFile
from thidua_desktop.ui.common.columns import CENTER, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One document, in one line or in many."""

    code: str
    name: str
    found: tuple[CheckedDocument, ...]
    """The document in each of the lines that need it."""

    @property
    def state(self) -> DocumentState | None:
        """The state that all of them have; None where they differ."""
        states = {each.state for each in self.found}
        return next(iter(states)) if len(states) == 1 else None

    @property
    def next(self) -> DocumentState:
        """What Space makes of it."""
        return NEXT.get(self.state, DocumentState.PRESENT) if self.state is not None else DocumentState.PRESENT

    @property
    def files(self) -> tuple[DossierFile, ...]:
        """Attached files, each once."""
        return tuple({file.sha256: file for each in self.found for file in each.files}.values())

    @property
    def lacking(self) -> bool:
        """Whether any line lacks it."""
        return any(each.lacking for each in self.found)


def rows_of(checklists: Sequence[Checklist], names: Mapping[str, str]) -> tuple[DossierRow, ...]:
    """The documents of the checklists, each once, in the order of the law."""
    found: dict[str, list[CheckedDocument]] = {}
    for each in checklists:
        for document in each.documents:
            found.setdefault(document.code, []).append(document)
    return tuple(DossierRow(code, names.get(code, code), tuple(documents)) for code, documents in found.items())


def _state(row: DossierRow) -> str:
    if row.state is not None:
        shared = " (chung)" if all(each.shared for each in row.found) else ""
        return f"{labels.of(row.state)}{shared}"
    counted = Counter(each.state for each in row.found)
    return " · ".join(f"{labels.of(state)} {counted[state]}" for state in DocumentState if counted[state])


def _tip(row: DossierRow) -> str:
    days = sorted({each.checked_on for each in row.found if each.checked_on is not None})
    notes = dict.fromkeys(each.note for each in row.found if each.note)
    told = [f"Kiểm tra ngày {formats.day(days[-1])}"] if days else []
    told += [f"Tệp: {', '.join(file.file_name for file in row.files)}"] if row.files else []
    return "\n".join((*told, *notes))


def _name(row: DossierRow) -> str:
    notes = list(dict.fromkeys(each.note for each in row.found if each.note))
    return f"{row.name}\n{'; '.join(notes)}" if notes else row.name


COLUMNS: tuple[Column[DossierRow], ...] = (
    Column[DossierRow]("name", "Giấy tờ", _name, 140, stretch=True, wrap=True, tooltip=_tip),
    Column[DossierRow](
        "state",
        "Tình trạng",
        _state,
        116,
        wrap=True,
        chip=lambda row: row.state,
        tone=lambda row: Tone.WARNING if row.state is None else None,
        tooltip=_state,
    ),
    Column[DossierRow](
        "files",
        "Tệp",
        lambda row: str(len(row.files)) if row.files else "",
        38,
        align=CENTER,
        sort_key=lambda row: len(row.files),
    ),
)
