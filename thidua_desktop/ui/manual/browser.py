"""Shows a chapter: text that can be made larger, pictures that fit, what was looked for on a coloured ground."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QResizeEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from thidua_desktop.domain.manual_search import places
from thidua_desktop.services.manual import Manual, picture_file
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.manual.markup import PICTURES, SCHEME, address, html

_EDGE = 48
"""What margins take from the width of a picture."""
_REST_MS = 120
_LEAST, _MOST = -2, 10
_MARGIN = 20


class ManualBrowser(QTextBrowser):
    """A text browser whose addresses are sections of the manual."""

    picture_wanted = Signal(str)
    """A picture was clicked: the name of its screen."""
    chapter_shown = Signal(str)
    """Another chapter is shown: its code."""

    def __init__(self, manual: Manual, zoom: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manual = manual
        self._query = ""
        self.zoom = 0
        """Steps larger than the letters of the program."""
        self.setAccessibleName("Nội dung hướng dẫn")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        # A bar that came and went would change the width that pictures are fitted to.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.anchorClicked.connect(self._on_clicked)
        self.sourceChanged.connect(self._on_source_changed)
        self._resized = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resized.timeout.connect(self.redraw)
        self._drawn_width = 0
        self._came_to = 0
        """Where the section began that was opened last; as long as one is there, it stays at the top."""
        self.enlarge(zoom)

    def open(self, chapter: str, anchor: str = "", query: str = "") -> None:
        """Show a section; the words of ``query`` are set off wherever they stand in the chapter."""
        self._query = query
        self.setSource(QUrl(address(chapter, anchor)))
        self._set_off()
        self._came_to = self.verticalScrollBar().value()

    def chapter(self) -> str:
        """The code of the chapter shown."""
        return self.source().path()

    def enlarge(self, steps: int) -> None:
        """Make the letters larger or smaller."""
        wanted = min(_MOST, max(_LEAST, self.zoom + steps))
        self.zoomIn(wanted - self.zoom)
        self.zoom = wanted

    def reset_zoom(self) -> None:
        """Letters as in the program."""
        self.enlarge(-self.zoom)

    def changeEvent(self, event: QEvent) -> None:
        """The chapter in the colours of another scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.redraw()

    def redraw(self) -> None:
        """Lay the chapter out anew, at the width and in the colours of the moment."""
        if self.source().isEmpty():
            return
        bar = self.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        unmoved = bar.value() == self._came_to
        self.reload()
        if unmoved and self.source().hasFragment():
            self.scrollToAnchor(self.source().fragment())
            self._came_to = bar.value()
        else:
            bar.setValue(round(part * bar.maximum()))
        self._set_off()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A chapter, or a picture as wide as there is room."""
        name = QUrl(name)
        if name.scheme() == PICTURES:
            return self._picture(name.path())
        if kind == QTextDocument.ResourceType.HtmlResource.value and name.scheme() == SCHEME:
            return self._html(name.path())
        return QByteArray()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width, once it has come to rest."""
        super().resizeEvent(event)
        if self.viewport().width() != self._drawn_width:
            self._resized.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel make the letters larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar turns a page, as in every reader."""
        if event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-1 if back else 1) * bar.pageStep())
            return
        super().keyPressEvent(event)

    def _html(self, code: str) -> str:
        known = self._manual.outline
        at = next(number for number, chapter in enumerate(known) if chapter.code == code)
        before = known[at - 1] if at else None
        after = known[at + 1] if at + 1 < len(known) else None
        self._drawn_width = self.viewport().width()
        return html(self._manual.chapter(code), before, after)

    def _picture(self, screen: str) -> QImage:
        picture = QImage(str(picture_file(screen)))
        ratio = self.devicePixelRatioF()
        room = max(200, self.viewport().width() - _EDGE)
        wide = min(room, picture.width())
        fitted = picture.convertToFormat(QImage.Format.Format_RGB32).scaledToWidth(
            round(wide * ratio), Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        return fitted

    def _on_clicked(self, url: QUrl) -> None:
        if url.scheme() == PICTURES:
            self.picture_wanted.emit(url.path())
        elif url.hasFragment() and not url.path():
            self.setSource(QUrl(address(self.chapter(), url.fragment())))
        else:
            self.setSource(url)

    def _on_source_changed(self, url: QUrl) -> None:
        self.chapter_shown.emit(url.path())
        self._set_off()

    def _set_off(self) -> None:
        """Put a ground below every place with a word that was looked for; the first one is brought into sight."""
        ink = theme.ink(theme.Tone.WARNING)
        marked: list[QTextEdit.ExtraSelection] = []
        for start, end in places(self.toPlainText(), self._query):
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            one.cursor = cursor
            one.format.setBackground(QColor(ink.ground))
            one.format.setForeground(QColor(ink.text))
            marked.append(one)
        self.setExtraSelections(marked)
