"""Earlier values that are offered while one types, without those that the office has forgotten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject

from thidua_desktop.common.vietnamese import squeeze


class EarlierWords(QObject):
    """Knows what is not offered any more. This one knows it as long as the program runs; an office keeps its own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left_out: dict[str, frozenset[str]] = {}

    def offered(self, column: str, said: Iterable[str]) -> list[str]:
        """What is offered of all that the cells of a column say: each value once, the most usual first."""
        left_out = self.forgotten(column)
        counted = Counter(text for text in map(squeeze, said) if text and text not in left_out)
        return [text for text, _ in counted.most_common()]

    def forgotten(self, column: str) -> frozenset[str]:
        """What is not offered in a column, by its title."""
        return self._left_out.get(column, frozenset())

    def forget(self, column: str, text: str) -> None:
        """Offer a value no more; the cells that say it stay as they are."""
        self._left_out[column] = self.forgotten(column) | {text}

    def restore(self, column: str) -> None:
        """Offer all again that was forgotten in a column."""
        self._left_out.pop(column, None)
