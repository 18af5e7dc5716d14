"""A printout on screen before it goes to paper: the very PDF that is printed or saved."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QCloseEvent, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import NumberEdit
from thidua_desktop.ui.common.feedback import Feedback, Offer
from thidua_desktop.ui.common.widgets import action, label, row, tool_button

_STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_PRINT_DPI = 300


class PdfPreview(QDialog):
    """Shows a PDF file; pages, zoom, printing, keeping a copy. The file is removed on closing if it was made for this.

    ``proposed`` is where a copy would be saved; ``scratch`` says that the file is only a draft of this preview.
    """

    def __init__(
        self,
        path: Path,
        title: str,
        proposed: Path,
        feedback: Feedback,
        *,
        scratch: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path, self._proposed, self._feedback, self._scratch = path, proposed, feedback, scratch
        self._document = QPdfDocument(self)
        self._document.load(str(path))
        self._view = self._make_view()
        self._page = NumberEdit(1, low=1, high=max(1, self._document.pageCount()))
        self._page.setAccessibleName("Trang")
        self._page.setFixedWidth(52)
        self._page.value_changed.connect(self._go_to_page)
        self._view.pageNavigator().currentPageChanged.connect(self._on_page_changed)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self._make_bar())
        frame.addWidget(self._view, stretch=1)
        self._fit(parent)
        self._view.setFocus()

    def page_count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def page(self) -> int:
        """The page shown, from 1."""
        return self._view.pageNavigator().currentPage() + 1

    def _make_view(self) -> QPdfView:
        view = QPdfView(self)
        view.setDocument(self._document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setAccessibleName("Trang in")
        view.setFrameShape(QFrame.Shape.NoFrame)
        return view

    def _make_bar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("role", "bar")
        turn = [
            self._tool("Trang trước", "left", "PgUp", lambda: self._page.set_value(self._page.value() - 1)),
            self._tool("Trang sau", "right", "PgDown", lambda: self._page.set_value(self._page.value() + 1)),
        ]
        zoom = [
            self._tool("Nhỏ hơn", "zoom-out", "Ctrl+-", lambda: self._zoom(-1)),
            self._tool("Lớn hơn", "zoom-in", "Ctrl+=", lambda: self._zoom(1)),
        ]
        whole = tool_button(action(self, "Vừa chiều ngang", "", "Ctrl+0", self._fit_width))
        keep = tool_button(action(self, "Lưu thành tệp…", "save", "Ctrl+S", self.save))
        paper = tool_button(action(self, "In…", "print", "Ctrl+P", self.print))
        pages = label(f"/ {self._document.pageCount()}", "muted")
        line = row(turn[0], self._page, pages, turn[1], theme.SPACE_L, *zoom, whole, 0, keep, paper, spacing=4)
        line.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        bar.setLayout(line)
        return bar

    def _tool(self, text: str, icon: str, key: str, do: Callable[[], object]) -> QWidget:
        return tool_button(action(self, text, icon, key, do), text=False)

    def _fit(self, parent: QWidget | None) -> None:
        room = parent.window().size() if parent is not None else QSize(1000, 700)
        self.resize(min(1000, room.width() - 60), max(420, room.height() - 40))

    def _fit_width(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _zoom(self, direction: int) -> None:
        now = self._view.zoomFactor()
        if self._view.zoomMode() is not QPdfView.ZoomMode.Custom:
            now = 1.0
        larger = direction > 0
        steps = [step for step in _STEPS if (step > now + 0.01 if larger else step < now - 0.01)]
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor((steps[0] if larger else steps[-1]) if steps else now)

    def _go_to_page(self, number: int) -> None:
        if number != self.page():
            self._view.pageNavigator().jump(number - 1, QPointF())

    def _on_page_changed(self, number: int) -> None:
        self._page.blockSignals(True)
        self._page.set_value(number + 1)
        self._page.blockSignals(False)

    def save(self) -> None:
        """Ask for a name and keep a copy."""
        self._feedback.choose_target("Lưu bản in", "Tệp PDF (*.pdf)", self._proposed, self._save_to)

    def _save_to(self, target: Path) -> None:
        shutil.copyfile(self._path, target)
        opens = Offer("Mở tệp", lambda: self._feedback.open_file(target))
        self._feedback.say(f"Đã lưu {target.name} vào {target.parent}.", offers=(opens,))

    def print(self) -> None:
        """Ask the system for a printer and pages."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinMax(1, self.page_count())
        dialog.accepted.connect(lambda: self.print_to(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_to(self, printer: QPrinter) -> None:
        """Put the pages that were chosen on paper, each turned as it stands in the file.

        A page larger than the paper (A3 on an A4 printer) is made smaller until it fits.
        """
        first = printer.fromPage() or 1
        last = printer.toPage() or self.page_count()
        printer.setFullPage(True)
        self._turn(printer, first - 1)
        painter = QPainter(printer)
        for number in range(first - 1, last):
            if number > first - 1:
                self._turn(printer, number)  # takes effect with the new page
                printer.newPage()
            self._paint_page(painter, printer, number)
        painter.end()

    def _turn(self, printer: QPrinter, number: int) -> None:
        size = self._document.pagePointSize(number)
        layout = printer.pageLayout()
        turned = layout.Orientation.Landscape if size.width() > size.height() else layout.Orientation.Portrait
        printer.setPageOrientation(turned)

    def _paint_page(self, painter: QPainter, printer: QPrinter, number: int) -> None:
        points = self._document.pagePointSize(number)
        pixels = QSize(round(points.width() / 72 * _PRINT_DPI), round(points.height() / 72 * _PRINT_DPI))
        picture = self._document.render(number, pixels, QPdfDocumentRenderOptions())
        paper = printer.paperRect(QPrinter.Unit.Point)
        fitted = min(1.0, paper.width() / points.width(), paper.height() / points.height())
        scale = printer.resolution() / _PRINT_DPI * fitted
        painter.save()
        painter.scale(scale, scale)
        painter.drawImage(0, 0, picture)
        painter.restore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing behind."""
        self._document.close()
        if self._scratch:
            self._path.unlink(missing_ok=True)
        super().closeEvent(event)
