"""What the windows of the data of reports have in common: a year, one way to change the file, one to look again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form, delete_when_closed
from thidua_desktop.ui.common.editors import NumberEdit
from thidua_desktop.ui.common.feedback import Banner, Feedback, WindowFeedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import ElidedLabel, EmptyState, action, button, label, row
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.undoable import Undoable

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_SIZE = (1280, 680)

GRID, EMPTY = range(2)


class DataWindow(QDialog):
    """A window beside the main one: a year above, a grid or what to do first, the deeds between them."""

    year_changed = Signal(int)
    title = ""
    """What the window is called."""

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
        self.services, self.runner, self.navigation, self.preferences = services, runner, navigation, preferences
        self.banner = Banner()
        self.feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self._undoable = Undoable(services, runner, navigation, self.feedback)
        self._kinds: frozenset[Kind] = frozenset()
        self.dialog: Form | None = None
        """The dialog opened last."""
        self.may_change = not services.read_only
        """Whether the year in front takes changes: neither the file nor its books are closed."""
        self.setWindowTitle(self.title)
        room = (parent.window().width() - 40, parent.window().height() - 60) if parent is not None else _SIZE
        self.resize(min(_SIZE[0], room[0]), min(_SIZE[1], room[1]))
        WindowPlace(self, preferences, type(self).__name__)
        self.year_field = NumberEdit(services.today().year, low=_FIRST_YEAR, high=_LAST_YEAR)
        self.year_field.setAccessibleName("Năm")
        self.year_field.setFixedWidth(70)
        self.year_field.setToolTip("Gõ năm, hoặc bấm phím mũi tên lên, xuống")
        self.year_field.value_changed.connect(self._on_year_changed)
        self.told = ElidedLabel("muted")
        self.pages = QStackedWidget()
        self.closing = button("Đóng")
        self.closing.setAutoDefault(False)
        self.closing.clicked.connect(self.reject)
        if not services.read_only:
            action(self, "Hoàn tác", "", "Ctrl+Z", self._undo)

    # what a window of its own says

    def reload(self) -> None:
        """Look again at what the file holds."""
        raise NotImplementedError

    def lay_out(self, kinds: frozenset[Kind], grid: QWidget, empty: EmptyState, *parts: QWidget | QLayout) -> None:
        """Put the window together: title and year, ``parts``, the grid or the empty state, the sentence below."""
        self._kinds = kinds
        for page in (grid, empty):
            self.pages.addWidget(page)
        year = label("&Năm")
        year.setBuddy(self.year_field)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addLayout(row(label(self.windowTitle(), "title"), 0, year, self.year_field))
        for part in parts:
            if isinstance(part, QLayout):
                frame.addLayout(part)
            else:
                frame.addWidget(part)
        frame.addWidget(self.pages, stretch=1)
        foot = row(self.told, self.closing)
        foot.setStretch(0, 1)
        frame.addLayout(foot)
        self.banner.lie_over(self.pages)
        self.navigation.changes_made.connect(self._on_changes)

    # what the deeds use

    def year(self) -> int:
        """The year in front."""
        return self.year_field.value()

    def show_year(self, year: int) -> None:
        """Put a year in front."""
        self.year_field.set_value(year)

    def look_whether_closed(self) -> str:
        """See whether the books of the year in front are closed; what to tell then, else no words."""
        closed = self.year() in self.services.years.closed()
        self.may_change = not (closed or self.services.read_only)
        return f" Năm {self.year()} đã khóa sổ nên chỉ xem." if closed else ""

    def change(
        self,
        work: Callable[[], Changes],
        text: str = "",
        then: Callable[[Changes], None] | None = None,
        failed: Callable[[AppError], None] | None = None,
    ) -> None:
        """Do one operation, tell it with the offer to take it back."""
        self._undoable.do(work, text, then=then, failed=failed)

    def ask(self, dialog: Form) -> None:
        """Open a dialog that says itself what is to be done."""
        self.dialog = dialog
        delete_when_closed(dialog, self.runner)
        dialog.open()

    def deed(self, text: str, icon: str, key: str, do: Callable[[], object]) -> QAction:
        """An action of the window with its key."""
        return action(self, text, icon, key, do)

    def showEvent(self, event: QShowEvent) -> None:
        """What was changed while it was closed is read now."""
        super().showEvent(event)
        self.reload()

    def _on_year_changed(self, year: int) -> None:
        self.reload()
        self.year_changed.emit(year)

    def _on_changes(self, changes: Changes) -> None:
        if self.isVisible() and changes.touched & self._kinds:
            self.reload()

    def _undo(self) -> None:
        def done(changes: Changes) -> None:
            self.navigation.changes_made.emit(changes)
            self.feedback.say("Đã hoàn tác.")

        self.runner.run(partial(self.services.undo.undo), done, self.feedback.trouble, label="Đang hoàn tác…")
