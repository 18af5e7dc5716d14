"""The tab "Hồ sơ" beside the lines: which documents they need, which are there, with the files that prove it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from operator import is_
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QComboBox, QMenu, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.dossiers import DocumentState, DossierFile
from thidua_desktop.domain.ids import NominationId, SubmissionId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, button, label, row, tool_button
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.submissions.dossier_look import DossierLook, look_at
from thidua_desktop.ui.submissions.dossier_table import DossierTable

_KEYS = "Phím cách đổi tình trạng · 1–5 chọn · F2 ghi chú · Enter mở tệp · kéo tệp vào dòng"
_UNKNOWN = "Bộ quy định chưa ghi thành phần hồ sơ của hình thức này. Có thể thêm giấy tờ bằng tay."
_FILTERS = "Mọi tệp (*)"
_FOLDER = "dossier"
_SCOPE_LENGTH = 16
"""Letters that the choice of what is written for has room for at least."""
_CONCERNS = frozenset({Kind.NOMINATION, Kind.SUBMISSION, Kind.ROUND})


class DossierPanel(QWidget):
    """Shows the checklist of one or many lines; what is said is said of them, or of all that their unit has sent."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        navigation: Navigation,
        feedback: Feedback,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._runner, self._navigation = services, runner, navigation
        self._feedback, self._preferences = feedback, preferences
        self._dossiers = services.dossiers
        self._lines: tuple[Nomination, ...] = ()
        self._given: Sequence[Nomination] = ()
        self._unit = ""
        self._look = DossierLook()
        self._wanted = False
        """Whether something has to be looked at that nobody is looking at yet."""
        self._looking = False
        self._outdated = False
        """Whether something was changed since it was looked at."""
        self.editable = not services.read_only
        self.table = DossierTable(preferences)
        self._title, self._basis = label("", "strong", wrap=True), label("", "small", wrap=True)
        self.scope = QComboBox()
        self.scope.setAccessibleName("Ghi cho")
        # However long the unit's name is, the list beside keeps its columns; after a change of colours it would not.
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scope.setMinimumContentsLength(_SCOPE_LENGTH)
        self._said = label("", "small", wrap=True)
        self.settle = button("Nhận đề xuất", "check", tip="Ghi tình trạng hồ sơ theo giấy tờ (Ctrl+Enter)")
        self._make_actions()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self._show(self._look)

    # what is shown

    def show_lines(self, lines: Sequence[Nomination], unit: str) -> None:
        """Show the checklist of lines; ``unit`` sent them, empty where that is not known or not one unit."""
        if lines is self._given and unit == self._unit and not self._outdated:
            return
        self._given = lines
        kept = tuple(line for line in lines if line.id is not None)
        there = len(kept) == len(self._lines) and all(map(is_, kept, self._lines))
        if there and unit == self._unit and not self._outdated:
            return  # the page tells what is chosen whenever it may be something else
        self._lines, self._unit = kept, unit
        self.reload()

    def reload(self) -> None:
        """Look again at what the file holds; while that is being done, once more afterwards."""
        self._wanted = True
        if not self._looking:
            self._look_up()

    def _look_up(self) -> None:
        self._wanted = self._outdated = False
        if not self._lines:
            self._show(DossierLook())
            return
        self._looking = True
        work = partial(look_at, self._services.dossiers, self._lines)
        self._runner.run_aside(work, self._arrived, lambda _trouble: self._arrived(None))

    def _arrived(self, look: DossierLook | None) -> None:
        """None: a line has gone meanwhile; the page hears of it and shows others."""
        self._looking = False
        if self._wanted:  # other lines have been chosen meanwhile
            self._look_up()
        elif look is not None:
            self._show(look)

    def _on_changes_made(self, changes: Changes) -> None:
        self._outdated = self._outdated or bool(changes.touched & _CONCERNS)

    def _show(self, look: DossierLook) -> None:
        self._look = look
        self.table.set_rows(look.rows)
        self.pages.setCurrentIndex(0 if look.rows else 1)
        self._title.setText(self._heading())
        self._basis.setText(look.law)
        self._empty.setText(_UNKNOWN if self._lines else "Chọn một hay nhiều dòng để kiểm tra giấy tờ của hồ sơ.")
        self._fill_scope()
        self._said.setText(look.told)
        self.settle.setVisible(bool(look.proposed))
        self._allow()

    def _heading(self) -> str:
        if len(self._lines) == 1:
            line = self._lines[0]
            return f"{line.honorific} {line.name}" if line.honorific else line.name
        return f"{len(self._lines)} dòng đang chọn" if self._lines else ""

    def _fill_scope(self) -> None:
        kept = self.scope.currentIndex()
        self.scope.blockSignals(True)
        self.scope.clear()
        own = "Dòng này" if len(self._lines) == 1 else f"{len(self._lines)} dòng đang chọn"
        self.scope.addItem(own)
        if self._submission() is not None:
            shared = f"Chung cho cả hồ sơ của {self._unit}"
            self.scope.addItem(shared)
            self.scope.setItemData(1, shared, Qt.ItemDataRole.ToolTipRole)
        self.scope.setCurrentIndex(kept if 0 <= kept < self.scope.count() else 0)
        self.scope.blockSignals(False)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, or let it again unless the file is open for reading only."""
        self.editable = not locked and not self._services.read_only
        self._allow()

    # making

    def _make_actions(self) -> None:
        self.attach_action = action(self, "Đính kèm tệp…", "link", "Ctrl+Alt+A", self.attach)
        self.open_action = action(self, "Mở tệp", "open", "Ctrl+Shift+O", self.open_files)
        self.note_action = action(self, "Ghi chú…", "edit", "Alt+Shift+G", self.write_note)
        self.add_action = action(self, "Thêm giấy tờ…", "add", "Ctrl+Shift+A", self.add_document)
        self.settle_action = action(self, "Nhận đề xuất", "check", "Ctrl+Return", self.take_proposal)
        self.every_action = action(self, "Mọi giấy tờ đều có", "check", "Ctrl+Shift+Y", self.all_present)

    def _lay_out(self) -> None:
        self._empty = label("", "muted", wrap=True)
        self._add_first = tool_button(self.add_action)
        empty = QWidget()
        inner = QVBoxLayout(empty)
        inner.addWidget(self._empty)
        inner.addWidget(self._add_first)
        inner.addStretch(1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(empty)
        self._hint = label(_KEYS, "small", wrap=True)
        deeds = (self.attach_action, self.open_action, self.note_action, self.add_action, self.every_action)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_S, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S)
        frame.setSpacing(theme.SPACE_XS)
        frame.addWidget(self._title)
        frame.addWidget(self._basis)
        scope = row(label("Ghi cho", "muted"), self.scope)
        scope.setStretch(1, 1)
        frame.addLayout(scope)
        frame.addLayout(row(*(tool_button(deed, text=False) for deed in deeds), 0, spacing=theme.SPACE_XXS))
        frame.addWidget(self.pages, 1)
        frame.addWidget(self._said)
        frame.addLayout(row(self.settle, 0))
        frame.addWidget(self._hint)

    def _connect(self) -> None:
        self.table.state_wanted.connect(self.mark)
        self.table.files_wanted.connect(self._attach)
        self.table.note_wanted.connect(self.write_note)
        self.table.opened.connect(lambda _row: self.open_files())
        self.table.selection_changed.connect(self._allow)
        self.settle.clicked.connect(self.take_proposal)
        self.scope.currentIndexChanged.connect(lambda _at: self._allow())
        self._navigation.changes_made.connect(self._on_changes_made)

    def _allow(self) -> None:
        may, chosen = self.editable and bool(self._lines), self.table.selected()
        self.table.locked = not may
        one = len(chosen) == 1 and (len(self._lines) == 1 or self._shared())
        self.attach_action.setEnabled(may and one)
        self.open_action.setEnabled(any(each.files for each in chosen))
        self.note_action.setEnabled(may and bool(chosen))
        self.add_action.setEnabled(may)
        self.every_action.setEnabled(may and self._look.checked)
        self.settle_action.setEnabled(may and bool(self._look.proposed))
        self.settle.setEnabled(self.settle_action.isEnabled())
        self.scope.setEnabled(may)
        self._hint.setVisible(may)

    # doing

    def mark(self, state: DocumentState | None) -> None:
        """Give the selected documents a state; None: the one after that of the document at the cursor."""
        chosen, current = self.table.selected(), self.table.current()
        if not chosen or not self.editable or not self._lines:
            return
        wanted = state or (current or chosen[0]).next
        self._write([each.code for each in chosen], wanted)

    def all_present(self) -> None:
        """Every document that nobody has looked at is there."""
        codes = [each.code for each in self.table.rows() if each.state in (None, DocumentState.UNCHECKED)]
        if codes:
            self._write(codes, DocumentState.PRESENT)

    def write_note(self) -> None:
        """Ask for a note on the selected documents, for instance what is wrong with them."""
        chosen = self.table.selected()
        if not chosen or not self.editable:
            return
        state = chosen[0].state or DocumentState.FAULTY
        codes = [each.code for each in chosen]

        def noted(text: str) -> None:
            self._write(codes, state, text)

        self._feedback.ask_text("Ghi chú giấy tờ", f"Ghi chú về “{chosen[0].name}”:", yes="Ghi", then=noted)

    def add_document(self) -> None:
        """Ask for a document that the law does not name."""
        if self._lines and self.editable:
            question = "Tên giấy tờ cần thêm vào hồ sơ:"
            self._feedback.ask_text(
                "Thêm giấy tờ", question, yes="Thêm", then=lambda name: self._write([name], DocumentState.MISSING)
            )

    def attach(self) -> None:
        """Ask for a file of the document at the cursor."""
        current = self.table.current()
        if current is None:
            return

        def chosen(path: Path) -> None:
            self._preferences.set_folder(_FOLDER, path.parent)
            self._attach(current.code, (path,))

        self._feedback.choose_file(
            f"Đính kèm tệp cho “{current.name}”", _FILTERS, self._preferences.folder(_FOLDER), chosen
        )

    def open_files(self) -> None:
        """Open the file of the document at the cursor; with several of them, ask which."""
        current = self.table.current()
        files = current.files if current is not None else ()
        if not files:
            self._feedback.say("Giấy tờ này chưa có tệp đính kèm.", tone=Tone.MUTED)
        elif len(files) == 1:
            self.open_file(files[0])
        else:
            self.file_menu(files).popup(QCursor.pos())

    def file_menu(self, files: Sequence[DossierFile]) -> QMenu:
        """Files to open, and below them to take away."""
        menu = QMenu(self)
        for file in files:
            menu.addAction(file.file_name).triggered.connect(partial(self.open_file, file))
        if self.editable:
            away = menu.addMenu("Bỏ tệp")
            for file in files:
                away.addAction(file.file_name).triggered.connect(partial(self.detach, file))
        return menu

    def open_file(self, file: DossierFile) -> None:
        """Open an attached file in the program that the system has for it."""

        def ready(path: Path | None) -> None:
            if path is None:
                told = f"Tệp “{file.file_name}” không còn hoặc đã hỏng trong thư mục đính kèm; hãy đính kèm lại."
                self._feedback.say(told, tone=Tone.DANGER)
            else:
                self._feedback.open_file(path)

        self._runner.run(partial(self._dossiers.open_file, file), ready)

    def detach(self, file: DossierFile) -> None:
        """Take a file away."""
        if file.id is not None:
            self._run(partial(self._dossiers.detach, file.id), f"Đã bỏ tệp “{file.file_name}”.")

    def take_proposal(self) -> None:
        """Give the lines the states that their documents propose."""
        proposed = list(self._look.proposed)
        if proposed and self.editable:
            text = f"Đã ghi tình trạng hồ sơ của {len(proposed)} dòng theo giấy tờ."
            self._run(partial(self._dossiers.settle, proposed), text)

    def _write(self, codes: Sequence[str], state: DocumentState, note: str | None = None) -> None:
        submission = self._submission() if self._shared() else None
        if submission is not None:
            work: Callable[[], Changes] = partial(self._dossiers.mark_shared, submission, codes, state, note=note)
        else:
            work = partial(self._dossiers.mark, self._ids(), codes, state, note=note)
        self._run(work, "")

    def _attach(self, code: str, files: Sequence[Path]) -> None:
        submission = self._submission() if self._shared() else None
        if submission is not None:
            self._run(partial(self._dossiers.attach_shared, submission, code, files), _attached(files))
        elif len(self._lines) == 1:
            self._run(partial(self._dossiers.attach, self._ids()[0], code, files), _attached(files))
        else:
            told = "Tệp đính kèm cho một dòng, hoặc chung cho cả hồ sơ của đơn vị; hãy chọn lại ở ô “Ghi cho”."
            self._feedback.say(told, tone=Tone.WARNING)

    def _run(self, work: Callable[[], Changes], text: str) -> None:
        def done(changes: Changes) -> None:
            self._navigation.changes_made.emit(changes)
            if text:
                self._feedback.say(text)
            if self._outdated:
                self.reload()

        self._runner.run(work, done)

    def _ids(self) -> list[NominationId]:
        return [line.id for line in self._lines if line.id is not None]

    def _submission(self) -> SubmissionId | None:
        """What all of the lines came with, if it is one."""
        found = {line.submission_id for line in self._lines}
        return next(iter(found)) if len(found) == 1 else None

    def _shared(self) -> bool:
        return self.scope.currentIndex() == 1


def _attached(files: Sequence[Path]) -> str:
    return f"Đã đính kèm “{files[0].name}”." if len(files) == 1 else f"Đã đính kèm {len(files)} tệp."
