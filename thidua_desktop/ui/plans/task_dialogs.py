"""Dialogs on the selected tasks: the same change for all of them, and the period in which they go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.carry_over import Period, next_period
from thidua_desktop.domain.periods import QUARTERS
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit, SuggestEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.plans.columns import QUARTER_CHOICES
from thidua_desktop.wording import labels

KEEP = "Giữ nguyên"
EMPTY = "-"
_HINT = "Mục để trống thì giữ nguyên; gõ dấu “-” để xóa nội dung của mục ở mọi dòng."


class BulkDialog(Form):
    """Asks what all selected tasks should say; ``texts()`` gives it by the keys of the columns."""

    def __init__(
        self,
        count: int,
        *,
        year: int,
        units: Callable[[], Sequence[str]],
        product: SuggestEdit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"Sửa {count} nhiệm vụ đang chọn", yes="Sửa tất cả", parent=parent)
        self.quarter = QComboBox()
        self.quarter.addItems([KEEP, *QUARTER_CHOICES])
        self.due = DayEdit(year=year)
        self.lead = SuggestEdit(units, separator=";")
        self.coordinate = SuggestEdit(units, separator=";")
        self.product = product
        self.note = QLineEdit()
        self.content.addWidget(label(_HINT, "muted", wrap=True))
        form = QFormLayout()
        form.setSpacing(theme.SPACE_S)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("Quý", self.quarter),
            ("Hạn", self.due),
            ("Chủ trì", self.lead),
            ("Phối hợp", self.coordinate),
            ("Sản phẩm", self.product),
            ("Ghi chú", self.note),
        )
        for text, field in fields:
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.content.addLayout(form)
        self.setMinimumWidth(520)
        self.quarter.currentIndexChanged.connect(lambda _at: self._check())
        for line in self._lines().values():
            line.textChanged.connect(lambda _text: self._check())
        self._check()
        self.quarter.setFocus()

    def texts(self) -> dict[str, str]:
        """Column keys and what to type there, the quarter before the day that decides it anew."""
        texts = {} if self.quarter.currentIndex() == 0 else {"quarter": self.quarter.currentText()}
        typed = {key: squeeze(line.text()) for key, line in self._lines().items()}
        return texts | {key: "" if text == EMPTY else text for key, text in typed.items() if text}

    def _lines(self) -> dict[str, QLineEdit]:
        return {
            "due": self.due,
            "lead": self.lead,
            "coordinate": self.coordinate,
            "product": self.product,
            "note": self.note,
        }

    def _check(self) -> None:
        day_fits = squeeze(self.due.text()) == EMPTY or self.due.readable()
        self.yes.setEnabled(bool(self.texts()) and day_fits)


class CarryOverDialog(Form):
    """Asks in which period the rest of the work is done, and why; ``period()`` and ``reason()``."""

    def __init__(self, tasks: Sequence[Task], parent: QWidget | None = None) -> None:
        super().__init__("Chuyển kỳ", yes="Chuyển kỳ", parent=parent)
        told = (
            f"“{tasks[0].text}”" if len(tasks) == 1 else f"{len(tasks)} nhiệm vụ đang chọn"
        ) + " được ghi là chuyển kỳ; phần việc còn lại thành nhiệm vụ mới ở kỳ sau."
        self.content.addWidget(label(told, wrap=True))
        latest = max(tasks, key=lambda task: (task.year, task.quarter or 5))
        self._periods = _later(latest)
        self.periods = QComboBox()
        self.periods.addItems([labels.period(*period) for period in self._periods])
        self.periods.setCurrentIndex(self._periods.index(next_period(latest)))
        self.periods.setAccessibleName("Chuyển sang")
        self.cause = QLineEdit()
        self.cause.setAccessibleName("Lý do")
        self.cause.setPlaceholderText("Ví dụ: chờ kinh phí; chờ hướng dẫn của cấp trên")
        form = QFormLayout()
        form.setSpacing(theme.SPACE_S)
        form.addRow("Chuyển sang", self.periods)
        form.addRow("Lý do", self.cause)
        self.content.addLayout(form)
        self.setMinimumWidth(480)
        self.cause.textChanged.connect(lambda _text: self._check())
        self._check()
        self.cause.setFocus()

    def period(self) -> Period:
        """The year and quarter chosen."""
        return self._periods[self.periods.currentIndex()]

    def reason(self) -> str:
        """Why."""
        return squeeze(self.cause.text())

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.reason()))


def _later(task: Task) -> list[Period]:
    """The periods that can follow, the nearest first: what is left of the year, then the next one."""
    rest: list[Period] = [
        (task.year, quarter) for quarter in QUARTERS if task.quarter is not None and quarter > task.quarter
    ]
    return [*rest, *((task.year + 1, quarter) for quarter in QUARTERS), (task.year + 1, None)]
