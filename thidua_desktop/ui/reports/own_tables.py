"""Tables that the clerk puts together: what is counted, by what in rows and in columns; kept for the next time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.domain.statistics.facts import DIMENSIONS
from thidua_desktop.domain.statistics.questions import Dimension, Subject
from thidua_desktop.ui.common.answering import AnswerForm, form
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import statistics

_KEPT = "reports/own-tables"
_FIRST = (Dimension.TOP_UNIT, Dimension.KIND)
"""Offered first, where a subject has them: what superiors ask for most."""
MOST = 12
"""Tables that are kept: each is counted anew for every period."""


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A subject by two dimensions."""

    subject: Subject
    rows: Dimension
    columns: Dimension

    def text(self) -> str:
        """As it is remembered: ``awards|top_unit|sex``."""
        return "|".join((self.subject.value, self.rows.value, self.columns.value))


def remembered(preferences: Preferences) -> tuple[OwnTable, ...]:
    """The tables put together before; what cannot be read any more is left out."""
    found = (_parsed(text) for text in preferences.text(_KEPT).split(";"))
    return tuple(one for one in found if one is not None)[:MOST]


def remember(preferences: Preferences, tables: tuple[OwnTable, ...]) -> None:
    """Keep them for the next time."""
    preferences.set_text(_KEPT, ";".join(one.text() for one in tables))


def _parsed(text: str) -> OwnTable | None:
    try:
        subject, rows, columns = text.split("|")
        made = OwnTable(Subject(subject), Dimension(rows), Dimension(columns))
    except ValueError:
        return None
    offered = DIMENSIONS[made.subject]
    return made if made.rows in offered and made.columns in offered else None


class OwnTableDialog(AnswerForm):
    """Asks for the three; ``table`` gives them."""

    def __init__(self, there: tuple[OwnTable, ...], parent: QWidget | None = None) -> None:
        """``there``: the tables that are kept already."""
        super().__init__("Tự lập bảng", yes="Lập bảng", parent=parent)
        self._there = there
        self.subjects, self.rows, self.columns = QComboBox(), QComboBox(), QComboBox()
        for subject in Subject:
            self.subjects.addItem(statistics.SUBJECTS[subject], subject)
        self.content.addWidget(
            label("Chọn đếm gì, dòng và cột theo gì. Bảng được giữ trong danh sách cho các kỳ sau.", wrap=True)
        )
        self.content.addLayout(form((("Đế&m", self.subjects), ("&Dòng theo", self.rows), ("&Cột theo", self.columns))))
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)
        self.setMinimumWidth(460)
        self.subjects.currentIndexChanged.connect(self._offer)
        for field in (self.rows, self.columns):
            field.currentIndexChanged.connect(self._check)
        self.subjects.setCurrentIndex(list(Subject).index(Subject.AWARDS))
        self._offer()
        self.subjects.setFocus()

    def table(self) -> OwnTable:
        """What was chosen."""
        rows, columns = (Dimension(field.currentData()) for field in (self.rows, self.columns))
        return OwnTable(Subject(self.subjects.currentData()), rows, columns)

    def choose(self, table: OwnTable) -> None:
        """Put a choice in front."""
        self.subjects.setCurrentIndex(list(Subject).index(table.subject))
        for field, wanted in ((self.rows, table.rows), (self.columns, table.columns)):
            field.setCurrentIndex(field.findData(wanted))

    def _offer(self) -> None:
        """The dimensions that the subject has."""
        offered = [each for each in statistics.DIMENSIONS if each in DIMENSIONS[Subject(self.subjects.currentData())]]
        for at, field in enumerate((self.rows, self.columns)):
            field.blockSignals(True)
            field.clear()
            for each in offered:
                field.addItem(statistics.DIMENSIONS[each], each)
            field.setCurrentIndex(offered.index(_FIRST[at]) if _FIRST[at] in offered else min(at, len(offered) - 1))
            field.blockSignals(False)
        self._check()

    def _check(self) -> None:
        made = self.table()
        if made.rows is made.columns:
            lacks = "Dòng và cột phải theo hai tiêu chí khác nhau."
        elif made in self._there:
            lacks = "Bảng này đã có trong danh sách."
        else:
            lacks = f"Chỉ giữ được {MOST} bảng; hãy bỏ bớt bảng cũ." if len(self._there) >= MOST else ""
        self.tell(lacks)
        self.yes.setEnabled(not lacks)
