"""A printout on screen before it goes to paper: the very PDF that is printed or saved."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QPageSize, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.services.outgoing import outgoing
from thidua_desktop.ui.common import print_settings, theme
from thidua_desktop.ui.common.editors import NumberEdit
from thidua_desktop.ui.common.feedback import Banner, Feedback, WindowFeedback
from thidua_desktop.ui.common.finished import file_made
from thidua_desktop.ui.common.pdf_printing import PrintJob
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_Z = QPdfView.ZoomMode
_PERCENT_WIDTH = 52
_MANY_PAGES = 100
"""From so many pages on they are shown one at a time: to lay them all out keeps the window waiting."""


class PdfPreview(QDialog):
    """Shows a PDF file; pages, zoom, printing, keeping a copy. The file is removed on closing if it was made for this.

    ``proposed`` is where a copy would be saved; ``scratch`` says that the file is only a draft of this preview. With
    ``preferences`` it is printed again as it was last (see ``print_settings``).
    """

    def __init__(
        self,
        path: Path,
        title: str,
        proposed: Path,
        feedback: Feedback,
        *,
        scratch: bool = True,
        preferences: Preferences | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path, self._proposed, self._scratch = path, proposed, scratch
        self._preferences = preferences
        self.banner = Banner()
        # The window behind cannot be clicked as long as this one is open, so what is said is said here.
        own = isinstance(feedback, WindowFeedback)
        self._feedback: Feedback = WindowFeedback(self, self.banner) if own else feedback
        self._job: PrintJob | None = None
        self._document = QPdfDocument(self)
        self._document.load(str(path))
        self._view = self._make_view()
        self._page = NumberEdit(1, low=1, high=max(1, self._document.pageCount()))
        self._page.setAccessibleName("Trang")
        self._page.setToolTip("Gõ số trang (Ctrl+G)")
        self._page.setFixedWidth(52)
        self._page.value_changed.connect(self._go_to_page)
        self._view.pageNavigator().currentPageChanged.connect(self._on_page_changed)
        self._percent = QLabel()
        self._percent.setFixedWidth(_PERCENT_WIDTH)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self._make_bar())
        frame.addWidget(self._view, stretch=1)
        self.banner.lie_over(self._view)
        self._fit(parent)
        self._view.setFocus()

    def page_count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def page(self) -> int:
        """The page shown, from 1."""
        return self._view.pageNavigator().currentPage() + 1

    def factor(self) -> float:
        """How large the page is shown: 1.0 as on paper, as far as the screen tells its size."""
        if self._view.zoomMode() is _Z.Custom:
            return float(self._view.zoomFactor())
        points, room, around = (
            self._document.pagePointSize(self.page() - 1),
            self._view.viewport().size(),
            self._around(),
        )
        dots = self._view.logicalDpiX() / 72
        if points.isEmpty():
            return 1.0
        wide = (room.width() - around.width()) / (points.width() * dots)
        high = (room.height() - around.height()) / (points.height() * dots)
        return wide if self._view.zoomMode() is _Z.FitToWidth else min(wide, high)

    def printing(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self._job is not None

    # making

    def _make_view(self) -> QPdfView:
        view = QPdfView(self)
        many = self._document.pageCount() > _MANY_PAGES
        view.setPageMode(QPdfView.PageMode.SinglePage if many else QPdfView.PageMode.MultiPage)
        view.setDocument(self._document)
        view.setZoomMode(_Z.FitToWidth)
        view.setAccessibleName("Trang in")
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.viewport().installEventFilter(self)
        return view

    def _make_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "bar")
        turn = [
            self._tool("Trang trước", "left", "PgUp", lambda: self._page.set_value(self._page.value() - 1)),
            self._tool("Trang sau", "right", "PgDown", lambda: self._page.set_value(self._page.value() + 1)),
        ]
        action(self, "Trang đầu", "", "Home", lambda: self._page.set_value(1))
        action(self, "Trang cuối", "", "End", lambda: self._page.set_value(self.page_count()))
        action(self, "Đến trang…", "", "Ctrl+G", self._ask_page)
        smaller = action(self, "Nhỏ hơn", "zoom-out", "Ctrl+-", lambda: self._zoom(-1))
        larger = action(self, "Lớn hơn", "zoom-in", "Ctrl+=", lambda: self._zoom(1))
        larger.setShortcuts([QKeySequence("Ctrl+="), QKeySequence("Ctrl++")])
        wide = tool_button(action(self, "Vừa chiều ngang", "", "Ctrl+0", partial(self._show_whole, _Z.FitToWidth)))
        whole = tool_button(action(self, "Vừa cả trang", "", "Ctrl+9", partial(self._show_whole, _Z.FitInView)))
        keep = tool_button(action(self, "Lưu thành tệp…", "save", "Ctrl+S", self.save))
        paper = tool_button(action(self, "In…", "print", "Ctrl+P", self.print))
        pages = label(f"/ {self._document.pageCount()}", "muted")
        zoom = (self._bare(smaller), self._percent, self._bare(larger), wide, whole)
        line = row(turn[0], self._page, pages, turn[1], theme.SPACE_L, *zoom, 0, keep, paper, spacing=theme.SPACE_XS)
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        bar.setLayout(line)
        return bar

    def _tool(self, text: str, icon: str, key: str, do: Callable[[], object]) -> QToolButton:
        return self._bare(action(self, text, icon, key, do))

    def _bare(self, deed: QAction) -> QToolButton:
        return tool_button(deed, text=False)

    def _fit(self, parent: QWidget | None) -> None:
        room = parent.window().size() if parent is not None else QSize(1000, 700)
        self.resize(min(1000, room.width() - 60), max(420, room.height() - 40))
        if self._preferences is not None:
            WindowPlace(self, self._preferences, "paper")

    # looking

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel zoom; whatever changes the size of the page is told in percent.

        Where pages are shown one at a time the wheel turns them at their edges.
        """
        if isinstance(event, QWheelEvent):
            upwards = event.angleDelta().y() > 0
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._zoom(1 if upwards else -1)
                return True
            if self._at_edge(upwards=upwards):
                self._page.set_value(self._page.value() + (-1 if upwards else 1))
                return True
        if event.type() is QEvent.Type.Resize:
            self._show_percent()
        return super().eventFilter(watched, event)

    def _at_edge(self, *, upwards: bool) -> bool:
        bar = self._view.verticalScrollBar()
        edge = bar.minimum() if upwards else bar.maximum()
        return self._view.pageMode() is QPdfView.PageMode.SinglePage and bar.value() == edge

    def _around(self) -> QSize:
        margins = self._view.documentMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _show_whole(self, mode: QPdfView.ZoomMode) -> None:
        self._view.setZoomMode(mode)
        self._show_percent()

    def _zoom(self, direction: int) -> None:
        now = self.factor()
        larger = direction > 0
        steps = [step for step in _STEPS if (step > now + 0.01 if larger else step < now - 0.01)]
        if steps:
            self._view.setZoomMode(_Z.Custom)
            self._view.setZoomFactor(steps[0] if larger else steps[-1])
        self._show_percent()

    def _show_percent(self) -> None:
        self._percent.setText(f"{round(self.factor() * 100)} %")

    def _ask_page(self) -> None:
        self._page.setFocus()
        self._page.selectAll()

    def _go_to_page(self, number: int) -> None:
        if number != self.page():
            self._view.pageNavigator().jump(number - 1, QPointF())

    def _on_page_changed(self, number: int) -> None:
        self._page.blockSignals(True)
        self._page.set_value(number + 1)
        self._page.blockSignals(False)
        self._show_percent()

    # keeping and printing

    def save(self) -> None:
        """Ask for a name and keep a copy."""
        self._feedback.choose_target("Lưu bản in", "Tệp PDF (*.pdf)", self._proposed, self._save_to)

    def _save_to(self, target: Path) -> None:
        try:
            with outgoing(target) as written:
                shutil.copyfile(self._path, written)
        except AppError as trouble:
            self._feedback.trouble(trouble)
            return
        self._feedback.say(f"Đã lưu {target.name} vào {target.parent}.", offers=file_made(self._feedback, target))

    def print(self) -> None:
        """Ask the system for a printer and pages."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        if self._preferences is not None:
            print_settings.choose_last(self._preferences, self.windowTitle(), self._paper(), printer)
        printer.setPageSize(self._paper())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setMinMax(1, self.page_count())
        dialog.setFromTo(1, self.page_count())
        dialog.accepted.connect(lambda: self._on_printer_chosen(printer, dialog.printRange()))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _on_printer_chosen(self, printer: QPrinter, wanted: QPrintDialog.PrintRange) -> None:
        if wanted is QPrintDialog.PrintRange.CurrentPage:
            printer.setFromTo(self.page(), self.page())
        elif wanted is QPrintDialog.PrintRange.AllPages:
            printer.setFromTo(0, 0)
        if self._preferences is not None:
            print_settings.remember(self._preferences, self.windowTitle(), self._paper(), printer)
        self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Put the pages that were chosen on paper, one after the other; ``printing`` tells whether it goes on."""
        if self._job is not None:
            return
        self._job = PrintJob(self._document, printer, self)
        self._job.ended.connect(self._on_printed)
        self._job.refused.connect(self._on_refused)
        self._job.start()

    def _on_printed(self, pages: int) -> None:
        self._job = None
        self._feedback.say(f"Đã gửi {pages} trang tới máy in.")

    def _on_refused(self) -> None:
        self._job = None
        self._feedback.say(
            "Máy in không nhận bản in. Chưa in trang nào; hãy kiểm tra máy in rồi in lại.", tone=Tone.DANGER
        )

    def _paper(self) -> QPageSize:
        """The sheet that the pages are made for, upright, so that A3 is not offered as A4 made smaller."""
        points = self._document.pagePointSize(0)
        upright = points.transposed() if points.width() > points.height() else points
        return QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)

    def done(self, result: int) -> None:
        """However it is closed, leave nothing behind; while pages go to the printer the file is needed."""
        if self._job is not None:
            self._feedback.say("Các trang đang được gửi tới máy in. Hãy chờ gửi xong hoặc bấm Dừng rồi đóng.")
            return
        self._document.close()
        if self._scratch:
            self._path.unlink(missing_ok=True)
        super().done(result)
