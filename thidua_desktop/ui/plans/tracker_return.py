"""A tracker that others have filled in: what it changes, mine beside theirs, and which of it is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QTabWidget, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import TaskState
from thidua_desktop.domain.trackers import FieldChange, Value
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import Column, Editor
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.finished import taken_in
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.wording import formats, labels, messages

if TYPE_CHECKING:
    from thidua_desktop.services.trackers import TrackerReturn


WORKBOOKS = "Bảng theo dõi Excel (*.xlsx)"
_TRACKERS = "tracker"
_TAKE, _KEEP = "Nhận", "Giữ"
_CHOICES = {_TAKE: True, _KEEP: False}


@dataclass(frozen=True, slots=True)
class Choice:
    """One change and whether it is taken over."""

    at: int
    task: str
    change: FieldChange
    taken: bool


def choice_columns() -> tuple[Column[Choice], ...]:
    """The columns over ``Choice``."""
    return (
        Column[Choice]("task", "Nhiệm vụ", lambda choice: choice.task, 280, stretch=True, wrap=True, frozen=True),
        Column[Choice]("field", "Mục", lambda choice: labels.of(choice.change.field), 120, by_choice=True),
        Column[Choice](
            "mine",
            "Đang lưu",
            lambda choice: _written(choice.change.mine),
            150,
            wrap=True,
            tone=lambda choice: Tone.MUTED if choice.taken else Tone.INFO,
        ),
        Column[Choice](
            "theirs",
            "Đơn vị gửi về",
            lambda choice: _written(choice.change.theirs),
            150,
            wrap=True,
            tone=lambda choice: Tone.INFO if choice.taken else Tone.MUTED,
        ),
        Column[Choice](
            "taken",
            "Nhận hay giữ",
            lambda choice: _TAKE if choice.taken else _KEEP,
            120,
            editor=Editor.CHOICE,
            choices=lambda: tuple(_CHOICES),
            edit=lambda choice, text: replace(choice, taken=entry.choice(text, _CHOICES)),
            tone=lambda choice: Tone.SUCCESS if choice.taken else Tone.NEUTRAL,
        ),
        Column[Choice]("result", "Kết quả", _result, 150, wrap=True, tone=lambda _choice: Tone.SUCCESS),
    )


class TrackerDialog(Form):
    """Shows a returned tracker; ``taken()`` gives the changes to take over."""

    def __init__(
        self, returned: TrackerReturn, texts: dict[TaskId, str], *, preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__(f"Nhận bảng theo dõi – {returned.path.name}", yes="Nhận các thay đổi đã chọn", parent=parent)
        choices = [
            Choice(at, texts.get(change.task_id, ""), change, taken=not change.conflict)
            for at, change in enumerate(returned.changes)
        ]
        grouping = Grouping[Choice](_group_title, lambda rows: f"{len(rows)} thay đổi")
        columns = choice_columns()
        self.model = TableModel[Choice](columns, lambda choice: choice.at, grouping=grouping, parent=self)
        self.grid = Grid(self.model, name="plans.tracker", preferences=preferences)
        self.grid.setAccessibleName("Thay đổi trong bảng theo dõi")
        self.grid.installEventFilter(self)
        self.grid.set_rows(sorted(choices, key=lambda choice: (not choice.change.conflict, choice.at)))
        take = action(self, "Nhận", "check", "Ctrl+Shift+A", partial(self._set, taken=True))
        keep = action(self, "Giữ như đang lưu", "close", "Ctrl+Shift+G", partial(self._set, taken=False))
        self._told = label("", "strong")
        self.content.addLayout(row(self._told, 0, tool_button(take), tool_button(keep)))
        self.content.addWidget(label("Phím cách đổi giữa Nhận và Giữ cho các dòng đang chọn.", "small"))
        self.content.addWidget(self.grid, stretch=3)
        if returned.findings:
            self.content.addWidget(_findings(returned), stretch=1)
        self.model.edited.connect(lambda _rows: self._tell())
        size = parent.window().size()
        self.resize(min(1180, size.width() - 40), min(640, size.height() - 60))
        WindowPlace(self, preferences, "tracker")
        self._tell()
        self.grid.setFocus()

    def taken(self) -> tuple[FieldChange, ...]:
        """The changes chosen."""
        return tuple(choice.change for choice in self.model.rows() if choice.taken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space turns the choice of the selected rows."""
        if watched is self.grid and _is_space(event):
            chosen = self.grid.selected()
            if chosen:
                self._set(taken=not chosen[0].taken)
            return True
        return super().eventFilter(watched, event)

    def _set(self, *, taken: bool) -> None:
        self.grid.enter_in_column("taken", _TAKE if taken else _KEEP)

    def _tell(self) -> None:
        rows = self.model.rows()
        conflicts = sum(choice.change.conflict for choice in rows)
        told = f"{len(rows)} thay đổi, nhận {len(self.taken())}"
        self._told.setText(f"{told}; {conflicts} chỗ hai bên cùng sửa cần chọn" if conflicts else told)
        self.yes.setEnabled(bool(self.taken()))


class TrackerReceipt:
    """Reads a tracker in the background, shows it, takes over what the clerk agrees to."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        self._services, self._runner = services, runner
        self._navigation, self._feedback = navigation, feedback
        self._preferences, self._window = preferences, window
        self.dialog: TrackerDialog | None = None
        """The dialog opened last."""

    def choose(self) -> None:
        """Let the clerk pick a returned workbook."""
        folder = self._preferences.folder(_TRACKERS)
        self._feedback.choose_file("Nhận bảng theo dõi", WORKBOOKS, folder, self.read)

    def read(self, path: Path) -> None:
        """Compare a returned workbook with what is kept, and show it."""
        self._preferences.set_folder(_TRACKERS, path.parent)
        self._runner.run(partial(self._services.trackers.read, path), self.show, label=f"Đang đọc {path.name}…")

    def show(self, returned: TrackerReturn) -> None:
        """Show what a returned tracker would change."""
        if not returned.changes and not returned.findings:
            self._feedback.say(f"“{returned.path.name}” không có gì khác với dữ liệu đang lưu.", tone=Tone.INFO)
            return
        texts = {change.task_id: self._services.tasks.get(change.task_id).text for change in returned.changes}
        parent = self._window.window()
        dialog = TrackerDialog(returned, texts, preferences=self._preferences, parent=parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._apply(returned, dialog.taken()))
        self.dialog = dialog
        dialog.open()

    def _apply(self, returned: TrackerReturn, taken: Sequence[FieldChange]) -> None:
        work = partial(self._services.trackers.apply, returned, taken)
        self._runner.run(work, partial(self._on_applied, returned, taken), label="Đang cập nhật các nhiệm vụ…")

    def _on_applied(self, returned: TrackerReturn, taken: Sequence[FieldChange], changes: Changes) -> None:
        self._navigation.changes_made.emit(changes)
        told = f"Đã nhận “{returned.path.name}”: cập nhật {changes.params['count']} nhiệm vụ."
        first = next((change.task_id for change in taken), None)
        see = partial(self._navigation.open_requested.emit, Kind.TASK.value, first)
        self._feedback.say(told, offers=() if first is None else taken_in(see))


def _written(value: Value) -> str:
    match value:
        case TaskState():
            return labels.of(value)
        case date():
            return formats.day(value)
        case int():
            return f"{value} %"
        case _:
            return value or "(trống)"


def _result(choice: Choice) -> str:
    return _written(choice.change.theirs if choice.taken else choice.change.mine)


def _is_space(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Space


def _group_title(choice: Choice) -> str:
    return "Hai bên cùng sửa – cần chọn" if choice.change.conflict else "Chỉ đơn vị sửa"


def _findings(returned: TrackerReturn) -> QTabWidget:
    listed = QListWidget()
    listed.setAccessibleName("Nhận xét khi đọc")
    listed.setWordWrap(True)
    listed.setProperty("role", "plain")
    for finding in returned.findings:
        where = f" (dòng {finding.source.row})" if finding.source is not None and finding.source.row else ""
        listed.addItem(f"{labels.of(finding.severity)}: {messages.finding(finding)}{where}")
    holder = QTabWidget()
    holder.setDocumentMode(True)
    holder.addTab(listed, f"Nhận xét khi đọc ({len(returned.findings)})")
    return holder
