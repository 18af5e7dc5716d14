"""The documents that prove a task's result, in its panel: add one, open its file, take one away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.task_details import Evidence
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.file_field import Choose, FileField, file_dropped
from thidua_desktop.ui.calendar.part_list import PartLine, PartList
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.wording import task_details as said


class EvidencePart(QWidget):
    """Shows the documents and says what the clerk wishes; it writes nothing itself."""

    add_wanted = Signal(int, object)
    """A document is to be added to a task; with the ``Path`` of a file that was dropped, or None."""
    open_wanted = Signal(object)
    """The file of an ``Evidence`` is to be opened."""
    drop_wanted = Signal(object)
    """An ``Evidence`` is to be taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._evidence: tuple[Evidence, ...] = ()
        self._empty = label("", "small", wrap=True)
        self.list = PartList("Văn bản kết quả")
        self._add = button("Thêm văn bản…", "add", tip="Ghi số, ngày văn bản, đính kèm tệp (Ctrl+E)")
        self._add.clicked.connect(lambda: self._ask(None))
        self._open = button("Mở tệp", "open", tip="Mở tệp đính kèm của dòng đang chọn (Enter)")
        self._open.clicked.connect(lambda: self._on_opened(self.list.currentRow()))
        self._keys = label("Enter mở tệp · Delete bỏ · kéo tệp vào đây để đính kèm", "small", wrap=True)
        self.list.line_opened.connect(self._on_opened)
        self.list.line_dropped.connect(lambda at: self.drop_wanted.emit(self._evidence[at]))
        self.list.currentRowChanged.connect(lambda _at: self._show_state())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE_S)
        for part in (self._empty, self.list):
            layout.addWidget(part)
        layout.addLayout(row(self._add, self._open, 0))
        layout.addWidget(self._keys)

    def show_evidence(self, task: Task, evidence: tuple[Evidence, ...], *, may: bool) -> None:
        """Show the documents of a task; ``may`` they be changed."""
        self._task, self._evidence = task, evidence
        self.list.locked = not may
        self.setAcceptDrops(may)
        self.list.setVisible(bool(evidence))
        self.list.show_lines([PartLine(_line(found)) for found in evidence])
        old = f"Đã ghi: {task.evidence}." if task.evidence and not evidence else ""
        self._empty.setText("" if evidence else old or "Chưa có văn bản kết quả.")
        self._empty.setVisible(not evidence)
        self._add.setVisible(may)
        self._keys.setVisible(may)
        self._show_state()

    def words(self) -> str:
        """The heading of the part."""
        return f"Kết quả {len(self._evidence)}" if self._evidence else "Kết quả"

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped."""
        if file_dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for number and day of the document that was dropped."""
        path = file_dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._ask(path)

    def _show_state(self) -> None:
        at = self.list.currentRow()
        self._open.setVisible(0 <= at < len(self._evidence) and self._evidence[at].sha256 is not None)

    def _ask(self, path: Path | None) -> None:
        if self._task is not None and self._task.id is not None:
            self.add_wanted.emit(self._task.id, path)

    def _on_opened(self, at: int) -> None:
        if 0 <= at < len(self._evidence) and self._evidence[at].sha256 is not None:
            self.open_wanted.emit(self._evidence[at])


class EvidenceDialog(Form):
    """A document: number, day, what it is, its file. One of number, name and file is needed."""

    def __init__(self, task: Task, today: date, choose: Choose, parent: QWidget | None = None) -> None:
        super().__init__("Thêm văn bản kết quả", yes="Thêm", parent=parent)
        self._task = task
        self.number, self.title = QLineEdit(), QLineEdit()
        self.number.setPlaceholderText("ví dụ: 125/BC-SNV")
        self.issued = DayEdit(year=today.year)
        self.file = FileField(choose)
        self._wrong = label("", "error", wrap=True)
        form = QFormLayout()
        fields: tuple[tuple[str, QWidget], ...] = (
            ("&Số, ký hiệu văn bản", self.number),
            ("N&gày văn bản", self.issued),
            ("&Trích yếu", self.title),
            ("Tệp đính kèm", self.file),
        )
        for name, field in fields:
            form.addRow(name, field)
            field.setAccessibleName(name.replace("&", ""))
        self.content.addWidget(label(task.text, "strong", wrap=True))
        self.content.addLayout(form)
        self.content.addWidget(self._wrong)
        self.setMinimumWidth(520)
        for line in (self.number, self.title, self.issued):
            line.textChanged.connect(self._check)
        self.file.changed.connect(self._check)
        self._check()
        self.number.setFocus()

    def evidence(self) -> Evidence:
        """The document as entered, without its file."""
        assert self._task.id is not None
        number, title = (squeeze(nfc(field.text())) or None for field in (self.number, self.title))
        return Evidence(self._task.id, number=number, issued_on=self.issued.day(), title=title)

    def path(self) -> Path | None:
        """The file to be kept with it."""
        return self.file.path()

    def _check(self) -> None:
        readable = self.issued.readable()
        self._wrong.setText("" if readable else "Ngày ghi theo dạng ngày/tháng/năm, ví dụ 15/06/2026.")
        self._wrong.setVisible(not readable)
        said_something = self.file.path() is not None or any(squeeze(f.text()) for f in (self.number, self.title))
        self.yes.setEnabled(readable and said_something)


def _line(found: Evidence) -> str:
    named = said.evidence(found)
    return f"{named}\n{found.file_name}" if found.file_name and found.file_name != named else named
