"""Pages of a PDF on paper, strip by strip, with the window alive and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressDialog, QWidget

_DPI = 300
_STRIPS = 16
"""Into how many parts a page is cut: a whole one at 300 dots would stop the window for half a second."""
_OVERLAP = 2
"""Rows that a strip shares with the next one, lest a printer whose dots are no multiple of ours shows a line."""
_SHOWN_AFTER_MS = 400


class PrintJob(QObject):
    """Prints the pages that were chosen, each turned as it stands in the file.

    A page larger than the paper (A3 on an A4 printer) is made smaller until it fits.
    """

    ended = Signal(int)
    """How many pages went to the printer; fewer than chosen where it was stopped."""
    refused = Signal()
    """The printer does not take anything."""

    def __init__(self, document: QPdfDocument, printer: QPrinter, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._printer = document, printer
        first = printer.fromPage() or 1
        last = min(printer.toPage() or document.pageCount(), document.pageCount())
        self._numbers = list(range(first - 1, last))
        self._done = 0
        self._strip = 0
        """How many strips of the page under way are on the paper."""
        self._painter = QPainter()
        self._progress = QProgressDialog("Đang gửi từng trang tới máy in…", "Dừng", 0, len(self._numbers), window)
        self._progress.setWindowTitle("In")
        # A modal one would handle events within ``setValue``, and the next page would begin inside this one.
        self._progress.setWindowModality(Qt.WindowModality.NonModal)
        self._progress.setMinimumDuration(_SHOWN_AFTER_MS)
        self._turn_of = QTimer(self, interval=0)
        self._turn_of.timeout.connect(self._step)

    def start(self) -> None:
        """Begin; the pages follow by themselves."""
        self._printer.setFullPage(True)
        if self._numbers:
            self._turn(self._numbers[0])
        if not self._numbers or not self._painter.begin(self._printer):
            self._close()
            self.refused.emit()
            return
        self._turn_of.start()

    def _step(self) -> None:
        if self._progress.wasCanceled():
            self._finish()
            return
        number = self._numbers[self._done]
        if self._done and not self._strip:
            self._turn(number)  # takes effect with the new page
            self._printer.newPage()
        self._paint(number, self._strip)
        self._strip = (self._strip + 1) % _STRIPS
        if self._strip:
            return
        self._done += 1
        self._progress.setValue(self._done)
        if self._done == len(self._numbers):
            self._finish()

    def _finish(self) -> None:
        self._turn_of.stop()
        self._painter.end()
        self._close()
        self.ended.emit(self._done)

    def _close(self) -> None:
        self._progress.reset()
        self._progress.deleteLater()

    def _turn(self, number: int) -> None:
        size = self._document.pagePointSize(number)
        layout = self._printer.pageLayout()
        turned = layout.Orientation.Landscape if size.width() > size.height() else layout.Orientation.Portrait
        self._printer.setPageOrientation(turned)

    def _paint(self, number: int, strip: int) -> None:
        points = self._document.pagePointSize(number)
        page = QSize(round(points.width() / 72 * _DPI), round(points.height() / 72 * _DPI))
        high = -(-page.height() // _STRIPS)
        part = QRect(0, strip * high, page.width(), high + _OVERLAP).intersected(QRect(QPoint(), page))
        if part.isEmpty():
            return  # a page of fewer lines than strips
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(page)
        options.setScaledClipRect(part)
        picture = self._document.render(number, part.size(), options)
        paper = self._printer.paperRect(QPrinter.Unit.Point)
        fitted = min(1.0, paper.width() / points.width(), paper.height() / points.height())
        scale = self._printer.resolution() / _DPI * fitted
        self._painter.save()
        self._painter.scale(scale, scale)
        self._painter.drawImage(part.topLeft(), _on_white(picture))
        self._painter.restore()


def _on_white(picture: QImage) -> QImage:
    """A picture on paper: without its transparency it goes to the printer in half the time."""
    sheet = QImage(picture.size(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, picture)
    painter.end()
    return sheet
