"""What does not agree in a report that was edited by hand: each place with both numbers."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractItemView, QDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import sort_key
from thidua_desktop.services.narratives import Checked, Disagreement, NarrativeService
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.feedback import Banner, Feedback, WindowFeedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, action, button, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.wording import figure_check, statistics

_SIZE = (1100, 600)

Line = tuple[int, Disagreement]
"""A place in the file's order."""

_COLUMNS: tuple[Column[Line], ...] = (
    Column[Line](
        "place",
        "Chỗ",
        lambda one: figure_check.place(one[1].place, one[1].where),
        110,
        wrap=True,
        sort_key=lambda one: one[0],
    ),
    Column[Line]("said", "Câu, ô của báo cáo", lambda one: one[1].said, 230, wrap=True),
    Column[Line](
        "value",
        "Đang ghi",
        lambda one: figure_check.shown(one[1], one[1].value),
        84,
        align=RIGHT,
        sort_key=lambda one: one[1].value,
    ),
    Column[Line](
        "right",
        "Đối chiếu ra",
        lambda one: figure_check.shown(one[1], one[1].right),
        96,
        align=RIGHT,
        sort_key=lambda one: one[1].right,
    ),
    Column[Line]("kind", "Loại", lambda one: figure_check.KINDS[one[1].kind], 140, wrap=True, by_choice=True),
    Column[Line](
        "why",
        "Vì sao",
        lambda one: figure_check.reason(one[1]),
        240,
        stretch=True,
        wrap=True,
        sort_key=lambda one: sort_key(one[1].said),
    ),
)


class CheckWindow(QDialog):
    """Lists them; the file can be opened, mended and checked again with the window staying where it is."""

    def __init__(
        self,
        checked: Checked,
        path: Path,
        year: int,
        held: NarrativeService,
        runner: Runner,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``year`` is that of a period which the title of the file names without its year."""
        super().__init__(parent)
        self._path, self._year, self._held, self._runner = path, year, held, runner
        self.setWindowTitle(f"Kiểm tra số liệu: {path.name}")
        room = (parent.window().width() - 40, parent.window().height() - 60) if parent is not None else _SIZE
        self.resize(min(_SIZE[0], room[0]), min(_SIZE[1], room[1]))
        WindowPlace(self, preferences, "check")
        self.banner = Banner()
        self._feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.model = TableModel[Line](_COLUMNS, lambda one: one, parent=self)
        self.grid = Grid(self.model, name="reports.check", preferences=preferences)
        self.grid.setAccessibleName("Những chỗ lệch số liệu")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.told, self.against = label("", "strong", wrap=True), label("", "small", wrap=True)
        self.open_action = action(self, "Mở tệp để sửa", "open", "Ctrl+M", self._open)
        self.again = action(self, "Kiểm tra lại", "redo", "F5", self._again)
        self.copy_list = action(self, "Sao chép danh sách", "copy", "Ctrl+Shift+C", self._copy)
        self.closing = button("Đóng")
        self.closing.setAutoDefault(False)
        self.closing.clicked.connect(self.reject)
        self._lay_out()
        self.show_checked(checked)

    def _lay_out(self) -> None:
        self.places = QStackedWidget()
        self.empty = EmptyState(
            "check",
            "Không thấy chỗ nào lệch",
            "Các số trong lời văn, bảng và phụ lục của tệp khớp nhau. Sửa tệp xong, bấm Kiểm tra lại (F5).",
        )
        self.places.addWidget(self.grid)
        self.places.addWidget(self.empty)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        for part in (self.told, self.against):
            frame.addWidget(part)
        frame.addWidget(self.places, stretch=1)
        frame.addLayout(row(*map(tool_button, (self.open_action, self.again, self.copy_list)), 0, self.closing))
        self.banner.lie_over(self.places)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(lambda _at: self.context_menu().popup(QCursor.pos()))
        self.grid.opened.connect(lambda _one: self._open())

    def context_menu(self) -> QMenu:
        """What can be done with the file and the list."""
        menu = QMenu(self)
        menu.addActions([self.open_action, self.again, self.copy_list])
        menu.addSeparator()
        menu.addMenu(self.grid.table_menu())
        return menu

    def show_checked(self, checked: Checked) -> None:
        """Show what was found."""
        self.told.setText(figure_check.total(len(checked.disagreements), checked.numbers))
        if checked.period is None:
            said = "Không nhận ra kỳ báo cáo trong tên của báo cáo: chỉ đối chiếu các số trong tệp với nhau."
        else:
            said = f"Đã đối chiếu trong tệp và với số liệu hiện nay của kỳ: {statistics.period(checked.period)}."
        self.against.setText(said)
        self.grid.set_rows(tuple(enumerate(checked.disagreements)))
        self.places.setCurrentWidget(self.grid if checked.disagreements else self.empty)
        self.copy_list.setEnabled(bool(checked.disagreements))
        if checked.disagreements:
            self.grid.setFocus()

    def _open(self) -> None:
        self._feedback.open_file(self._path)

    def _again(self) -> None:
        work = partial(self._held.check_file, self._path, year=self._year)
        self._runner.run(work, self._on_checked, self._feedback.trouble, label="Đang kiểm tra số liệu…")

    def _on_checked(self, checked: Checked) -> None:
        self.show_checked(checked)
        self._feedback.say("Đã kiểm tra lại tệp.")

    def _copy(self) -> None:
        self.grid.selectAll()
        self.grid.copy_with_titles()
        self._feedback.say(f"Đã chép {self.grid.proxy.shown()} dòng, cùng tên cột.")
