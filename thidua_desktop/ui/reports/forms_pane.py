"""Biểu mẫu: statutory and provincial forms of a period, filled in; what the program cannot count is typed here."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QSplitter, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.forms.choosing import Choice
from thidua_desktop.domain.forms.filling import Cell, FilledForm
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.services.forms import Format
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import EmptyState, action, label, row, tool_button
from thidua_desktop.ui.reports.desk import ReportDesk
from thidua_desktop.ui.reports.form_grid import FilledRow, columns_of, lines_of, typed_values
from thidua_desktop.wording import forms, messages, statistics

_KEPT = "reports/form"
_CODE = int(Qt.ItemDataRole.UserRole)
_LIST_WIDTH, _FINDINGS_HEIGHT = 300, 92


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
        self.list = QListWidget()
        self.list.setAccessibleName("Các biểu mẫu của kỳ")
        self.list.setMinimumWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.open_list = action(self, "Mở danh sách của ô", "list", "Ctrl+M", self._open_list)
        self.preview = action(self, "Xem và in", "print", "Ctrl+P", partial(self._give, Format.PDF))
        self.excel = action(self, "Ra Excel…", "excel", "Ctrl+Shift+E", partial(self._give, Format.XLSX))
        self.all = action(self, "Ghi mọi biểu của năm…", "save", "Ctrl+Shift+G", self._write_all)
        self.own = action(self, "Biểu mẫu riêng của cơ quan…", "open", "Ctrl+Shift+B", self._start_own)
        self.again = action(self, "Đọc lại biểu mẫu riêng", "redo", "F5", self._reload)
        self.title, self.basis = label("", "title", wrap=True), label("", "small", wrap=True)
        self.findings = label("", "", wrap=True)
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
        self._scrolled = QScrollArea()
        self._scrolled.setWidgetResizable(True)
        self._scrolled.setWidget(self.findings)
        self._scrolled.setMaximumHeight(_FINDINGS_HEIGHT)
        self._scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        self.findings.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.findings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._right = QWidget()
        inside = QVBoxLayout(self._right)
        inside.setContentsMargins(theme.SPACE_M, theme.SPACE_S, 0, 0)
        inside.setSpacing(theme.SPACE_XS)
        head = row(
            self.title, *map(tool_button, (self.open_list, self.preview, self.excel, self.all)), spacing=theme.SPACE_XS
        )
        head.setStretch(0, 1)
        inside.addLayout(head)
        inside.addWidget(self.basis)
        inside.addWidget(self._scrolled)
        self._place = QVBoxLayout()
        inside.addLayout(self._place, stretch=1)
        self._empty = EmptyState(
            "info",
            "Kỳ này không có biểu mẫu",
            "Biểu thống kê 0601.N – 0605.N và các bảng tổng hợp lập theo năm. Hãy chọn kỳ “Cả năm” ở trên.",
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
            item = QListWidgetItem(f"{choice.model.number or choice.model.code}: {choice.model.title.capitalize()}")
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
            self.grid.deleteLater()
        form = self.form
        model = TableModel[FilledRow](columns_of(form), lambda line: line.at, parent=self)
        model.edited.connect(self._on_typed)
        model.refused.connect(self._desk.feedback.trouble)
        self.grid = Grid(model, name=f"reports.form.{form.model.code}", preferences=self._desk.preferences)
        self.grid.setAccessibleName(f"Biểu {form.model.code}")
        if self._locked or self._services.read_only:
            self.grid.setEditTriggers(Grid.EditTrigger.NoEditTriggers)
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
        lines = [messages.finding(finding) for finding in form.findings]
        self.findings.setText("\n".join(lines))
        worst = any(finding.severity is not Severity.INFO for finding in form.findings)
        self.findings.setStyleSheet(f"color: {theme.ink(Tone.WARNING).text}" if worst else "")
        self._scrolled.setVisible(bool(lines))

    # doing

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
                offers = (Offer("Mở thư mục", partial(self._desk.feedback.open_file, target)),)
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
