"""What the source view shows of a draft: every line of the file with what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.domain.documents import Block, BlockKind, Document
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.list_doctor import DoctorDraft, DoctorRow
from thidua_desktop.domain.lists import LineRole, ListColumn, ListField
from thidua_desktop.ui.common.table_rows import TableRows
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.doctor.row_columns import sentence, worst

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


@dataclass(frozen=True, slots=True)
class LinesSeen:
    """What became of the lines of a file, by the number of their blocks. Nothing is worked out until it is shown."""

    rows: Mapping[int, tuple[DoctorRow, ...]]
    roles: Mapping[int, LineRole]

    def role(self, block: Block) -> LineRole | None:
        """What a line was taken for; a row that the clerk has left out counts as not taken."""
        rows = self.rows.get(block.source.block)
        if rows is None:
            return self.roles.get(block.source.block)
        return LineRole.ROW if any(row.taken for row in rows) else LineRole.LEFT_OUT

    def why(self, block: Block) -> str:
        """More about it."""
        rows, role = self.rows.get(block.source.block), self.role(block)
        said = ["Dòng bị ẩn trong tệp."] if block.hidden else []
        if rows is None:
            said += [_WHY[role]] if role in _WHY else []
        elif role is LineRole.LEFT_OUT:
            said += [f"Đã bỏ dòng này: {row.reason}" if row.reason else "Đã bỏ dòng này." for row in rows]
        else:
            said += [sentence(problem) for row in rows for problem in row.problems]
        return "\n".join(said)

    def fault(self, block: Block) -> Tone | None:
        """The worst that was found in the rows made of a line."""
        found = {worst(row) for row in self.rows.get(block.source.block, ()) if row.taken}
        if Severity.BLOCKING in found:
            return Tone.DANGER
        return Tone.WARNING if Severity.WARNING in found else None


def lines_seen(draft: DoctorDraft) -> LinesSeen:
    """What became of every line of a draft."""
    rows: dict[int, tuple[DoctorRow, ...]] = {}
    for row in draft.rows:
        rows[row.key.block] = (*rows.get(row.key.block, ()), row)
    return LinesSeen(rows, {left.source.block: left.role for left in draft.left})


@dataclass(frozen=True, slots=True)
class SheetShown:
    """One worksheet, or the whole of a document that has none."""

    name: str | None
    blocks: TableRows[Block]
    width: int
    """How many columns its widest line covers."""

    def columns(self, draft: DoctorDraft) -> dict[int, ListColumn]:
        """The columns of its tables by place; the last table says it where a sheet has several."""
        return {each.column: each for each in draft.columns if each.sheet == self.name and each.column is not None}


def sheets_shown(document: Document) -> tuple[SheetShown, ...]:
    """The worksheets of a file in their order."""
    parted: dict[str | None, list[Block]] = {}
    for block in document.blocks:
        parted.setdefault(block.source.sheet, []).append(block)
    return tuple(
        SheetShown(name, TableRows(blocks, block_key), max(map(width_of, blocks), default=0))
        for name, blocks in parted.items()
    )


def block_key(block: Block) -> int:
    """What makes a line of a file the same when it is shown anew."""
    return block.source.block


def fields_of(columns: Mapping[int, ListColumn]) -> dict[int, ListField]:
    """What columns hold, by place."""
    return {at: column.field for at, column in columns.items()}


def number_of(block: Block) -> int:
    """The number of a line as Excel or Word shows it."""
    return block.source.row or block.source.line or block.source.block + 1


def width_of(block: Block) -> int:
    """How many columns of the grid a line covers."""
    return max(1, sum(block.spans) + len(block.cells) - len(block.spans))


def cells_of(block: Block) -> tuple[str, ...]:
    """The cells on the grid; what is merged stands in its first column."""
    if block.kind is BlockKind.PARAGRAPH:
        return (f"{block.label} {block.text}" if block.label else block.text,)
    cells: list[str] = []
    for at, cell in enumerate(block.cells):
        width = block.spans[at] if at < len(block.spans) else 1
        cells += [cell.replace("\n", " "), *[""] * (width - 1)]
    return tuple(cells)
