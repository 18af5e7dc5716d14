"""The document of a report on screen: Tab goes from number to number and says which one it has come to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget


class ReviewText(QTextBrowser):
    """Follows no link by itself; Enter and a click give it to whoever listens."""

    stepped = Signal(QUrl)
    """Tab has come to a link, or left the last one: Qt tells this of the mouse only."""

    recolored = Signal()
    """The document has to be written in other colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # else a heading of one word is broken in it

    def changeEvent(self, event: QEvent) -> None:
        """Tell that the system has another scheme: the words have its colours in them."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.recolored.emit()

    def link(self) -> str:
        """The link with the focus; nothing where there is none."""
        return self.textCursor().charFormat().anchorHref()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go to the next link, or to the one before; behind the last the focus leaves."""
        moved = super().focusNextPrevChild(following)
        self.stepped.emit(QUrl(self.link()) if moved else QUrl())
        return moved
