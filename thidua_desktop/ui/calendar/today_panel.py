"""What asks for attention now, beside the calendar while no task is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.calendar import AgendaGroup, agenda, time_left
from thidua_desktop.domain.holidays import lunar_day
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.lane import Divider, Lane
from thidua_desktop.ui.calendar.scene import Scene, day_notes
from thidua_desktop.ui.calendar.task_chip import TaskChip
from thidua_desktop.ui.calendar.view import CalendarView
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import calendar as said

_MOST = 40
"""Chips of one kind that are drawn; more would take the clerk seconds and nobody reads them here."""
_URGENT = (AgendaGroup.OVERDUE, AgendaGroup.TODAY, AgendaGroup.SOON)


class TodayPanel(CalendarView):
    """Today's date with its lunar date, then the tasks that are overdue, due today and due within a week."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = label("", "title")
        self._notes = label("", "small", wrap=True)
        self._lane = Lane(self, empty="Không có việc quá hạn hoặc đến hạn trong 7 ngày tới.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_XS)
        layout.addWidget(self._day)
        layout.addWidget(self._notes)
        layout.addWidget(self._lane, 1)

    def rebuild(self, scene: Scene) -> None:
        """Make the lists of today."""
        lunar = lunar_day(scene.today)
        notes = (said.full_lunar(lunar),) if lunar is not None else ()
        self._day.setText(said.full_day(scene.today))
        self._notes.setText("; ".join((*notes, *day_notes(scene.today, scene.calendar))))
        widgets: list[QWidget] = []
        urgent = [section for section in agenda(scene.around_today(), scene.today) if section.group in _URGENT]
        for section in urgent:
            widgets.append(Divider(f"{said.section(section)} – {len(section.tasks)} việc"))
            widgets += [
                self.make_chip(task, scene, self._lane, lines=3, prefix=_left(task, scene))
                for task in section.tasks[:_MOST]
            ]
            if len(section.tasks) > _MOST:  # an office that has never ticked anything off has thousands
                left_out = len(section.tasks) - _MOST
                widgets.append(Divider(f"và {left_out} việc nữa, xem ở chế độ Danh sách"))
        total = sum(len(section.tasks) for section in urgent)
        self._lane.show_tasks("Cần làm ngay", f"{total} việc" if total else "", widgets)
        self.setAccessibleName(f"Hôm nay {said.full_day(scene.today)}, {total} việc cần làm ngay")

    def urgent_chips(self) -> tuple[TaskChip, ...]:
        """The chips of what asks for attention, most urgent first."""
        return self._lane.chips()

    def _drawn_alike(self, old: Scene, new: Scene) -> bool:
        return old.alike(new)


def _left(task: Task, scene: Scene) -> str:
    left = time_left(task, scene.today, scene.calendar)
    if left is None or left.due_today:
        return ""
    return said.time_left(left).removeprefix("quá hạn ").removesuffix(" làm việc")
