"""What all requests of the calendar share: the task in hand, closed years, one dialog at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.ids import TaskId
from thidua_desktop.domain.tasks import Task
from thidua_desktop.services.container import Services
from thidua_desktop.services.years import YearClosed
from thidua_desktop.ui.calendar.scene import Scene
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences

DOCUMENTS = "Văn bản, ảnh (*.pdf *.doc *.docx *.xls *.xlsx *.png *.jpg *.jpeg *.zip);;Mọi tệp (*)"
_FOLDER = "evidence"


class Holder(Protocol):
    """Whoever shows the tasks."""

    @property
    def scene(self) -> Scene:
        """What is shown."""

    def task(self, task_id: TaskId) -> Task:
        """A task that is shown."""

    def choose(self, task_id: TaskId | None) -> None:
        """Show a task in full."""

    def unit_names(self) -> tuple[str, ...]:
        """The units that can be offered."""


class Asking(QObject):
    """Opens dialogs above a page; refuses them where nothing can be changed."""

    def __init__(
        self, page: QWidget, holder: Holder, services: Services, feedback: Feedback, preferences: Preferences
    ) -> None:
        super().__init__(page)
        self.page, self.holder, self.services = page, holder, services
        self.feedback, self._preferences = feedback, preferences
        self.dialog: Form | None = None
        """The dialog opened last."""

    def with_chosen(self, do: Callable[[TaskId], None]) -> Callable[[], None]:
        """A deed for the task chosen at that moment, if there is one."""

        def run() -> None:
            chosen = self.holder.scene.chosen
            if chosen is not None:
                do(chosen)

        return run

    def may_change(self, task: Task) -> bool:
        """Whether something can be changed in the task's year; says so where it cannot."""
        closed = task.year in self.services.years.closed()
        if closed:
            self.feedback.trouble(YearClosed(year=str(task.year)))
        return not closed and not self.services.read_only

    def open(self, dialog: Form) -> None:
        """Show a dialog; it goes by itself when it is answered."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def choose_file(self, then: Callable[[Path], None]) -> None:
        """Let the clerk pick a document; the folder is remembered."""

        def chosen(path: Path) -> None:
            self._preferences.set_folder(_FOLDER, path.parent)
            then(path)

        self.feedback.choose_file("Chọn văn bản kết quả", DOCUMENTS, self._preferences.folder(_FOLDER), chosen)
