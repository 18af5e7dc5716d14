"""What goes into the cell with the cursor: a figure, put together of choices, a fixed text, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.statistics.facts import Names
from thidua_desktop.domain.statistics.periods import Period
from thidua_desktop.domain.statistics.questions import Condition, Dimension, Question, Subject
from thidua_desktop.domain.workbooks.proposals import CellHeads
from thidua_desktop.domain.workbooks.ties import Place, Tie
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import chip_size, paint_chip
from thidua_desktop.ui.common.high_enough import HighEnough
from thidua_desktop.ui.common.leaving import in_order
from thidua_desktop.ui.common.scrolled import Scrolled
from thidua_desktop.ui.common.widgets import button, column, label, row
from thidua_desktop.ui.reports.workbook_choices import Choice, chosen, traits
from thidua_desktop.ui.reports.workbook_looks import StateLook
from thidua_desktop.wording import statistics as words

FIGURE, TEXT, ALONE = range(3)
_WHAT = ("Số liệu", "Chữ hoặc số cố định", "Để nguyên ô này")
_BACK = ("Kỳ được điền", "Cùng kỳ năm trước", "Hai kỳ trước", "Ba kỳ trước")
_SUBJECTS = (
    *(Subject.AWARDS, Subject.NOMINATIONS, Subject.REGISTRATIONS, Subject.MOVEMENTS, Subject.TASKS),
    *(Subject.DECISIONS, Subject.SUBMISSIONS, Subject.RETURNS),
)
_WIDTH = 340
_LEAST_ASKED = 132
"""Of what is counted some is seen on a small screen; the rest is scrolled."""


@dataclass(frozen=True, slots=True)
class CellShown:
    """A cell that is put in front: its tie, or the one that is proposed."""

    at: Place
    name: str
    heads: CellHeads | None
    tie: Tie | None


class StateChip(QWidget):
    """Says what the cell is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: StateLook | None = None

    def show_look(self, look: StateLook | None) -> None:
        """Show another state, or none."""
        self._look = look
        self.setVisible(look is not None)
        self.setAccessibleName(look.text if look is not None else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Exactly the chip."""
        return chip_size(self.fontMetrics(), self._look.text if self._look is not None else "")

    def minimumSizeHint(self) -> QSize:
        """As high as a chip; its text may be cut."""
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the chip."""
        if self._look is not None:
            paint_chip(QPainter(self), self.rect(), self._look.text, self._look.tone, self._look.shape)


class QuietBox(QComboBox):
    """A field with choices that the wheel does not change."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(20)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls; it does not choose by accident."""
        event.ignore()


class CellPanel(HighEnough):
    """Shows a tie or a proposal, and makes a tie of what the clerk chooses."""

    drafted = Signal()
    """Another question: its figure is to be shown."""
    tied = Signal(object)
    """The clerk ties the cell: a ``Tie``."""
    untied = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self._names = Names()
        self._period: Period | None = None
        self._filling = False
        self.boxes: dict[Dimension, QuietBox] = {}
        self._choices: dict[Dimension, tuple[Choice, ...]] = {}
        self._others: tuple[Condition, ...] = ()
        """Conditions that no field shows; they stay."""
        self._make()
        self.setMinimumWidth(_WIDTH)
        self.clear()

    # what is shown

    def clear(self, text: str = "Đặt con trỏ vào một ô số liệu của biểu.") -> None:
        """No cell is in front that could be tied."""
        self._place = None
        self.cell_label.setText(text)
        self.heads_label.setText("")
        self.chip.show_look(None)
        self.body.setEnabled(False)
        self.pages.hide()
        self.show_value(None)

    def show_cell(self, shown: CellShown, look: StateLook | None, names: Names, period: Period) -> None:
        """Show what goes, or could go, into a cell."""
        self._filling = True
        self._place, self._names, self._period = shown.at, names, period
        tie, heads = shown.tie, shown.heads
        self.cell_label.setText(shown.name)
        self.chip.show_look(look)
        rows, columns = (heads.heads.rows, heads.heads.columns) if heads is not None else ((), ())
        self.heads_label.setText("\n".join(" › ".join(part) for part in (rows, columns) if part))
        self.body.setEnabled(True)
        self.pages.show()
        question = tie.question if tie is not None else None
        what = ALONE if tie is not None and tie.left_alone else FIGURE if tie is None or question is not None else TEXT
        self.what.setCurrentIndex(what)
        self.pages.setCurrentIndex(what)
        self.text.setText(tie.constant if tie is not None else "")
        self.back.setCurrentIndex(min(tie.periods_back, len(_BACK) - 1) if tie is not None else 0)
        self._show_question(question or Question(Subject.AWARDS, period))
        self._filling = False

    def show_value(self, value: str | None, sentence: str = "") -> None:
        """Show the figure of the question."""
        self.value.setText(value if value is not None else "")
        self.sentence.setText(sentence)
        self.list_button.setEnabled(value is not None and sentence != "")

    def focus_first(self) -> None:
        """Go to the first field."""
        (self.subject if self.what.currentIndex() == FIGURE else self.what).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # what was chosen

    def draft(self) -> Tie | None:
        """The tie as it stands in the fields; None while no cell is in front."""
        if self._place is None or self._period is None:
            return None
        match self.what.currentIndex():
            case 0:
                return Tie(*self._place, self.question(self._period), "", self.back.currentIndex())
            case 1:
                return Tie(*self._place, None, self.text.text().strip())
            case _:
                return Tie(*self._place)

    def question(self, period: Period) -> Question:
        """The question of the fields."""
        return Question(_SUBJECTS[self.subject.currentIndex()], period, (*self._chosen(), *self._others))

    # making

    def _make(self) -> None:
        self.cell_label = label("", "title", wrap=True)
        self.heads_label = label("", "muted", wrap=True)
        self.chip = StateChip()
        self.what = QuietBox("Điền gì vào ô")
        self.what.addItems(_WHAT)
        self.subject = QuietBox("Đếm gì")
        self.subject.addItems([words.SUBJECTS[one] for one in _SUBJECTS])
        self.back = QuietBox("Số liệu của kỳ nào")
        self.back.addItems(_BACK)
        self.fields = QFormLayout()
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.fields.setVerticalSpacing(theme.SPACE_XS)
        self.fields.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.value = label("", "display")
        self.sentence = label("", "small", wrap=True)
        self.list_button = button("Mở danh sách", "list")
        self.text = QLineEdit()
        self.text.setAccessibleName("Chữ hoặc số cố định")
        self.text.setPlaceholderText("Chữ hoặc số, ví dụ: Sở Nội vụ")
        self.tie_button = button("Nối ô này", "link", role="primary")
        self.untie_button = button("Bỏ nối")
        self._lay_out()
        self.what.activated.connect(self._on_what)
        self.subject.activated.connect(self._on_subject)
        self.back.activated.connect(lambda _at: self._on_draft())
        self.tie_button.clicked.connect(self.tie)
        self.text.returnPressed.connect(self.tie)
        self.untie_button.clicked.connect(self.untied.emit)
        self.list_button.clicked.connect(self.list_wanted.emit)

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self._figure_page())
        texts = QWidget()
        texts.setLayout(column(label("Chữ hoặc số ghi vào ô ở mọi kỳ:", "small"), self.text, 0))
        self.pages.addWidget(texts)
        alone = QWidget()
        told = label("Ô này không cần số: chương trình không điền và không nhắc nữa.", "muted", wrap=True)
        alone.setLayout(column(told, 0))
        self.pages.addWidget(alone)
        self.body = QWidget()
        for one in (self.tie_button, self.untie_button):
            one.setAutoDefault(False)
        self.list_button.setAutoDefault(False)
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(row(label("Điền"), self.what))
        inner.addWidget(self.pages, stretch=1)
        inner.addLayout(row(self.tie_button, self.untie_button, 0))
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_M, 0, 0, 0)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(self.cell_label)
        frame.addWidget(self.chip)
        frame.addWidget(self.heads_label)
        frame.addWidget(self.body, stretch=1)

    def _figure_page(self) -> QWidget:
        page = QWidget()
        head = QFormLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setVerticalSpacing(theme.SPACE_XS)
        head.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        head.addRow("Đế&m", self.subject)
        head.addRow("Củ&a kỳ", self.back)
        holder = QWidget()
        holder.setLayout(self.fields)
        asked = column(self.sentence, holder, spacing=theme.SPACE_S)
        asked.insertLayout(1, head)
        asked.setStretch(2, 1)
        scroll = Scrolled(asked)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setMinimumHeight(_LEAST_ASKED)
        scroll.setAccessibleName("Điều kiện của ô")
        frame = QVBoxLayout(page)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(theme.SPACE_S)
        frame.addLayout(row(self.value, 0, self.list_button))
        frame.addWidget(scroll, stretch=1)
        return page

    # the fields

    def _show_question(self, question: Question) -> None:
        subject = question.subject if question.subject in _SUBJECTS else Subject.AWARDS
        self.subject.setCurrentIndex(_SUBJECTS.index(subject))
        self._show_traits(subject, question.conditions)
        self._others = tuple(one for one in question.conditions if one.dimension not in self.boxes)

    def _show_traits(self, subject: Subject, conditions: Sequence[Condition]) -> None:
        offered = traits(subject, self._names)
        if [one.dimension for one in offered] != list(self.boxes):
            self._make_boxes([(one.dimension, one.text) for one in offered])
        said = {one.dimension: one for one in conditions}
        for trait in offered:
            choices = trait.choices
            wanted = said.get(trait.dimension)
            at = next((at for at, one in enumerate(choices) if one.condition == wanted), None)
            if at is None and wanted is not None:
                choices, at = (*choices, chosen(wanted, self._names)), len(choices)
            if choices != self._choices.get(trait.dimension):
                box = self.boxes[trait.dimension]
                box.clear()
                box.addItems([one.text for one in choices])
                self._choices[trait.dimension] = choices
            self.boxes[trait.dimension].setCurrentIndex(at or 0)

    def _make_boxes(self, wanted: Sequence[tuple[Dimension, str]]) -> None:
        while self.fields.rowCount():
            self.fields.removeRow(0)
        self.boxes, self._choices = {}, {}
        for dimension, text in wanted:
            box = QuietBox(text)
            box.activated.connect(lambda _at: self._on_draft())
            self.boxes[dimension] = box
            self.fields.addRow(text, box)
        # Made later than what stands below them: Tab comes to them where they stand.
        in_order(self.back, *self.boxes.values(), self.tie_button)

    def _on_what(self, at: int) -> None:
        self.pages.setCurrentIndex(at)
        if at == TEXT:
            self.text.setFocus()
        self._on_draft()

    def _on_subject(self, _at: int) -> None:
        self._others = ()
        self._show_traits(_SUBJECTS[self.subject.currentIndex()], self._chosen())
        self._on_draft()

    def _chosen(self) -> tuple[Condition, ...]:
        """What the fields say, those left at "Tất cả" excepted."""
        found = (self._choices[dimension][box.currentIndex()].condition for dimension, box in self.boxes.items())
        return tuple(one for one in found if one is not None)

    def _on_draft(self) -> None:
        if not self._filling:
            self.drafted.emit()

    def tie(self) -> None:
        """Tie the cell to what the fields say."""
        tie = self.draft()
        if tie is not None:
            self.tied.emit(tie)
