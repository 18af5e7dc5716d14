"""What a grid offers while one types into a cell: what the other rows say in the same column."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.editors import SuggestEdit
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel

_SEVERAL = ";"


class Offers:
    """Of the columns that have ``earlier``. A value is forgotten by the title of its column, on every screen."""

    def __init__(self, model: TableModel[Any], preferences: Preferences) -> None:
        self._model, self._preferences = model, preferences

    def field(self, column: Column[Any], parent: QWidget) -> SuggestEdit:
        """A field for a cell of a column; the rows are asked once, when it opens."""
        words, title = self._preferences.words, squeeze(column.title)
        separator = _SEVERAL if column.editor is Editor.SEVERAL else ""
        cells = map(column.text, self._model.rows())
        said = [
            *column.choices(),
            *(part for text in cells for part in (text.split(separator) if separator else (text,))),
        ]
        return SuggestEdit(
            lambda: words.offered(title, said), separator=separator, forget=partial(words.forget, title), parent=parent
        )

    def restore(self, number: int) -> None:
        """Offer again what was forgotten in a column, by its number."""
        if number >= 0:
            self._preferences.words.restore(squeeze(self._model.columns[number].title))
