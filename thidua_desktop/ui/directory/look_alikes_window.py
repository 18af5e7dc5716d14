"""The window "Người nhận có thể trùng": pairs side by side with what speaks for one recipient; the clerk decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.progress import Cancelled
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.look_alikes import AlikeReason
from thidua_desktop.domain.merging import MergePreview
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import action, button, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.directory import empty
from thidua_desktop.ui.directory.frame import Frame
from thidua_desktop.ui.directory.merge_dialog import MergeDialog, short
from thidua_desktop.ui.directory.recipient_actions import RecipientActions
from thidua_desktop.ui.directory.recipient_rows import Choices
from thidua_desktop.wording import labels
from thidua_desktop.wording.look_alikes import reasons

_FIRST_SIZE = (1180, 600)
_LOOKING = "Đang tìm người nhận có thể trùng…"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one."""

    first: Recipient
    second: Recipient
    score: int
    reasons: tuple[AlikeReason, ...]

    @property
    def key(self) -> tuple[RecipientId | None, RecipientId | None]:
        """What tells it apart."""
        return self.first.id, self.second.id


def _why(pair: Pair) -> str:
    text = reasons(pair.reasons)
    return text[:1].upper() + text[1:]


def pair_columns(choices: Choices) -> tuple[Column[Pair], ...]:
    """The columns over ``Pair``."""
    return (
        Column[Pair]("kind", "Đối tượng", lambda pair: labels.of(pair.first.kind), 104, by_choice=True),
        Column[Pair]("first", "Người nhận", lambda pair: short(pair.first, choices), 300, stretch=True, wrap=True),
        Column[Pair]("second", "Có thể trùng với", lambda pair: short(pair.second, choices), 300, wrap=True),
        Column[Pair]("reasons", "Vì sao", _why, 300, wrap=True),
        Column[Pair](
            "score", "Mức giống", lambda pair: f"{pair.score} %", 90, align=RIGHT, sort_key=lambda pair: -pair.score
        ),
    )


def pairs(services: Services) -> tuple[Pair, ...]:
    """All pairs that look alike, those with the highest score first."""
    held = services.recipients
    known = {line.recipient.id: line.recipient for line in held.rows()}
    found = (
        (known.get(alike.first), known.get(alike.second), alike.score, alike.reasons) for alike in held.look_alikes()
    )
    return tuple(
        Pair(first, second, score, why)
        for first, second, score, why in found
        if first is not None and second is not None
    )


class LookAlikesWindow(QDialog):
    """Keeps each answer at once; Ctrl+Z in the main window takes it back."""

    def __init__(
        self,
        frame: Frame,
        choices: Choices,
        go_to: Callable[[RecipientId], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._runner = frame.services, frame.runner
        self._choices, self._go_to = choices, go_to
        self._feedback = frame.feedback
        self.deeds = RecipientActions(frame)
        self.dialog: MergeDialog | None = None
        """The dialog opened last."""
        self.setWindowTitle("Người nhận có thể trùng")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.model = TableModel[Pair](pair_columns(choices), lambda pair: pair.key, parent=self)
        self.grid = Grid(self.model, name="directory.look-alikes", preferences=frame.preferences)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setAccessibleName("Các cặp người nhận có thể trùng")
        self.merge_action = action(self, "Gộp…", "merge", "Ctrl+G", self.merge)
        self.apart_action = action(self, "Không phải một", "close", "Ctrl+Shift+K", self.keep_apart)
        self.go_action = action(self, "Mở trong danh bạ", "right", "Ctrl+Return", self.go)
        self._count = label("", "strong")
        self._lay_out()
        self.grid.opened.connect(lambda _pair: self.go())
        self.grid.selection_changed.connect(self._allow)
        self._fit(parent)
        WindowPlace(self, frame.preferences, "look-alikes")
        self.grid.setFocus()
        self.reload()

    def _lay_out(self) -> None:
        closing = button("Đóng")
        closing.setAutoDefault(False)
        closing.clicked.connect(self.reject)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(empty.no_look_alikes())
        told = (
            "Gộp: hai người nhận thành một, mọi khen thưởng và dữ liệu kèm theo được giữ. "
            "Không phải một: cặp này không hiện lại nữa. Cả hai đều hoàn tác được bằng Ctrl+Z ở cửa sổ chính."
        )
        legend = label(told, "small", wrap=True)
        foot = row(legend, closing)
        foot.setStretch(0, 1)
        deeds = (self.merge_action, self.apart_action, self.go_action)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        outer.setSpacing(theme.SPACE_S)
        outer.addLayout(row(self._count, 0, *map(tool_button, deeds), spacing=theme.SPACE_XS))
        outer.addWidget(self.pages, stretch=1)
        outer.addLayout(foot)

    def _fit(self, parent: QWidget | None) -> None:
        width, height = _FIRST_SIZE
        room = QSize(width + 40, height + 60) if parent is None else parent.window().size()
        self.resize(min(width, room.width() - 40), min(height, room.height() - 60))

    def reload(self) -> None:
        """Look for pairs again; the status bar of the window says how far that is, and stops it."""
        self._count.setText(_LOOKING)
        self._runner.run(partial(pairs, self._services), self._show, self._on_not_found, label=_LOOKING)

    def _on_not_found(self, trouble: AppError) -> None:
        self._count.setText("Chưa tìm hết. Đóng cửa sổ rồi mở lại để tìm tiếp.")
        if not isinstance(trouble, Cancelled):
            self._feedback.trouble(trouble)

    def merge(self) -> None:
        """Ask which values stay when the two of the pair at the cursor become one."""
        pair = self.grid.current()
        if pair is not None and pair.first.id is not None and pair.second.id is not None:
            work = partial(self._services.recipients.merge_preview, pair.first.id, [pair.second.id])
            self._runner.run(work, self._ask)

    def keep_apart(self) -> None:
        """The selected pairs are two each."""
        for pair in self.grid.selected():
            if pair.first.id is not None and pair.second.id is not None:
                self.deeds.not_same(pair.first.id, pair.second.id, self._on_changed)

    def go(self) -> None:
        """Show the record of the column at the cursor in its list."""
        pair = self.grid.current()
        if pair is None:
            return
        at_second = self.model.columns[self.grid.currentIndex().column()].key == "second"
        wanted = pair.second if at_second else pair.first
        if wanted.id is not None:
            self.hide()
            self._go_to(wanted.id)

    def _ask(self, preview: MergePreview) -> None:
        dialog = MergeDialog(preview, self._choices, self)
        others = [one.id for one in preview.others if one.id is not None]
        kept = preview.kept.id
        assert kept is not None
        dialog.accepted.connect(lambda: self.deeds.merge(kept, others, dialog.chosen(), self._on_changed))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _on_changed(self, _changes: Changes) -> None:
        self.reload()

    def _show(self, found: tuple[Pair, ...]) -> None:
        self.grid.set_rows(found)
        self.pages.setCurrentIndex(0 if found else 1)
        self._count.setText(f"{len(found)} cặp có thể trùng" if found else "")
        if found and not self.grid.currentIndex().isValid():
            self.grid.go_to(found[0].key)
        self._allow()

    def _allow(self) -> None:
        chosen, may = self.grid.current() is not None, not self._services.read_only
        for deed in (self.merge_action, self.apart_action):
            deed.setEnabled(chosen and may)
        self.go_action.setEnabled(chosen)
