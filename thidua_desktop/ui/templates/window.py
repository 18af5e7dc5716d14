"""The window "Mẫu văn bản": the office's own Word templates, edited in Word, checked here."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QVBoxLayout, QWidget

from thidua_desktop.domain.paper_templates import TemplateKind
from thidua_desktop.services.container import Services
from thidua_desktop.services.templates import TemplateRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Banner, Feedback, Offer, WindowFeedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, button, label, row
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.templates.columns import FIELDS, PAPERS, FieldLine, field_lines, remarks
from thidua_desktop.wording import labels
from thidua_desktop.wording import paper_templates as words

_FIRST_SIZE = (980, 640)
_PAPERS_HEIGHT, _LEAST_HEIGHT = 222, 110
"""All six papers below the heads, without a scroll bar; on a small screen fewer of them and of the fields."""
_REMARKS_SHOWN = 4


class TemplatesWindow(QDialog):
    """Papers above, the fields of the one in front below; what was changed in Word is checked on coming back."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        *,
        preferences: Preferences,
        feedback: Feedback | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._runner = services, runner
        self.banner = Banner()
        self._feedback: Feedback = feedback or WindowFeedback(self, self.banner)
        self.setWindowTitle("Mẫu văn bản Word")
        self.resize(*_FIRST_SIZE)
        WindowPlace(self, preferences, "templates")
        self.papers = TableModel[TemplateRow](PAPERS, lambda one: one.kind, parent=self)
        self.grid = Grid(self.papers, name="templates", preferences=preferences)
        self.grid.setAccessibleName("Các văn bản có mẫu Word")
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setMinimumHeight(_LEAST_HEIGHT)
        self.grid.setMaximumHeight(_PAPERS_HEIGHT)
        self.fields = TableModel[FieldLine](FIELDS, lambda one: (one.field.name, one.owner), parent=self)
        self.field_grid = Grid(self.fields, name="template-fields", preferences=preferences)
        self.field_grid.setAccessibleName("Các trường điền được trong mẫu")
        self.remarks = label("", "error", wrap=True)
        self._about = label("", "strong")
        self._make_buttons()
        self._lay_out()
        self._connect()

    def kind(self) -> TemplateKind:
        """The paper in front."""
        current = self.grid.current()
        return current.kind if current is not None else TemplateKind.DECISION

    def reload(self) -> None:
        """Look at every template again."""
        self._runner.run(self._services.templates.rows, self._show, self._feedback.trouble)

    def showEvent(self, event: QShowEvent) -> None:
        """What was changed while it was closed is read now."""
        super().showEvent(event)
        self.reload()
        self.grid.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Coming back from Word, the clerk sees what became of his changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.reload()

    # making

    def _make_buttons(self) -> None:
        self.edit = button("Sửa mẫu bằng Word", "edit", role="primary", tip="Mở mẫu của cơ quan (Ctrl+Enter)")
        self.again = button("Kiểm tra lại", "check", tip="Xem lại các mẫu (F5)")
        self.back = button("Lấy lại mẫu gốc…", "restore", tip="Thôi dùng mẫu của cơ quan; mẫu ấy vẫn được giữ")
        self.folder = button("Mở thư mục", "open", tip="Thư mục chứa các mẫu của cơ quan")
        self.closing = button("Đóng")
        for made in (self.edit, self.again, self.back, self.folder, self.closing):
            made.setAutoDefault(False)
        action(self, "Kiểm tra lại", "", "F5", self.reload)

    def _lay_out(self) -> None:
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(label("Mẫu văn bản Word", "title"))
        frame.addWidget(label(words.ABOUT, "muted", wrap=True))
        frame.addWidget(self.grid, stretch=2)
        frame.addWidget(self.remarks)
        frame.addLayout(row(self.edit, self.again, self.back, self.folder, 0))
        frame.addSpacing(theme.SPACE_S)
        frame.addWidget(self._about)
        frame.addWidget(label("\n".join(f"• {rule}" for rule in words.RULES), "small", wrap=True))
        frame.addWidget(self.field_grid, stretch=3)
        frame.addLayout(row(0, self.closing))
        self.banner.lie_over(self.field_grid)

    def _connect(self) -> None:
        self.grid.selection_changed.connect(self._on_paper_changed)
        self.grid.opened.connect(lambda _one: self.open_in_word())
        self.edit.clicked.connect(self.open_in_word)
        self.again.clicked.connect(self.reload)
        self.back.clicked.connect(self.restore)
        self.folder.clicked.connect(self._open_folder)
        self.closing.clicked.connect(self.reject)

    # deeds

    def open_in_word(self) -> None:
        """Open the office's template of the paper in front; it is made from the original where there is none."""
        if self.edit.isEnabled():
            work = partial(self._services.templates.edit, self.kind())
            self._runner.run(work, self._on_made, self._feedback.trouble)

    def restore(self) -> None:
        """Ask, then use the original again."""
        kind = self.kind()
        self._feedback.confirm(
            f"Thôi dùng mẫu của cơ quan cho văn bản “{labels.of(kind)}”?",
            detail="Văn bản sẽ in theo mẫu gốc của chương trình. Mẫu của cơ quan được giữ lại thành “… - bản cũ.docx”.",
            yes="Lấy lại mẫu gốc",
            then=partial(self._restore, kind),
        )

    def _restore(self, kind: TemplateKind) -> None:
        work = partial(self._services.templates.restore, kind)
        self._runner.run(work, self._on_restored, self._feedback.trouble)

    def _on_made(self, path: Path) -> None:
        self._feedback.open_file(path)
        self.reload()

    def _on_restored(self, aside: Path | None) -> None:
        if aside is not None:
            offer = Offer("Mở bản cũ", partial(self._feedback.open_file, aside))
            self._feedback.say(f"Đã lấy lại mẫu gốc; mẫu của cơ quan được giữ ở “{aside.name}”.", offers=(offer,))
        self.reload()

    def _open_folder(self) -> None:
        folder = self._services.templates.folder
        if folder.is_dir():
            self._feedback.open_file(folder)
        else:
            self._feedback.say("Cơ quan chưa có mẫu riêng nào; hãy chọn Sửa mẫu bằng Word.", tone=Tone.INFO)

    # showing

    def _show(self, rows: tuple[TemplateRow, ...]) -> None:
        kind = self.kind()
        self.grid.set_rows(rows)
        self.grid.go_to(kind)
        self._on_paper_changed()

    def _on_paper_changed(self) -> None:
        shown = self.grid.current()
        if shown is None:
            return
        said = remarks(shown)
        more = f"\n… và {len(said) - _REMARKS_SHOWN} chỗ khác." if len(said) > _REMARKS_SHOWN else ""
        self.remarks.setText("\n".join(said[:_REMARKS_SHOWN]) + more)
        self.remarks.setVisible(bool(said))
        self.back.setEnabled(shown.own is not None and not self._services.read_only)
        self.edit.setEnabled(not self._services.read_only)
        self._about.setText(f"Các trường của mẫu “{labels.of(shown.kind)}”")
        lines = field_lines(shown.kind)
        if self.fields.rows() != lines:
            self.field_grid.set_rows(lines)
