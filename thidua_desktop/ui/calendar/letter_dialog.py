"""Letters that urge: to which units, by which day they are to answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.task_details import Urging, UrgingWay
from thidua_desktop.services.reporting import Format, Letter
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import label

_ANSWER_DAYS = 5
"""Working days that a unit is given to answer, unless the clerk says otherwise."""

Owing = Sequence[tuple[str, Sequence[TaskId]]]
"""Units with the tasks that they are written about."""


class LetterDialog(Form):
    """Units to tick, the day of answer, number and day of the letter; ``format`` is what was chosen.

    ``may_log`` offers to keep the letters in the log of urging, where the file may be written.
    """

    def __init__(
        self,
        owing: Owing,
        today: date,
        calendar: OfficeCalendar,
        *,
        may_log: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Công văn đôn đốc", yes="Xem trước", parent=parent)
        self._owing, self._today = tuple(owing), today
        self.format = Format.PDF
        self.boxes = [QCheckBox(f"{unit.replace('&', '&&')} ({len(tasks)} nhiệm vụ)") for unit, tasks in self._owing]
        self.by, self.day = DayEdit(year=today.year), DayEdit(year=today.year)
        self.by.set_day(calendar.add_working_days(today, _ANSWER_DAYS))
        self.number = QLineEdit()
        self.number.setPlaceholderText("để trống nếu ghi tay, ví dụ: 345/SNV-TĐKT")
        self.log = QCheckBox("Ghi lần đôn đốc này vào nhật ký của từng nhiệm vụ")
        self.log.setVisible(may_log)
        self._said = label("", "muted", wrap=True)
        self.content.addWidget(label("Mỗi đơn vị được chọn có một công văn riêng, nêu những việc còn nợ.", wrap=True))
        self.content.addWidget(self._units(), stretch=1)
        self.content.addLayout(self._form())
        self.content.addWidget(self.log)
        self.content.addWidget(self._said)
        self.word = self.buttons.addButton("Ghi tệp Word…", QDialogButtonBox.ButtonRole.ActionRole)
        self.word.clicked.connect(self._take_word)
        self.setMinimumSize(520, 420)
        for field in (self.by, self.day):
            field.textChanged.connect(self._check)
        for box in self.boxes:
            box.toggled.connect(self._check)
        self._check()
        self.boxes[0].setFocus()

    def _units(self) -> QScrollArea:
        inner = QWidget()
        lines = QVBoxLayout(inner)
        for box in self.boxes:
            box.setChecked(True)
            lines.addWidget(box)
        lines.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName("Đơn vị nhận công văn")
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Hẹn trả lời trước ngày", self.by),
            ("&Số công văn", self.number),
            ("&Ngày công văn", self.day),
        )
        for name, field in rows:
            form.addRow(name, field)
            field.setAccessibleName(name.replace("&", ""))
        return form

    def chosen(self) -> tuple[str, ...]:
        """The units that are ticked."""
        return tuple(unit for box, (unit, _) in zip(self.boxes, self._owing, strict=True) if box.isChecked())

    def letters(self) -> tuple[tuple[Letter, tuple[TaskId, ...]], ...]:
        """The letters as asked for, each with its tasks."""
        by, units = self.by.day(), self.chosen()
        assert by is not None  # the button is off without it
        number = squeeze(nfc(self.number.text())) or None
        day = self.day.day()
        return tuple((Letter(unit, by, number, day), tuple(tasks)) for unit, tasks in self._owing if unit in units)

    def urgings(self) -> tuple[Urging, ...]:
        """What the log of urging gets: an entry for each unit and task, none where the box is not ticked."""
        if not self.log.isChecked():
            return ()
        return tuple(
            Urging(task_id, letter.unit, letter.day or self._today, UrgingWay.LETTER, letter.number, letter.answer_by)
            for letter, tasks in self.letters()
            for task_id in tasks
        )

    def _take_word(self) -> None:
        self.format = Format.DOCX
        self.accept()

    def _check(self) -> None:
        readable = self.by.readable() and self.day.readable()
        if not self.chosen():
            told = "Chọn ít nhất một đơn vị."
        elif not readable or self.by.day() is None:
            told = "Ghi ngày hẹn trả lời theo dạng ngày/tháng/năm, ví dụ 15/06/2026."
        elif len(self.chosen()) > 1 and self.number.text().strip():
            told = "Các công văn sẽ cùng mang một số; nên để trống số khi gửi nhiều đơn vị."
        else:
            told = ""
        self._said.setText(told)
        ready = bool(self.chosen()) and readable and self.by.day() is not None
        for button in (self.yes, self.word):
            button.setEnabled(ready)
