"""Biểu mẫu: statutory and provincial forms of a period, filled in; what the program cannot count is typed here."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.forms.choosing import Choice, Substitute
from thidua_desktop.domain.forms.filling import Cell, FilledForm
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import parse
from thidua_desktop.services.forms import Format
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.finished import folder_made
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.high_enough import HighEnough
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import tint
from thidua_desktop.ui.common.widgets import EmptyState, action, label, tool_button
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.ui.reports.desk import ReportDesk
from thidua_desktop.ui.reports.form_grid import FilledRow, columns_of, lines_of, typed_values
from thidua_desktop.wording import forms, messages, statistics

_KEPT = "reports/form"
_CODE = int(Qt.ItemDataRole.UserRole)
_LIST_WIDTH, _FINDINGS_HEIGHT, _ROWS_IN_SIGHT = 300, 96, 3
_OPENS = " (Enter để mở danh sách)"
_SUBSTITUTES = {
    Substitute.ENDED: "Mẫu đã hết hiệu lực, dùng tạm",
    Substitute.NOT_YET: "Mẫu chưa có hiệu lực ở kỳ này, dùng tạm",
}
"""What is said in the list of forms of one that is not valid for the period."""


class FormsPane(QWidget):
    """The forms of a period at the left, the one chosen at the right with what does not agree in it."""

    def __init__(self, desk: ReportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, desk.services
        self._period: Period | None = None
        self._choices: tuple[Choice, ...] = ()
        self.form: FilledForm | None = None
        """The form in front, filled in."""
        self._locked = False
        self.grid: Grid[FilledRow] | None = None
        self.list = WrappingList()
        self.list.setAccessibleName("Các biểu mẫu của kỳ")
        self.list.setMinimumWidth(_LIST_WIDTH)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.open_list = action(self, "Mở danh sách của ô", "list", "Ctrl+M", self._open_list)
        self.preview = action(self, "Xem và in", "print", "Ctrl+P", partial(self._give, Format.PDF))
        self.excel = action(self, "Ra Excel…", "excel", "Ctrl+Shift+E", partial(self._give, Format.XLSX))
        self.all = action(self, "Ghi mọi biểu của năm…", "save", "Ctrl+Shift+G", self._write_all)
        self.own = action(self, "Biểu mẫu riêng của cơ quan…", "open", "Ctrl+Alt+M", self._start_own)
        self.again = action(self, "Đọc lại biểu mẫu riêng", "redo", "F5", self._reload)
        self.title, self.basis = label("", "title", wrap=True), label("", "small", wrap=True)
        self.findings = WrappingList()
        self.findings.setAccessibleName("Điều cần xem lại của biểu")
        self.findings.itemActivated.connect(self._open_finding)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_chosen)

    # what the page asks

    def take_focus(self) -> None:
        """Let the keys of the part work."""
        self.list.setFocus()

    def lock(self, locked: bool) -> None:
        """Let nothing be typed, or let it again."""
        self._locked = locked
        self._show_form()

    def show_period(self, period: Period) -> None:
        """Show the forms that are drawn up for such a period."""
        self._period = period
        self._desk.runner.run(partial(self._services.forms.models, period), partial(self._show, period))

    def menu_actions(self) -> list[QAction | None]:
        """Everything that can be done here, None between the groups."""
        return [self.open_list, None, self.preview, self.excel, self.all, None, self.own, self.again]

    def choose(self, code: str) -> None:
        """Put a form in front."""
        codes = [choice.model.code for choice in self._choices]
        if code in codes:
            self.list.setCurrentRow(codes.index(code))

    # showing

    def _lay_out(self) -> None:
        self._right = HighEnough()
        inside = QVBoxLayout(self._right)
        inside.setContentsMargins(theme.SPACE_M, theme.SPACE_S, 0, 0)
        inside.setSpacing(theme.SPACE_XS)
        inside.addWidget(self.title)  # a form has a long one: beside the buttons it would be a column of single words
        inside.addWidget(self.basis)
        deeds = (self.open_list, self.preview, self.excel, self.all)
        inside.addLayout(flow(*map(tool_button, deeds), spacing=theme.SPACE_XS))
        inside.addWidget(self.findings)
        self._place = QVBoxLayout()
        inside.addLayout(self._place, stretch=1)
        self._empty = EmptyState(
            "info",
            "Kỳ này không có biểu mẫu",
            "Biểu thống kê 0601.N – 0605.N và các bảng tổng hợp lập theo năm. Hãy chọn kỳ “Cả năm” ở trên.",
            (Offer("Chọn kỳ khác", self._desk.ask_period),),
        )
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self._right)
        split.setStretchFactor(1, 1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        self._split = split
        frame.addWidget(split)
        frame.addWidget(self._empty)
        self._empty.hide()

    def _show(self, period: Period, choices: tuple[Choice, ...]) -> None:
        if period != self._period:
            return  # another one was chosen meanwhile
        self._choices = choices
        self._split.setVisible(bool(choices))
        self._empty.setVisible(not choices)
        kept = self._desk.preferences.text(_KEPT)
        self.list.blockSignals(True)
        self.list.clear()
        for choice in choices:
            item = QListWidgetItem(_called(choice))
            item.setData(_CODE, choice.model.code)
            item.setToolTip(forms.basis_note(choice))
            self.list.addItem(item)
        codes = [choice.model.code for choice in choices]
        self.list.setCurrentRow((codes.index(kept) if kept in codes else 0) if codes else -1)
        self.list.blockSignals(False)
        for trouble in self._services.forms.troubles:
            self._desk.feedback.trouble(trouble)
        self._fill()

    def _on_chosen(self, at: int) -> None:
        if 0 <= at < len(self._choices):
            self._desk.preferences.set_text(_KEPT, self._choices[at].model.code)
        self._fill()

    def _fill(self) -> None:
        code, period = self._code(), self._period
        if code is not None and period is not None:
            work = partial(self._services.forms.fill, code, period)
            self._desk.runner.run(work, self._on_filled, label="Đang lập biểu…")

    def _on_filled(self, form: FilledForm) -> None:
        if form.model.code != self._code() or form.period != self._period:
            return
        same = self.form is not None and self.form.columns == form.columns and self.form.choice == form.choice
        self.form = form
        if same and self.grid is not None:
            self.grid.set_rows(lines_of(form))
            self._show_words()
        else:
            self._show_form()

    def _show_form(self) -> None:
        if self.form is None:
            return
        if self.grid is not None:
            self._place.removeWidget(self.grid)
            self.grid.hide()
            self.grid.deleteLater()
        form = self.form
        model = TableModel[FilledRow](columns_of(form), lambda line: line.at, parent=self)
        model.edited.connect(self._on_typed)
        model.refused.connect(self._desk.feedback.trouble)
        self.grid = Grid(model, name=f"reports.form.{form.model.code}", preferences=self._desk.preferences)
        self.grid.setAccessibleName(f"Biểu {form.model.code}")
        model.editable = not (self._locked or self._services.read_only)
        self.grid.setSortingEnabled(False)  # "trong đó" belongs below its row
        self.grid.set_rows(lines_of(form))
        self.grid.opened.connect(lambda _line: self._open_list())
        self._place.addWidget(self.grid)
        self._show_words()

    def _show_words(self) -> None:
        form = self.form
        if form is None:
            return
        self.title.setText(f"{form.model.title.capitalize()} – {statistics.period(form.period)}")
        said = (form.model.basis.citation, forms.validity(form.model), form.model.receiving)
        self.basis.setText(" · ".join(filter(None, said)))
        self.findings.clear()
        for finding in form.findings:
            asked = str(finding.params.get("question", ""))
            item = QListWidgetItem(f"{messages.finding(finding)}{_OPENS if asked else ''}")
            item.setData(_CODE, asked)
            if finding.severity is not Severity.INFO:
                tint(item, Tone.WARNING)
            self.findings.addItem(item)
        self.findings.setVisible(bool(form.findings))
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not agree takes the room that it needs, up to a limit."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        wanted = self.findings.lines_height(self.findings.viewport().width()) + 2 * self.findings.frameWidth() + 2
        self.findings.setFixedHeight(min(_FINDINGS_HEIGHT, self.height() // 4, wanted))
        if self.grid is not None:  # titles of many lines leave room for rows: else the page is scrolled
            titles = self.grid.horizontalHeader().sizeHint().height()
            self.grid.setMinimumHeight(titles + _ROWS_IN_SIGHT * theme.ROW_HEIGHT)

    # doing

    def _open_finding(self, item: QListWidgetItem) -> None:
        """Show those of whom nobody knows where in the form they belong."""
        asked = item.data(_CODE)
        if asked:
            self._desk.open_question(parse(asked))

    def _code(self) -> str | None:
        at = self.list.currentRow()
        return self._choices[at].model.code if 0 <= at < len(self._choices) else None

    def cell(self) -> Cell | None:
        """The cell at the cursor; None in the words of a row."""
        line = self.grid.current() if self.grid is not None else None
        if self.grid is None or line is None:
            return None
        at = self.grid.currentIndex().column() - 2
        return line.cells[at] if 0 <= at < len(line.cells) else None

    def _open_list(self) -> None:
        cell = self.cell()
        if cell is None or cell.question is None or cell.value is None:
            self._desk.feedback.say("Chọn một ô do chương trình đếm để mở danh sách của ô ấy.", tone=Tone.INFO)
            return
        self._desk.open_question(cell.question)

    def _on_typed(self, lines: list[FilledRow]) -> None:
        form = self.form
        values = typed_values(form, lines) if form is not None else {}
        if form is not None and values:
            work = partial(self._services.hand_figures.set, form.model.code, form.period, values)
            self._desk.change(work, "", lambda _changes: self._fill(), failed=self._on_refused)

    def _on_refused(self, trouble: AppError) -> None:
        if self.form is not None and self.grid is not None:
            self.grid.set_rows(lines_of(self.form))
        self._desk.feedback.trouble(trouble)

    def _give(self, format: Format) -> None:
        code, period = self._code(), self._period
        if code is not None and period is not None:
            name = forms.file_stem(code, statistics.period(period))
            self._desk.give(name, partial(self._services.forms.write, code, period), format)

    def _write_all(self) -> None:
        period = self._period
        if period is None:
            return
        year = period.year

        def chosen(place: Path) -> None:
            target = place / f"Biểu thống kê năm {year}"
            work = partial(self._services.forms.write_all, year, target)

            def done(written: tuple[Path, ...]) -> None:
                offers = folder_made(self._desk.feedback, target)
                self._desk.feedback.say(f"Đã ghi {len(written)} tệp vào {target}.", offers=offers)

            self._desk.runner.run(work, done, self._desk.feedback.trouble, label="Đang lập các biểu…")

        start = self._desk.proposed("bieu", "").parent
        self._desk.feedback.choose_folder("Chọn nơi ghi các biểu", start, chosen)

    def _start_own(self) -> None:
        self._desk.runner.run(self._services.forms.start_own, self._desk.feedback.open_file)

    def _reload(self) -> None:
        self._services.forms.reload()
        if self._period is not None:
            self.show_period(self._period)


def _called(choice: Choice) -> str:
    """``0602.N/BNV-TĐKT: Số lượng khen thưởng …``, with what is to be known of the model in words below it."""
    model = choice.model
    said = [_SUBSTITUTES[choice.substitute]] if choice.substitute is not None else []
    said += ["Mẫu riêng của cơ quan"] if model.office else []
    note = f"\n({'; '.join(said)})" if said else ""
    return f"{model.number or model.code}: {model.title.capitalize()}{note}"
