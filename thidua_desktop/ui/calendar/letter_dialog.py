"""Letters that urge: to which units, by which day they are to answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.task_details import Urging, UrgingWay
from thidua_desktop.services.reporting import Letter
from thidua_desktop.ui.common.letter_form import LetterForm

_ANSWER_DAYS = 5
"""Working days that a unit is given to answer, unless the clerk says otherwise."""

Owing = Sequence[tuple[str, Sequence[TaskId]]]
"""Units with the tasks that they are written about."""


class LetterDialog(LetterForm):
    """``may_log`` offers to keep the letters in the log of urging, where the file may be written."""

    def __init__(
        self,
        owing: Owing,
        today: date,
        calendar: OfficeCalendar,
        *,
        may_log: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self._owing, self._today = tuple(owing), today
        super().__init__(
            "Công văn đôn đốc",
            "Mỗi đơn vị được chọn có một công văn riêng, nêu những việc còn nợ.",
            [f"{unit} ({len(tasks)} nhiệm vụ)" for unit, tasks in self._owing],
            calendar.add_working_days(today, _ANSWER_DAYS),
            log="Ghi lần đôn đốc này vào nhật ký của từng nhiệm vụ" if may_log else "",
            parent=parent,
        )

    def chosen(self) -> tuple[str, ...]:
        """The units that are ticked."""
        return tuple(self._owing[at][0] for at in self.ticked())

    def letters(self) -> tuple[tuple[Letter, tuple[TaskId, ...]], ...]:
        """The letters as asked for, each with its tasks."""
        owing = (self._owing[at] for at in self.ticked())
        return tuple((self.letter(unit), tuple(tasks)) for unit, tasks in owing)

    def urgings(self) -> tuple[Urging, ...]:
        """What the log of urging gets: an entry for each unit and task, none where the box is not ticked."""
        if not self.log.isChecked():
            return ()
        return tuple(
            Urging(task_id, letter.unit, letter.day or self._today, UrgingWay.LETTER, letter.number, letter.answer_by)
            for letter, tasks in self.letters()
            for task_id in tasks
        )
