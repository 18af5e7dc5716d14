"""The checklist of one line, or of many at once, as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.dossiers import NEXT, DocumentState, DossierFile
from thidua_desktop.ui.common.columns import CENTER, Column
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.wording import formats, labels


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One document, in one line or in many."""

    code: str
    name: str
    states: Mapping[DocumentState, int]
    """In how many of the lines that need it the document has which state."""
    shared: bool = False
    """Whether all that is said of it was said of a whole submission."""
    lacking: bool = False
    """Whether any line lacks it."""
    files: tuple[DossierFile, ...] = ()
    """Attached files, each once."""
    checked_on: date | None = None
    """When somebody last looked at it."""
    notes: tuple[str, ...] = ()
    """What was noted, each text once."""

    @property
    def state(self) -> DocumentState | None:
        """The state that it has in all lines; None where they differ."""
        return next(iter(self.states)) if len(self.states) == 1 else None

    @property
    def next(self) -> DocumentState:
        """What Space makes of it."""
        return NEXT.get(self.state, DocumentState.PRESENT) if self.state is not None else DocumentState.PRESENT


def _state(row: DossierRow) -> str:
    if row.state is not None:
        return f"{labels.of(row.state)}{' (chung)' if row.shared else ''}"
    return " · ".join(f"{labels.of(state)} {row.states[state]}" for state in DocumentState if state in row.states)


def _tip(row: DossierRow) -> str:
    told = [f"Kiểm tra ngày {formats.day(row.checked_on)}"] if row.checked_on is not None else []
    told += [f"Tệp: {', '.join(file.file_name for file in row.files)}"] if row.files else []
    return "\n".join((*told, *row.notes))


def _name(row: DossierRow) -> str:
    return f"{row.name}\n{'; '.join(row.notes)}" if row.notes else row.name


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
