"""Lines copied out of a spreadsheet: what each column holds, and what becomes of each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from shiboken6 import isValid

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.judgements import Judgement, tally
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.pasting import LineTrouble, PastedField, PastedLine, PastedTable, guess, lines
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.finding_lines import finding_lines
from thidua_desktop.ui.common.finding_list import FindingList
from thidua_desktop.ui.common.tints import tint
from thidua_desktop.ui.common.widgets import label, row
from thidua_desktop.ui.nominations.columns import award_text
from thidua_desktop.wording import judging, labels, messages
from thidua_desktop.wording.rules import Names

_FIELDS = {
    PastedField.SKIP: "(bỏ qua)",
    PastedField.NAME: "Người nhận",
    PastedField.BIRTH: "Năm sinh",
    PastedField.ID_NUMBER: "Số CCCD",
    PastedField.POSITION: "Chức vụ",
    PastedField.UNIT: "Đơn vị",
    PastedField.AWARD: "Danh hiệu, hình thức",
    PastedField.CITATION: "Thành tích",
    PastedField.NOTE: "Ghi chú",
}

_TROUBLES = {
    LineTrouble.NO_NAME: "Không có tên người nhận",
    LineTrouble.NO_AWARD: "Chưa rõ danh hiệu",
    LineTrouble.AWARD_NOT_FOR_KIND: "Danh hiệu sai đối tượng",
}


_RESULT, _VERDICT, _FIRST = range(3)
"""What became of a row, what the law says of it, its first cell."""
_SAID_HEIGHT = 132


@dataclass(frozen=True, slots=True)
class Judges:
    """Who says what the law says of lines that are not kept yet."""

    ask: Callable[[Sequence[Nomination], Callable[[Sequence[Judgement]], None]], None]
    """Beside the window; the answer has the order of the lines."""
    names: Callable[[Judgement], Names]


class PasteDialog(Form):
    """Shows the block with a choice above each column; ``nominations()`` gives the lines that were understood."""

    def __init__(
        self,
        rows: Sequence[Sequence[str]],
        blank: Nomination,
        awards: Sequence[Award],
        judges: Judges,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Dán danh sách đề nghị", yes="Thêm", parent=parent)
        self._rows = [list(row) for row in rows]
        self._blank = blank
        self._awards = tuple(awards)
        self._judges = judges
        self._judged: dict[int, Judgement] = {}
        """By the row of the block."""
        self._asked: tuple[Nomination, ...] = ()
        self._width = max((len(row) for row in self._rows), default=0)
        self._found: tuple[PastedLine, ...] = ()
        seen = guess(self._rows, self._awards)
        self.heading = QCheckBox("Dòng đầu là tiêu đề cột")
        self.heading.setChecked(seen.heading)
        self.award = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.award.setMinimumContentsLength(34)
        self.award.setAccessibleName("Danh hiệu cho dòng không ghi")
        self.award.addItem("(phải ghi ở từng dòng)", "")
        for award in self._awards:
            self.award.addItem(award_text(award), award.id)
        self.columns = [self._field_box(at, seen) for at in range(self._width)]
        self.table = self._make_table()
        self._told = label("", "muted", wrap=True)
        self.findings = FindingList()
        self.findings.setFixedHeight(_SAID_HEIGHT)
        self.findings.setProperty("role", "")
        self._lay_out()
        self.heading.toggled.connect(self._show)
        self.award.currentIndexChanged.connect(self._show)
        self.table.currentCellChanged.connect(lambda row, *_rest: self._tell_row(row))
        self.resize(1040, 600)
        self._show()

    def nominations(self) -> tuple[Nomination, ...]:
        """The nominations to be added, in the order of the block."""
        return tuple(line.nomination for line in self._found if line.nomination is not None)

    def told(self) -> str:
        """How many rows were understood and what became of the others."""
        return self._told.text()

    def _field_box(self, at: int, seen: PastedTable) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"Nội dung của cột {at + 1}")
        for text in _FIELDS.values():
            box.addItem(text)
        box.setCurrentIndex(list(_FIELDS).index(seen.fields[at]))
        box.currentIndexChanged.connect(self._show)
        return box

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._rows) + 1, self._width + _FIRST)
        table.setAccessibleName("Các dòng đã dán")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().hide()
        table.setItem(0, _RESULT, QTableWidgetItem("Kết quả"))
        table.setItem(0, _VERDICT, QTableWidgetItem("Xét"))
        table.setRowHeight(0, theme.ROW_HEIGHT + 6)
        for at in (_RESULT, _VERDICT):
            table.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        for at, box in enumerate(self.columns, start=_FIRST):
            box.setProperty("role", "field")  # it stays: an ordinary field, not a cell that is being edited
            table.setCellWidget(0, at, box)
            table.setColumnWidth(at, 96 if box.currentText() == _FIELDS[PastedField.SKIP] else 172)
        for number, cells in enumerate(self._rows, start=1):
            for at in range(self._width):
                item = QTableWidgetItem(cells[at] if at < len(cells) else "")
                item.setToolTip(item.text())
                table.setItem(number, at + _FIRST, item)
            table.setItem(number, _RESULT, QTableWidgetItem())
            table.setItem(number, _VERDICT, QTableWidgetItem())
        return table

    def _lay_out(self) -> None:
        self.content.addWidget(label("Chọn nội dung của từng cột; cột không dùng để “(bỏ qua)”.", "muted"))
        self.content.addWidget(self.table, 1)
        self.content.addLayout(row(self.heading, 0, label("Danh hiệu cho dòng không ghi"), self.award))
        self.content.addWidget(self._told)
        self.content.addWidget(label("Kết quả xét của dòng đang chọn", "muted"))
        self.content.addWidget(self.findings)

    def _show(self) -> None:
        fields = tuple(list(_FIELDS)[box.currentIndex()] for box in self.columns)
        table = PastedTable(fields, heading=self.heading.isChecked())
        blank = Nomination(
            self._blank.round_id,
            self._blank.kind,
            "",
            str(self.award.currentData() or ""),
            unit=self._blank.unit,
            occasion=self._blank.occasion,
        )
        self._found = lines(self._rows, table, blank, self._awards)
        self._mark_rows()
        self._judge()
        good = len(self.nominations())
        self._tell()
        self.yes.setText(f"Thêm {good} đề nghị" if good else "Thêm")
        self.yes.setEnabled(good > 0 and fields.count(PastedField.NAME) == 1)

    def _tell(self) -> None:
        good = len(self.nominations())
        bad = len(self._found) - good
        rest = f" {bad} dòng không thêm được, lý do ghi ở cột Kết quả." if bad else ""
        found = tally(self._judged.values())
        verdicts = f" {judging.tally(found)}." if sum(found) else ""
        self._told.setText(f"Sẽ thêm {good} đề nghị.{rest}{verdicts}")

    def _judge(self) -> None:
        """Ask what the law says of the lines as they are understood now."""
        lines = self.nominations()
        if lines == self._asked:
            return
        self._asked = lines
        self._show_judged({})
        if lines:
            self._judges.ask(lines, partial(self._on_judged, lines))

    def _on_judged(self, lines: tuple[Nomination, ...], found: Sequence[Judgement]) -> None:
        if isValid(self) and lines == self._asked:
            rows = (line.row for line in self._found if line.nomination is not None)
            self._show_judged(dict(zip(rows, found, strict=True)))

    def _show_judged(self, found: dict[int, Judgement]) -> None:
        self._judged = found
        if found and self.table.currentRow() not in found:
            self.table.setCurrentCell(min(found), _RESULT)
        for number in range(1, len(self._rows) + 1):
            item, judgement = self.table.item(number, _VERDICT), found.get(number)
            if item is not None:
                item.setText(labels.of(judgement.final) if judgement is not None else "")
                tone = theme.chip(judgement.final)[0] if judgement is not None else theme.Tone.MUTED
                tint(item, tone)
        self._tell()
        self._tell_row(self.table.currentRow())

    def _tell_row(self, number: int) -> None:
        judgement = self._judged.get(number)
        if judgement is None:
            self.findings.show_lines(())
            return
        notes = [messages.finding(note) for note in judgement.notes]
        lines = finding_lines(judgement.assessment, self._judges.names(judgement), notes, kept=False)
        self.findings.show_lines(lines)

    def _mark_rows(self) -> None:
        found = {line.row: line for line in self._found}
        for number in range(1, len(self._rows) + 1):
            item = self.table.item(number, _RESULT)
            if item is None:
                continue
            text, tone = _result(found.get(number), heading=number == 1 and self.heading.isChecked())
            item.setText(text)
            tint(item, tone)


def _result(line: PastedLine | None, *, heading: bool) -> tuple[str, theme.Tone]:
    if line is None:
        return ("Tiêu đề" if heading else "Dòng trống"), theme.Tone.MUTED
    if line.nomination is not None:
        return labels.of(line.nomination.kind), theme.Tone.SUCCESS
    assert line.trouble is not None
    return _TROUBLES[line.trouble], theme.Tone.DANGER
