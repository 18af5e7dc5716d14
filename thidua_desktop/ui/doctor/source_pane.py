"""The file of the unit, worksheet by worksheet, beside what was made of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from thidua_desktop.domain.documents import Source
from thidua_desktop.domain.lists import ListField
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import label, line, row, tool_button
from thidua_desktop.ui.doctor.look import Look
from thidua_desktop.ui.doctor.sheet_lines import SheetShown, fields_of, number_of
from thidua_desktop.ui.doctor.sheet_view import SheetView


class SourcePane(QFrame):
    """Shows one worksheet at a time; the tabs below the title change it where there are several."""

    field_chosen = Signal(object, object)
    """The clerk says what a ``ListColumn`` holds: a ``ListField``."""

    def __init__(self, deeds: Sequence[QAction]) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.sheet = SheetView()
        self.tabs = QTabBar()
        self.tabs.setProperty("role", "small")
        self.tabs.setAccessibleName("Trang tính của tệp")
        self._sheets: tuple[SheetShown, ...] = ()
        self._choices: tuple[ListField, ...] = ()
        self._look: Look | None = None
        bar = row(label("Trong tệp của đơn vị", "strong"), self.tabs, 0, *(tool_button(deed) for deed in deeds))
        fill_pane(self, bar, self.sheet)
        self.tabs.currentChanged.connect(lambda _at: self._show())
        self.sheet.field_chosen.connect(self._on_field_chosen)

    def show_look(self, look: Look, choices: Sequence[ListField]) -> None:
        """Show the file of a draft; ``choices`` are what a column can be said to hold."""
        draft, self._sheets = look.draft, look.sheets
        self._look, self._choices = look, tuple(choices)
        names = [shown.name or "" for shown in self._sheets]
        if names != [self.tabs.tabText(at) for at in range(self.tabs.count())]:
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for name in names:
                self.tabs.addTab(name)
            self.tabs.setCurrentIndex(next((at for at, each in enumerate(self._sheets) if each.columns(draft)), 0))
            self.tabs.blockSignals(False)
        self.tabs.setVisible(len(names) > 1)
        self._show()

    def mark(self, source: Source) -> None:
        """Bring a place of the file into view."""
        at = next((at for at, shown in enumerate(self._sheets) if shown.name == source.sheet), None)
        if at is not None and at != self.tabs.currentIndex():
            self.tabs.setCurrentIndex(at)
        self.sheet.mark(source.block)

    def current(self) -> tuple[str | None, int] | None:
        """Worksheet and number of the line at the cursor."""
        at, shown = self.sheet.currentIndex().row(), self._shown()
        if shown is None or not 0 <= at < len(shown.blocks.rows):
            return None
        return shown.name, number_of(shown.blocks.rows[at])

    def _show(self) -> None:
        shown = self._shown()
        if shown is not None and self._look is not None:
            fields = fields_of(shown.columns(self._look.draft))
            self.sheet.show_lines(shown, self._look.lines, fields, self._choices)

    def _shown(self) -> SheetShown | None:
        at = self.tabs.currentIndex()
        return self._sheets[at] if 0 <= at < len(self._sheets) else None

    def _on_field_chosen(self, at: int, field: ListField) -> None:
        shown = self._shown()
        column = shown.columns(self._look.draft).get(at) if shown is not None and self._look is not None else None
        if column is not None:
            self.field_chosen.emit(column, field)


def pane(bar: QHBoxLayout, content: QWidget) -> QFrame:
    """A surface with a bar of actions over its content."""
    made = QFrame()
    made.setProperty("role", "pane")
    fill_pane(made, bar, content)
    return made


def fill_pane(made: QFrame, bar: QHBoxLayout, content: QWidget) -> None:
    """Lay out a pane."""
    bar.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_S, theme.SPACE_XS)
    inner = QVBoxLayout(made)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(0)
    inner.addLayout(bar)
    inner.addWidget(line())
    inner.addWidget(content, stretch=1)
