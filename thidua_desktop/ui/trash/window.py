"""The window "Thùng rác": everything that was thrown away, to be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.services.container import Services
from thidua_desktop.services.trash import Trashed
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import CENTER, Column
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.feedback import Banner, Feedback, WindowFeedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import EmptyState, button, label, row
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import formats, labels

_FIRST_SIZE = (1040, 600)
_MEMBERS = {Kind.PLAN: "nhiệm vụ", Kind.ROUND: "đề nghị", Kind.RECIPIENT: "mục khen thưởng"}


def name_of(item: Trashed) -> str:
    """The record's name, with what comes back together with it."""
    return f"{item.name} (cùng {item.members} {_MEMBERS[item.kind]})" if item.members else item.name


COLUMNS: tuple[Column[Trashed], ...] = (
    Column[Trashed]("kind", "Loại", lambda item: labels.of(item.kind), 150),
    Column[Trashed]("name", "Tên, nội dung", name_of, 320, stretch=True, wrap=True),
    Column[Trashed]("within", "Thuộc", lambda item: item.within, 220, wrap=True),
    Column[Trashed]("year", "Năm", lambda item: str(item.year or ""), 60, align=CENTER),
    Column[Trashed](
        "when", "Bỏ lúc", lambda item: formats.moment(item.deleted_at), 150, sort_key=lambda item: item.deleted_at
    ),
)


class TrashWindow(QDialog):
    """Lists what lies in the trash; several lines are taken back in one step."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._runner, self._navigation = services, runner, navigation
        self.banner = Banner()
        self._feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.setWindowTitle("Thùng rác")
        self.resize(*_FIRST_SIZE)
        WindowPlace(self, preferences, "trash")
        self.search = SearchField("Tìm trong thùng rác")
        self.search.setMaximumWidth(300)
        self.model = TableModel[Trashed](COLUMNS, lambda item: (item.kind, item.id), parent=self)
        self.grid = Grid(self.model, name="trash", preferences=preferences)
        self.grid.setAccessibleName("Những gì đã bỏ vào thùng rác")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._make_buttons()
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the trash anew."""
        self._runner.run(self._services.trash.all, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """What was thrown away while it was closed is read now."""
        super().showEvent(event)
        self.reload()
        self.grid.setFocus()

    # making

    def _make_buttons(self) -> None:
        self.back = button("Lấy lại", "restore", role="primary")
        self.back.setToolTip("Đưa các dòng đang chọn về chỗ cũ (Ctrl+Enter)")
        self.every = button("Chọn tất cả")
        self.past = button("Lịch sử…", "history")
        self.closing = button("Đóng")
        for made in (self.back, self.every, self.past, self.closing):
            made.setAutoDefault(False)

    def _lay_out(self) -> None:
        self._count = label("", "muted")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(
            EmptyState(
                "trash",
                "Thùng rác trống",
                "Kế hoạch, nhiệm vụ, đợt xét, đề nghị đã xóa được giữ ở đây và lấy lại được bất cứ lúc nào.",
            )
        )
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addLayout(row(label("Thùng rác", "title"), self._count, 0, self.search))
        frame.addWidget(self.pages, stretch=1)
        frame.addLayout(row(self.back, self.every, self.past, 0, self.closing))
        self.banner.lie_over(self.pages)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.grid.unfilter_wanted.connect(self.search.clear)
        self.search.returnPressed.connect(self.grid.setFocus)
        self.grid.selection_changed.connect(self._on_selection_changed)
        self.grid.opened.connect(lambda _item: self.restore())
        self.back.clicked.connect(self.restore)
        self.every.clicked.connect(self.grid.selectAll)
        self.past.clicked.connect(self._open_history)
        self.closing.clicked.connect(self.reject)
        self._navigation.changes_made.connect(self._on_changes_made)

    # deeds

    def restore(self) -> None:
        """Take the selected records back."""
        items = self.grid.selected()
        if items and self.back.isEnabled():
            work = partial(self._services.trash.restore, items)
            self._runner.run(work, partial(self._on_restored, items), self._feedback.trouble)

    def _on_restored(self, items: Sequence[Trashed], changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        what = f"{labels.of(items[0].kind).lower()} “{items[0].name}”" if len(items) == 1 else f"{len(items)} mục"
        self._feedback.say(f"Đã lấy lại {what}.")

    def _open_history(self) -> None:
        item = self.grid.current()
        if item is not None:
            self._navigation.history_requested.emit(item.kind.value, item.id)

    # showing

    def _show(self, items: tuple[Trashed, ...]) -> None:
        self.grid.set_rows(items)
        self.pages.setCurrentIndex(0 if items else 1)
        self._count.setText(f"{len(items)} mục" if items else "")
        self._on_selection_changed()

    def _on_searched(self, text: str) -> None:
        self.grid.proxy.set_query(text)
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        count = len(self.grid.selected())
        self.back.setText(f"Lấy lại {count} mục" if count > 1 else "Lấy lại")
        self.back.setEnabled(count > 0 and not self._services.read_only)
        self.past.setEnabled(self.grid.current() is not None)
        self.every.setEnabled(self.grid.proxy.rowCount() > 0)

    def _on_changes_made(self, _changes: Changes) -> None:
        if self.isVisible():
            self.reload()
