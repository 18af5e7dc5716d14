"""Báo cáo sơ kết, tổng kết: the report in words of a period, read in the window, each number leading to its list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QListWidgetItem, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import Cancelled
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.narrative.model import Narrative, Number
from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.periods import Period, PeriodKind
from thidua_desktop.services.narratives import Checked, Disagreement
from thidua_desktop.services.reporting import Format
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.widgets import ElidedLabel, EmptyState, action, label, row, tool_button
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.ui.reports.behind import behind_tasks
from thidua_desktop.ui.reports.check_window import CheckWindow
from thidua_desktop.ui.reports.desk import ReportDesk
from thidua_desktop.ui.reports.review_paper import Paper, paper_of
from thidua_desktop.ui.reports.review_text import ReviewText
from thidua_desktop.ui.reports.stopped import stopped
from thidua_desktop.wording import figure_check, messages, statistics

_ANCHOR = int(Qt.ItemDataRole.UserRole)
_SIDE_WIDTH = 330
_CHECKED_FILES = "Báo cáo (*.docx *.pdf *.xlsx *.txt)"
_ANY_FILE = "Tệp báo cáo (*.docx *.pdf *.xlsx *.doc *.xls);;Mọi tệp (*)"
_FOLDER = "export"
_KINDS = {
    PeriodKind.HALF: "half_year",
    PeriodKind.NINE_MONTHS: "nine_months",
    PeriodKind.YEAR: "year",
}
"""What the archive calls the report of a period."""
_ALL_WELL = "Các số trong lời văn, bảng và phụ lục của báo cáo khớp nhau."
_HINT = "Bấm vào một số (hoặc Tab tới số rồi Enter) để mở danh sách đứng sau số ấy."


@dataclass(frozen=True, slots=True)
class _Read:
    """A report with what goes around it."""

    narrative: Narrative
    names: Names
    office: str


class ReviewsPane(QWidget):
    """The report at the left, at the right what has to be done before it goes out."""

    def __init__(self, desk: ReportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._services = desk, desk.services
        self._period: Period | None = None
        self._names = Names()
        self.narrative: Narrative | None = None
        """The report in front."""
        self.paper = Paper()
        self.check_window: CheckWindow | None = None
        """The window that listed the disagreements of a file last."""
        self._office = ""
        self.text = ReviewText()
        self.text.recolored.connect(lambda: self._write(self.text.verticalScrollBar().value()))
        self.text.setAccessibleName("Nội dung báo cáo")
        self.text.document().setDocumentMargin(theme.SPACE_XL)
        self.todo = WrappingList()
        self.todo.setAccessibleName("Việc cần làm trước khi gửi báo cáo")
        self.title, self.hint = label("", "title", wrap=True), ElidedLabel("small")
        self.hint.setText(_HINT)
        self.counted = label("", "strong", wrap=True)
        self._make_deeds()
        self._lay_out()
        self.text.anchorClicked.connect(self._on_link)
        self.text.highlighted.connect(self._on_pointed)
        self.text.stepped.connect(self._on_pointed)
        self.todo.itemActivated.connect(self._go_to)
        self.todo.itemClicked.connect(self._go_to)

    def _make_deeds(self) -> None:
        self.open_list = action(self, "Mở danh sách của số", "list", "Ctrl+M", self._open_current)
        self.preview = action(self, "Xem và in", "print", "Ctrl+P", partial(self._give, Format.PDF))
        self.word = action(self, "Ra Word…", "export", "Ctrl+Shift+P", partial(self._give, Format.DOCX))
        self.excel = action(self, "Ra Excel…", "excel", "Ctrl+Shift+E", partial(self._give, Format.XLSX))
        self.check_file = action(
            self, "Kiểm tra số liệu một tệp báo cáo…", "check", "Ctrl+Shift+K", self._choose_checked
        )
        self.send = action(self, "Lưu vào báo cáo đã gửi…", "export", "Ctrl+Shift+D", self._choose_sent)
        self.texts = action(self, "Sửa lời văn báo cáo", "open", "Ctrl+Alt+M", self._open_texts)
        self.again = action(self, "Lập lại báo cáo", "redo", "F5", self._reload)
        self.next_gap = action(self, "Đến việc cần làm", "down", "F8", self._to_todo)

    def _lay_out(self) -> None:
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(theme.SPACE_M, 0, 0, 0)
        beside.setSpacing(theme.SPACE_XS)
        beside.addWidget(self.counted)
        beside.addWidget(self.todo, stretch=1)
        beside.addWidget(self._left_button(self.check_file))
        beside.addWidget(self._left_button(self.send))
        side.setMinimumWidth(_SIDE_WIDTH)
        self.split = QSplitter()
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.text)
        self.split.addWidget(side)
        self.split.setStretchFactor(0, 1)
        self._empty = EmptyState(
            "warning",
            "Chưa lập được báo cáo",
            "Lời văn báo cáo của cơ quan chưa đọc được. Mở tệp lời văn, sửa chỗ đã nêu trong thông báo rồi lập lại.",
            (Offer("Sửa lời văn báo cáo", self._open_texts), Offer("Lập lại báo cáo", self._reload)),
        )
        self.places = QStackedWidget()
        self.places.addWidget(self.split)
        self._stopped = stopped(self._reload)
        for state in (self._empty, self._stopped):
            self.places.addWidget(state)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_M, theme.SPACE_S, 0, 0)
        frame.setSpacing(theme.SPACE_XS)
        deeds = (self.open_list, self.preview, self.word, self.excel)
        head = row(self.title, *map(tool_button, deeds), spacing=theme.SPACE_XS)
        head.setStretch(0, 1)
        frame.addLayout(head)
        frame.addWidget(self.hint)
        frame.addWidget(self.places, stretch=1)

    @staticmethod
    def _left_button(deed: QAction) -> QWidget:
        holder = QWidget()
        line = row(tool_button(deed), 0)
        holder.setLayout(line)
        return holder

    # what the page asks

    def take_focus(self) -> None:
        """Let the keys of the part work."""
        self.text.setFocus()

    def lock(self, locked: bool) -> None:
        """Nothing of a year is changed here; a report of a closed year can be sent late."""

    def show_period(self, period: Period) -> None:
        """Show the report of a period."""
        self._period = period
        work = partial(self._read, period)
        failed = partial(self._on_failed, period)
        self._desk.runner.run(work, partial(self._show, period), failed, label="Đang lập báo cáo…")

    def menu_actions(self) -> list[QAction | None]:
        """Everything that can be done here, None between the groups."""
        output: list[QAction | None] = [self.preview, self.word, self.excel]
        return [
            *(self.open_list, self.next_gap, None, *output, None),
            *(self.check_file, self.send, None, self.texts, self.again),
        ]

    def list_shown(self) -> QWidget | None:
        """The list that was opened last."""
        return self._desk.behind

    # showing

    def _read(self, period: Period) -> _Read:
        narrative = self._services.narratives.build(period)
        names = self._services.statistics.facts(period, ()).names
        return _Read(narrative, names, self._services.office.get().name)

    def _on_failed(self, period: Period, trouble: AppError) -> None:
        if period == self._period:
            self.places.setCurrentWidget(self._stopped if isinstance(trouble, Cancelled) else self._empty)
            self._allow(there=False)
        self._desk.feedback.trouble(trouble)

    def _show(self, period: Period, found: _Read) -> None:
        if period != self._period:
            return  # another one was chosen meanwhile
        place = self.text.verticalScrollBar().value() if self.narrative is not None else 0
        self.narrative, self._names, self._office = found.narrative, found.names, found.office
        self.title.setText(f"Báo cáo – {statistics.period(period)}")
        self._write(place)
        self.places.setCurrentWidget(self.split)
        self._allow(there=True)
        self._show_todo(())
        self._desk.runner.run_aside(
            partial(self._services.narratives.check, period), partial(self._on_checked_itself, period)
        )

    def _write(self, place: int) -> None:
        """Write the document, and show it from a place on."""
        if self.narrative is not None:
            self.paper = paper_of(self.narrative, self._office)
            self.text.setHtml(self.paper.html)
            self.text.verticalScrollBar().setValue(place)

    def _allow(self, *, there: bool) -> None:
        for deed in (self.open_list, self.preview, self.word, self.excel, self.next_gap):
            deed.setEnabled(there)
        self.hint.setVisible(there)
        self.send.setEnabled(not self._services.read_only)

    def _on_checked_itself(self, period: Period, wrong: tuple[Disagreement, ...]) -> None:
        if period == self._period:
            self._show_todo(wrong, checked=True)

    def _show_todo(self, wrong: tuple[Disagreement, ...], *, checked: bool = False) -> None:
        """What does not agree first, then what nobody knows, then what is to be written."""
        findings = self.narrative.findings if self.narrative is not None else ()
        at = self.todo.currentRow()
        self.todo.clear()
        for each in wrong:
            self._add(f"Lệch số – {figure_check.sentence(each)}")
        for finding in sorted(findings, key=_is_gap):
            what = str(finding.params.get("what", ""))
            self._add(messages.finding(finding), self.paper.gap(what) if _is_gap(finding) else None)
        waits = self.todo.count()
        if checked and not wrong:
            self._add(_ALL_WELL)
        self.counted.setText(f"Còn {waits} việc trước khi gửi" if waits else "Không còn việc nào trước khi gửi")
        self.todo.setCurrentRow(min(max(at, 0), self.todo.count() - 1))

    def _add(self, text: str, anchor: str | None = None) -> None:
        item = QListWidgetItem(text)
        item.setData(_ANCHOR, anchor)
        self.todo.addItem(item)

    def _go_to(self, item: QListWidgetItem) -> None:
        anchor = item.data(_ANCHOR)
        if anchor:
            self.text.scrollToAnchor(anchor)

    def _to_todo(self) -> None:
        self.todo.setFocus()

    # numbers

    def _on_link(self, url: QUrl) -> None:
        number = self.paper.number(url.toString())
        if number is not None:
            self._open_number(number)

    def _on_pointed(self, url: QUrl) -> None:
        """Say what the number below the pointer, or with the focus, counts."""
        number = self.paper.number(url.toString())
        said = [statistics.question(each, self._names) for each in number.questions] if number is not None else []
        if number is not None and number.tasks:
            said.append("Nhiệm vụ của kế hoạch")
        self.hint.setText(f"{number.text}: {'; so với: '.join(said)}" if number is not None and said else _HINT)

    def _open_current(self) -> None:
        """Open the list of the link with the focus; Tab goes from one to the next."""
        number = self.paper.number(self.text.link())
        if number is None and self.paper.numbers:
            self._desk.feedback.say(_HINT, tone=theme.Tone.INFO)
        elif number is not None:
            self._open_number(number)

    def _open_number(self, number: Number) -> None:
        if number.tasks and not number.questions:
            behind = behind_tasks(self._services.statistics, number.tasks, "Nhiệm vụ của kế hoạch")
            self._desk.open_list(behind, self._names)
        elif len(number.questions) == 1:
            self._desk.open_question(number.questions[0])
        elif number.questions:
            menu = self.lists_of(number)
            menu.popup(self._below_cursor())

    def lists_of(self, number: Number) -> QMenu:
        """The lists of a share or a change: its part and its whole, now and before."""
        menu = QMenu(self)
        for question in number.questions:
            said = f"Mở danh sách: {statistics.question(question, self._names)}"
            menu.addAction(said, partial(self._desk.open_question, question))
        menu.setActiveAction(menu.actions()[0])
        return menu

    def _below_cursor(self) -> QPoint:
        if self.text.underMouse():
            return QCursor.pos()
        return self.text.viewport().mapToGlobal(self.text.cursorRect().bottomLeft())

    # papers

    def _give(self, format: Format) -> None:
        if self._period is not None:
            name = f"Báo cáo thi đua, khen thưởng {statistics.period(self._period).replace('Năm', 'năm')}"
            self._desk.give(name, partial(self._services.narratives.write, self._period), format)

    def _choose_checked(self) -> None:
        folder = self._desk.preferences.folder(_FOLDER)
        self._desk.feedback.choose_file("Chọn tệp báo cáo cần kiểm tra", _CHECKED_FILES, folder, self.check)

    def check(self, path: Path) -> None:
        """Hold a file, also one edited by hand, against itself and against the figures of today."""
        year = self._period.year if self._period is not None else self._services.today().year
        work = partial(self._services.narratives.check_file, path, year=year)
        self._desk.runner.run(work, partial(self._show_checked, path, year), label="Đang kiểm tra số liệu…")

    def _show_checked(self, path: Path, year: int, checked: Checked) -> None:
        self.check_window = CheckWindow(
            *(checked, path, year, self._services.narratives, self._desk.runner),
            preferences=self._desk.preferences,
            parent=self._desk.parent_widget(),
        )
        self.check_window.show()

    def _choose_sent(self) -> None:
        if not self._services.read_only:
            folder = self._desk.preferences.folder(_FOLDER)
            self._desk.feedback.choose_file("Chọn tệp báo cáo đã gửi đi", _ANY_FILE, folder, self.keep)

    def keep(self, path: Path) -> None:
        """Put the file that was sent into the archive, with what is known of it."""
        period, windows, narrative = self._period, self._desk.windows, self.narrative
        if period is None or windows is None:
            return
        lines = narrative.title if narrative is not None else ()
        title = f"Báo cáo {' '.join(lines)[:1].lower()}{' '.join(lines)[1:]}" if lines else ""
        windows.archive().keep_file(path, title=title, kind=_KINDS.get(period.kind, "other"), period=period)

    def _open_texts(self) -> None:
        self._desk.runner.run(self._services.narratives.own_texts, self._desk.feedback.open_file)

    def _reload(self) -> None:
        if self._period is not None:
            self.show_period(self._period)


def _is_gap(finding: Finding) -> bool:
    return finding.code == "narrative.to_fill"
