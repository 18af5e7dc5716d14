"""The menu bar: every action of the program has its place and its key here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from thidua_desktop.domain.history import Entry
from thidua_desktop.ui.common import icons
from thidua_desktop.ui.common.widgets import action
from thidua_desktop.wording import messages

if TYPE_CHECKING:
    from thidua_desktop.ui.main_window import MainWindow
    from thidua_desktop.ui.pages import Page


class Menus:
    """Builds the menus of a window and keeps their changing entries right."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._bar: QMenuBar = window.menuBar()
        self._file()
        self._edit()
        self._pages()
        self._view()
        self._help()

    def show_history(self) -> None:
        """Name the operation that would be taken back or done again."""
        undo = self._window.services.undo
        writable = not self._window.services.read_only
        done, undone = undo.next_undo(), undo.next_redo()
        self.undo_action.setEnabled(writable and done is not None)
        self.redo_action.setEnabled(writable and undone is not None)
        self.undo_action.setText(_named("Hoàn tác", done))
        self.redo_action.setText(_named("Làm lại", undone))

    def _file(self) -> None:
        window = self._window
        menu = self._bar.addMenu("&Tệp")
        menu.addAction(self._deed("Mở tệp dữ liệu…", "open", "Ctrl+O", window.files.open))
        self._recent = menu.addMenu("Mở gần đây")
        self._recent.aboutToShow.connect(self._fill_recent)
        menu.addAction(self._deed("Lưu bản sao…", "save", "Ctrl+Shift+S", window.files.save_copy))
        menu.addAction(window.packages.action)
        menu.addActions([window.keeping.backups_action, window.locking.action, window.keeping.year_action])
        menu.addSeparator()
        self.import_action = self._deed("Nhập kế hoạch từ tệp…", "import", "Ctrl+I", window.import_plan)
        self.import_action.setEnabled(not window.services.read_only)
        menu.addAction(self.import_action)
        of_lists = list(window.receiving.actions)
        menu.addActions(of_lists)
        end = menu.addSeparator()
        menu.aboutToShow.connect(partial(self._fill_file, menu, of_lists[0], end))
        menu.addAction(self._deed("Thông tin cơ quan…", "office", "Ctrl+Alt+Shift+O", window.open_office))
        menu.addAction(window.templating.action)
        menu.addSeparator()
        menu.addAction(self._deed("Thoát", "", "Ctrl+Q", window.close))

    def _fill_file(self, menu: QMenu, receiving: QAction, end: QAction) -> None:
        """What the page of the plans brings, once somebody looks: the page may not have been made before."""
        plans = self._window.plans
        if plans.receive_action in menu.actions():
            return
        menu.insertAction(receiving, plans.receive_action)
        out = QMenu("Xuất", menu)
        out.setIcon(icons.icon("export"))
        out.addActions([plans.tracker_action, plans.word_action, plans.flat_action, plans.ics_action])
        menu.insertMenu(end, out)
        menu.insertMenu(end, plans.header.print_menu)

    def _edit(self) -> None:
        window = self._window
        menu = self._bar.addMenu("&Sửa")
        self.undo_action = self._deed("Hoàn tác", "undo", "Ctrl+Z", window.undo)
        self.redo_action = self._deed("Làm lại", "redo", "Ctrl+Y", window.redo)
        menu.addActions(
            [self.undo_action, self.redo_action, window.keeping.history_action, window.keeping.trash_action]
        )
        menu.addAction(self._deed("Dừng việc đang làm", "close", "Ctrl+.", self._stop))
        menu.addSeparator()
        menu.addAction(self._deed("Tìm trong toàn bộ dữ liệu", "search", "Ctrl+K", window.focus_search))
        self.show_history()

    def _pages(self) -> None:
        self._page_menus = [self._bar.addMenu(title) for title in self._window.titles]

    def fill_page(self, number: int, page: Page) -> None:
        """Put what a new page can do into the menu of its tab."""
        page.fill_menu(self._page_menus[number])

    def show_page(self, number: int) -> None:
        """Only the menu of the tab in front can be used."""
        for at, menu in enumerate(self._page_menus):
            menu.menuAction().setVisible(at == number)

    def _view(self) -> None:
        window = self._window
        menu = self._bar.addMenu("&Xem")
        for at, title in enumerate(window.titles):
            menu.addAction(self._deed(title, "", f"Ctrl+{at + 1}", partial(window.show_page, at)))
        menu.addAction(window.reminding.list_action)
        menu.addSeparator()
        menu.addAction(self._deed("Sang vùng tiếp theo", "", "F6", partial(window.step_pane, 1)))
        menu.addAction(self._deed("Về vùng trước", "", "Shift+F6", partial(window.step_pane, -1)))
        menu.addSeparator()
        menu.addAction(self._deed("Năm trước", "left", "Alt+Left", partial(window.step_year, -1)))
        menu.addAction(self._deed("Năm sau", "right", "Alt+Right", partial(window.step_year, 1)))

    def _help(self) -> None:
        window = self._window
        menu = self._bar.addMenu("Trợ &giúp")
        menu.addActions([window.helping.action, window.helping.contents])
        begun = window.beginning
        menu.addActions([begun.steps_action, begun.start_action, begun.sample_action])
        menu.addAction(window.ruling.action)
        keys = self._deed("Phím tắt", "", "Ctrl+/", window.open_shortcuts)
        keys.setShortcuts([QKeySequence("Ctrl+/"), QKeySequence("Ctrl+F1")])
        menu.addAction(keys)
        menu.addAction(self._deed("Giới thiệu", "info", "Ctrl+Alt+Shift+G", window.open_about))

    def _stop(self) -> None:
        """Press what stops long work, while it is there to be pressed."""
        if self._window.status.stop.isVisible():
            self._window.status.stop.click()

    def _deed(self, text: str, icon: str, key: str, do: Callable[[], object]) -> QAction:
        return action(self._window, text, icon, key, do, within=False)

    def _fill_recent(self) -> None:
        window = self._window
        self._recent.clear()
        for path in window.preferences.recent_files():
            entry = self._recent.addAction(str(path))
            entry.setEnabled(path != window.services.path)
            entry.triggered.connect(lambda _checked=False, wanted=path: window.file_wanted.emit(wanted))


def _named(deed: str, entry: Entry | None) -> str:
    """The deed and what it would be done to; "&" would mark a key in a menu."""
    if entry is None:
        return deed
    return f"{deed}: {messages.operation(entry.operation, entry.params)}".replace("&", "&&")
