"""The window of the manual: contents and search at the left, the chapter at the right; it stands beside the work."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QImage, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.services.container import Services
from thidua_desktop.services.manual import Manual, picture_file
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.feedback import Banner, Feedback, WindowFeedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.printing import Printing
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.widgets import action, button, column, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.manual.browser import ManualBrowser
from thidua_desktop.ui.manual.topics import split

_SIZE = (1040, 700)
_SIDE = 300
_TYPED_MS = 150
_ZOOM, _PLACE, _SIDES = "manual/zoom", "manual", "manual.sides"
BOOK = "Sách hướng dẫn Thi Đua Desktop"
_BEING_MADE = "Đang dựng sách, mất vài giây…"
_ROLE = Qt.ItemDataRole.UserRole


class ManualWindow(QWidget):
    """The manual. It belongs to no other window, so that it can be read while a dialog is open."""

    def __init__(
        self, work: tuple[Services, Runner] | None, *, preferences: Preferences, feedback: Feedback | None = None
    ) -> None:
        """``work``: what makes the book; without it the manual is only read."""
        super().__init__()
        self.setWindowTitle("Hướng dẫn sử dụng – Thi Đua Desktop")
        self.setWindowIcon(icons.application_icon())
        self._preferences = preferences
        self.manual = Manual()
        self.banner = Banner()
        self._feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self._runner = None if work is None else work[1]
        self._under_way = self._opens_first = False
        self.printing = None if work is None else Printing(*work, self._feedback, preferences, self)
        self.browser = ManualBrowser(self.manual, preferences.number(_ZOOM, 0))
        self.contents = QTreeWidget()
        self.results = QListWidget()
        self.search = SearchField("Tìm trong hướng dẫn (không cần dấu)")
        self.picture: QDialog | None = None
        """The picture shown last at its full size."""
        self._typed = QTimer(self, singleShot=True, interval=_TYPED_MS)
        self._typed.timeout.connect(self.look_for)
        self._lay_out()
        self._fill_contents()
        self._connect()
        self.resize(*_SIZE)
        WindowPlace(self, preferences, _PLACE)

    def show_topic(self, topic: str) -> None:
        """Show a section, ``chapter#anchor``; the window comes to the front."""
        self.browser.open(*split(topic))
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()

    def look_for(self) -> None:
        """List the sections with the words in the search field."""
        self._typed.stop()
        self._opens_first = False
        query = self.search.query()
        if query and not self.manual.is_read():
            self._read()
        if query and not self.manual.is_read():
            self.side.setCurrentWidget(self.reading)
            return
        hits = self.manual.find(query)
        self.results.clear()
        for hit in hits:
            entry = QListWidgetItem(f"{hit.title}\n{hit.excerpt}")
            entry.setData(_ROLE, (hit.chapter, hit.anchor))
            self.results.addItem(entry)
        self.side.setCurrentWidget(self.contents if not query else self.results if hits else self.nothing)

    def _read(self) -> None:
        """Read all chapters beside the work; where there is nobody else to do it, at once."""
        if self._runner is None:
            self.manual.read()
        elif not self._under_way:
            self._under_way = True
            self._runner.run_aside(
                self.manual.read, lambda _read: self._on_read(), lambda _trouble: self._end_reading()
            )

    def _on_read(self) -> None:
        self._end_reading()
        if self._opens_first:
            self.open_first()
        else:
            self.look_for()

    def _end_reading(self) -> None:
        self._under_way = False

    # making

    def _lay_out(self) -> None:
        self.contents.setHeaderHidden(True)
        self.contents.setAccessibleName("Mục lục")
        self.results.setAccessibleName("Kết quả tìm")
        self.results.setWordWrap(True)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setSpacing(theme.SPACE_XS)
        again = button("Xóa ô tìm", tip="Về mục lục (Esc)")
        again.clicked.connect(self.search.clear)
        told = label("Không có mục nào có đủ các từ này. Hãy gõ ít từ hơn.", "muted", wrap=True)
        self.nothing = QWidget()
        said = column(theme.SPACE_L, label("Không tìm thấy", "title"), told, again, 0)
        said.setAlignment(again, Qt.AlignmentFlag.AlignLeft)
        self.nothing.setLayout(said)
        self.side = QStackedWidget()
        self.reading = QWidget()
        self.reading.setLayout(column(theme.SPACE_L, label("Đang đọc sách hướng dẫn…", "muted"), 0))
        for part in (self.contents, self.results, self.nothing, self.reading):
            self.side.addWidget(part)
        left = QWidget()
        stacked = QVBoxLayout(left)
        stacked.setContentsMargins(theme.SPACE_S, theme.SPACE_S, 0, theme.SPACE_S)
        stacked.addWidget(self.search)
        stacked.addWidget(self.side, stretch=1)
        self._sides = QSplitter()
        self._sides.addWidget(left)
        self._sides.addWidget(self.browser)
        self._sides.setStretchFactor(1, 1)
        self._sides.setSizes([_SIDE, _SIZE[0] - _SIDE])
        kept = self._preferences.state(_SIDES)
        if kept is not None:
            self._sides.restoreState(kept)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self._bar())
        frame.addWidget(self._sides, stretch=1)
        self.banner.lie_over(self._sides)

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "bar")
        self.back = action(self, "Trang vừa xem", "left", "Alt+Left", self.browser.backward)
        self.forward = action(self, "Trang tiếp", "right", "Alt+Right", self.browser.forward)
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        smaller = action(self, "Nhỏ hơn", "zoom-out", "Ctrl+-", partial(self._zoom, -1))
        larger = action(self, "Lớn hơn", "zoom-in", "Ctrl+=", partial(self._zoom, 1))
        larger.setShortcuts([QKeySequence("Ctrl+="), QKeySequence("Ctrl++")])
        action(self, "Cỡ chữ thường", "", "Ctrl+0", self._zoom_back)
        action(self, "Tìm trong hướng dẫn", "search", "Ctrl+F", self._focus_search)
        paper = action(self, "Xem và in…", "print", "Ctrl+P", self.print)
        keep = action(self, "Lưu PDF…", "save", "Ctrl+S", self.save)
        for deed in (paper, keep):
            deed.setEnabled(self.printing is not None)
        turns = (self._bare(self.back), self._bare(self.forward))
        line = row(
            *turns, theme.SPACE_L, self._bare(smaller), self._bare(larger), 0, tool_button(paper), tool_button(keep)
        )
        line.setContentsMargins(theme.SPACE_S, theme.SPACE_XS, theme.SPACE_S, theme.SPACE_XS)
        bar.setLayout(line)
        return bar

    @staticmethod
    def _bare(deed: QAction) -> QToolButton:
        return tool_button(deed, text=False)

    def _fill_contents(self) -> None:
        for number, chapter in enumerate(self.manual.outline, start=1):
            entry = QTreeWidgetItem([f"{number}. {chapter.title}"])
            entry.setData(0, _ROLE, (chapter.code, ""))
            entry.setToolTip(0, chapter.title)
            for text, anchor in chapter.sections:
                inner = QTreeWidgetItem([text])
                inner.setData(0, _ROLE, (chapter.code, anchor))
                inner.setToolTip(0, text)
                entry.addChild(inner)
            self.contents.addTopLevelItem(entry)

    def _connect(self) -> None:
        self.contents.itemActivated.connect(lambda entry, _column: self._open(entry.data(0, _ROLE)))
        self.contents.itemClicked.connect(lambda entry, _column: self._open(entry.data(0, _ROLE)))
        self.results.itemActivated.connect(lambda entry: self._open(entry.data(_ROLE), self.search.query()))
        self.results.itemClicked.connect(lambda entry: self._open(entry.data(_ROLE), self.search.query()))
        self.search.textChanged.connect(lambda _text: self._typed.start())
        self.search.returnPressed.connect(self.open_first)
        self.browser.backwardAvailable.connect(self.back.setEnabled)
        self.browser.forwardAvailable.connect(self.forward.setEnabled)
        self.browser.chapter_shown.connect(self._on_chapter_shown)
        self.browser.picture_wanted.connect(self.show_picture)

    # deeds

    def _open(self, place: tuple[str, str], query: str = "") -> None:
        self.browser.open(*place, query)

    def open_first(self) -> None:
        """Enter in the search field opens the first section found; the arrows then go on in the list."""
        self.look_for()
        self._opens_first = self._under_way
        if not self._under_way and self.results.count():
            self.results.setCurrentRow(0)
            self.results.setFocus()
            self._open(self.results.item(0).data(_ROLE), self.search.query())

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _zoom(self, steps: int) -> None:
        self.browser.enlarge(steps)
        self._preferences.set_number(_ZOOM, self.browser.zoom)

    def _zoom_back(self) -> None:
        self.browser.reset_zoom()
        self._preferences.set_number(_ZOOM, 0)

    def print(self) -> None:
        """Show the book page by page before it is printed."""
        if self.printing is not None:
            self._feedback.say(_BEING_MADE, tone=theme.Tone.INFO)
            self.printing.show(BOOK, self.manual.write_pdf)

    def save(self) -> None:
        """Write the book as PDF where the clerk says."""
        from thidua_desktop.services.reporting import Format

        if self.printing is not None:
            self.printing.write(BOOK, Format.PDF, self.manual.write_pdf)

    def show_picture(self, screen: str) -> None:
        """Show a picture as large as the screen was."""
        self.picture = PictureDialog(screen, self)
        self.picture.open()

    def _on_chapter_shown(self, code: str) -> None:
        """The contents follow what is read."""
        for at in range(self.contents.topLevelItemCount()):
            entry = self.contents.topLevelItem(at)
            if entry is not None and entry.data(0, _ROLE)[0] == code:
                entry.setExpanded(True)
                chosen = self.contents.currentItem()
                if chosen is None or chosen.data(0, _ROLE)[0] != code:
                    self.contents.setCurrentItem(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place."""
        self._preferences.set_state(_SIDES, self._sides.saveState())
        super().closeEvent(event)


class PictureDialog(QDialog):
    """A picture of the manual at its full size."""

    def __init__(self, screen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hình trong hướng dẫn")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QPixmap.fromImage(QImage(str(picture_file(screen))))
        shown = QLabel()
        shown.setPixmap(picture)
        shown.setAccessibleName("Hình màn hình")
        area = QScrollArea()
        area.setAccessibleName("Hình màn hình")
        area.setWidget(shown)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(area)
        room = parent.screen().availableSize()
        self.resize(min(picture.width() + 4, room.width() - 40), min(picture.height() + 4, room.height() - 80))
