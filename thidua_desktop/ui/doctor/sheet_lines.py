"""What the source view shows of a draft: every line of the file with what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.domain.documents import Block, BlockKind
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow
from thidua_desktop.domain.lists import LineRole, ListColumn, ListField
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.doctor.row_columns import sentence, worst
from thidua_desktop.ui.doctor.sheet_view import SheetLine

_WHY = {
    LineRole.TITLE: "Phần trên bảng: tên cơ quan, tên danh sách.",
    LineRole.HEADING: "Dòng tên cột.",
    LineRole.GROUP: "Tên nhóm: các dòng bên dưới thuộc nhóm này.",
    LineRole.CONTINUATION: "Nối tiếp dòng trên (bị ngắt trang).",
    LineRole.BLANK: "Dòng mẫu chưa ai điền.",
    LineRole.TOTAL: "Dòng cộng, không phải người hay tập thể.",
    LineRole.FOOTER: "Ghi chú, nơi nhận, chữ ký ở cuối danh sách.",
    LineRole.LEFT_OUT: "Không hiểu dòng này nên không nhận.",
}
_TONES = {Severity.BLOCKING: Tone.DANGER, Severity.WARNING: Tone.WARNING}


@dataclass(frozen=True, slots=True)
class SheetShown:
    """One worksheet."""

    name: str | None
    lines: tuple[SheetLine, ...]
    columns: tuple[ListColumn, ...]

    def fields(self) -> dict[int, ListField]:
        """What each column holds; the last table says it where a sheet has several."""
        return {column.column: column.field for column in self.columns if column.column is not None}

    def column(self, at: int) -> ListColumn | None:
        """The column of the table at a place of the grid."""
        return next((column for column in self.columns if column.column == at), None)


def sheets_shown(draft: DoctorDraft) -> tuple[SheetShown, ...]:
    """The worksheets of the file in their order, or the one whole that it has instead."""
    rows: dict[int, list[DoctorRow]] = {}
    for row in draft.rows:
        rows.setdefault(row.key.block, []).append(row)
    roles = {left.source.block: left.role for left in draft.left}
    parted: dict[str | None, list[SheetLine]] = {}
    for block in draft.document.blocks:
        made = _line(block, rows.get(block.source.block, ()), roles.get(block.source.block))
        parted.setdefault(block.source.sheet, []).append(made)
    return tuple(
        SheetShown(name, tuple(lines), tuple(column for column in draft.columns if column.sheet == name))
        for name, lines in parted.items()
    )


def _line(block: Block, rows: list[DoctorRow] | tuple[()], role: LineRole | None) -> SheetLine:
    number = block.source.row or block.source.line or block.source.block + 1
    cells = _cells(block)
    if not rows:
        why = _WHY.get(role, "") if role is not None else ""
        hidden = "Dòng bị ẩn trong tệp. " if block.hidden else ""
        return SheetLine(block.source.block, number, cells, role, hidden + why)
    if not any(row.taken for row in rows):
        return SheetLine(block.source.block, number, cells, LineRole.LEFT_OUT, "Anh/chị đã bỏ dòng này.")
    found = [severity for severity in map(worst, rows) if severity is not None]
    fault = Severity.BLOCKING if Severity.BLOCKING in found else Severity.WARNING if found else None
    why = "\n".join(sentence(problem) for row in rows for problem in row.problems)
    if block.hidden:
        why = f"Dòng bị ẩn trong tệp.\n{why}".strip()
    return SheetLine(block.source.block, number, cells, LineRole.ROW, why, _TONES[fault] if fault else None)


def _cells(block: Block) -> tuple[str, ...]:
    """The cells on the grid; what is merged stands in its first column."""
    if block.kind is BlockKind.PARAGRAPH:
        return (f"{block.label} {block.text}" if block.label else block.text,)
    cells: list[str] = []
    for at, cell in enumerate(block.cells):
        width = block.spans[at] if at < len(block.spans) else 1
        cells += [cell.replace("\n", " "), *[""] * (width - 1)]
    return tuple(cells)
