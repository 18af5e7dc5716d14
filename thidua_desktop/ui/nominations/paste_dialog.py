"""Lines copied out of a spreadsheet: what each column holds, and what becomes of each row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.pasting import LineTrouble, PastedField, PastedLine, PastedTable, guess, lines
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.widgets import label, row
from thidua_desktop.ui.nominations.columns import award_text
from thidua_desktop.wording import labels

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


class PasteDialog(Form):
    """Shows the block with a choice above each column; ``nominations()`` gives the lines that were understood."""

    def __init__(
        self, rows: Sequence[Sequence[str]], blank: Nomination, awards: Sequence[Award], parent: QWidget | None = None
    ) -> None:
        super().__init__("Dán danh sách đề nghị", yes="Thêm", parent=parent)
        self._rows = [list(row) for row in rows]
        self._blank = blank
        self._awards = tuple(awards)
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
        self._lay_out()
        self.heading.toggled.connect(self._show)
        self.award.currentIndexChanged.connect(self._show)
        self.resize(960, 480)
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
        table = QTableWidget(len(self._rows) + 1, self._width + 1)
        # The boxes stay, so they look like ordinary fields and not like cells being edited.
        table.setStyleSheet(f"QComboBox {{ border: 1px solid {theme.tokens().line_strong}; }}")
        table.setAccessibleName("Các dòng đã dán")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.verticalHeader().hide()
        table.horizontalHeader().hide()
        table.setItem(0, 0, QTableWidgetItem("Kết quả"))
        table.setRowHeight(0, theme.ROW_HEIGHT + 6)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for at, box in enumerate(self.columns, start=1):
            table.setCellWidget(0, at, box)
            table.setColumnWidth(at, 96 if box.currentText() == _FIELDS[PastedField.SKIP] else 148)
        for number, cells in enumerate(self._rows, start=1):
            for at in range(self._width):
                item = QTableWidgetItem(cells[at] if at < len(cells) else "")
                item.setToolTip(item.text())
                table.setItem(number, at + 1, item)
            table.setItem(number, 0, QTableWidgetItem())
        return table

    def _lay_out(self) -> None:
        self.content.addWidget(label("Chọn nội dung của từng cột; cột không dùng để “(bỏ qua)”.", "muted"))
        self.content.addWidget(self.table, 1)
        self.content.addLayout(row(self.heading, 0, label("Danh hiệu cho dòng không ghi"), self.award))
        self.content.addWidget(self._told)

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
        good = len(self.nominations())
        bad = len(self._found) - good
        rest = f" {bad} dòng không thêm được, lý do ghi ở cột Kết quả." if bad else ""
        self._told.setText(f"Sẽ thêm {good} đề nghị.{rest}")
        self.yes.setText(f"Thêm {good} đề nghị" if good else "Thêm")
        self.yes.setEnabled(good > 0 and fields.count(PastedField.NAME) == 1)

    def _mark_rows(self) -> None:
        found = {line.row: line for line in self._found}
        for number in range(1, len(self._rows) + 1):
            item = self.table.item(number, 0)
            if item is None:
                continue
            text, tone = _result(found.get(number), heading=number == 1 and self.heading.isChecked())
            item.setText(text)
            item.setForeground(theme.color(theme.ink(tone).text))


def _result(line: PastedLine | None, *, heading: bool) -> tuple[str, theme.Tone]:
    if line is None:
        return ("Tiêu đề" if heading else "Dòng trống"), theme.Tone.MUTED
    if line.nomination is not None:
        return labels.of(line.nomination.kind), theme.Tone.SUCCESS
    assert line.trouble is not None
    return _TROUBLES[line.trouble], theme.Tone.DANGER
