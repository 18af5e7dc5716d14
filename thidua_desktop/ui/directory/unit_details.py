"""Beside the tree: what is known of a unit, how its name was written, what has happened to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QFrame,
    QLineEdit,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.unit_events import UnitEvent
from thidua_desktop.domain.unit_tree import UnitTree
from thidua_desktop.domain.units import UnitSpelling
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import tint
from thidua_desktop.ui.common.widgets import label, line, tool_button
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.wording import formats
from thidua_desktop.wording import unit_events as said
from thidua_desktop.wording.directory import UNIT_KINDS

_ID = Qt.ItemDataRole.UserRole
_USES = {
    Kind.RECIPIENT: "người nhận",
    Kind.AWARD_RECORD: "mục khen thưởng",
    Kind.NOMINATION: "đề nghị",
    Kind.SUBMISSION: "lần trình",
    Kind.TASK: "nhiệm vụ",
}


class Spellings(WrappingList):
    """The other ways in which a unit's name was written; Delete forgets one."""

    forget_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets the spelling at the cursor."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and item is not None:
            self.forget_wanted.emit(item.data(_ID))
            return
        super().keyPressEvent(event)


class UnitDetails(QFrame):
    """Shows one unit and says what the clerk wishes; it writes nothing itself."""

    learn_wanted = Signal(str)
    forget_wanted = Signal(int)
    event_changed = Signal()
    """Another event may be at the cursor."""
    unit_wanted = Signal(int)
    """Another unit is to be shown: one that this one was or has become."""
    recipient_wanted = Signal(int)
    """Whoever holds an award of the unit is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self._found: tuple[UnitEvent, ...] = ()
        self._name = label("", "title", wrap=True)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = {key: label("", wrap=True) for key in ("short", "kind", "path", "days", "note", "uses")}
        self.spellings = Spellings()
        self.spellings.setProperty("role", "plain")
        self.spellings.setAccessibleName("Các cách viết tên đơn vị đã nhớ")
        self.spellings.setMinimumHeight(theme.ROW_HEIGHT)
        self.spellings.setMaximumHeight(4 * theme.ROW_HEIGHT)
        self._none = label("Chưa nhớ cách viết nào khác của tên đơn vị này.", "small", wrap=True)
        self.new = QLineEdit()
        self.new.setPlaceholderText("Thêm cách viết khác, ví dụ: Sở GD-ĐT")
        self.new.setAccessibleName("Thêm cách viết khác của tên đơn vị")
        self.new.setToolTip("Gõ cách viết mà các đơn vị hay dùng rồi Enter (Ctrl+L)")
        self.events = WrappingList()
        self.events.setProperty("role", "plain")
        self.events.setAccessibleName("Quá trình của đơn vị")
        self.events.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.awards = WrappingList()
        self.awards.setProperty("role", "plain")
        self.awards.setAccessibleName("Khen thưởng của đơn vị, kể cả khi mang tên cũ")
        self.past = QTabWidget()
        self.past.setDocumentMode(True)
        for entries in (self.events, self.awards):
            entries.setMinimumHeight(theme.ROW_HEIGHT)
        self.past.setAccessibleName("Quá trình và khen thưởng của đơn vị")
        self.past.tabBar().setAccessibleName("Quá trình và khen thưởng của đơn vị")
        self.past.tabBar().setProperty("role", "small")
        self._quiet = label("Chưa ghi việc đổi tên, sáp nhập, tách hay chuyển nào.", "small", wrap=True)
        self._connect()

    def lay_out(self, first: Sequence[QAction], second: Sequence[QAction], correct: QAction) -> None:
        """Place the parts, with buttons at the top and one beside the events."""
        facts = QFormLayout()
        facts.setHorizontalSpacing(theme.SPACE_M)
        titles = ("Tên ngắn", "Loại", "Trực thuộc", "Tồn tại", "Ghi chú", "Liên quan")
        for (_key, field), title in zip(self._facts.items(), titles, strict=True):
            facts.addRow(label(title, "muted"), field)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        frame.setSpacing(theme.SPACE_XS)
        frame.addWidget(self._name)
        frame.addLayout(flow(*map(tool_button, (*first, *second)), spacing=theme.SPACE_XXS))
        frame.addWidget(line())
        frame.addLayout(facts)
        story = QWidget()
        inner = QVBoxLayout(story)
        inner.setContentsMargins(0, theme.SPACE_XS, 0, 0)
        inner.addWidget(self.events, stretch=1)
        inner.addWidget(self._quiet)
        inner.addStretch(0)
        self.past.setCornerWidget(tool_button(correct, text=False))
        self.past.addTab(story, "Quá trình")
        self.past.addTab(self.awards, "Khen thưởng")
        frame.addWidget(self.past, stretch=2)
        frame.addWidget(label("Cách viết đã nhớ (Delete để quên)", "strong"))
        frame.addWidget(self.spellings, stretch=1)
        frame.addWidget(self._none)
        frame.addWidget(self.new)
        frame.addStretch(0)

    def _connect(self) -> None:
        self.new.returnPressed.connect(self._on_new)
        self.spellings.forget_wanted.connect(self.forget_wanted)
        self.events.currentRowChanged.connect(lambda _at: self.event_changed.emit())
        self.events.itemActivated.connect(self._on_event_opened)
        self.awards.itemActivated.connect(lambda item: self.recipient_wanted.emit(item.data(_ID)))

    def show_unit(
        self,
        unit_id: UnitId,
        tree: UnitTree,
        day: date,
        spellings: Sequence[UnitSpelling],
        uses: Mapping[Kind, int],
        *,
        may: bool,
    ) -> None:
        """Show a unit as it is on a day; ``may`` it be changed."""
        unit = tree.unit(unit_id)
        self._name.setText(unit.name)
        above = " › ".join(found.name for found in tree.path(unit_id, day)[:-1])
        texts = {
            "short": unit.short_name or "–",
            "kind": UNIT_KINDS[unit.kind] if unit.kind else "–",
            "path": above or "Không trực thuộc đơn vị nào",
            "days": days_in_words(unit.valid_from, unit.valid_to),
            "note": unit.note or "–",
            "uses": ", ".join(f"{uses[kind]} {word}" for kind, word in _USES.items() if uses.get(kind)) or "–",
        }
        for key, text in texts.items():
            self._facts[key].setText(text)
        self._show_events(unit_id, tree)
        self._show_spellings(spellings)
        self.new.setVisible(may)

    def show_awards(self, entries: Sequence[RegisterEntry], unit_id: UnitId, names: Mapping[str, str]) -> None:
        """Show the awards of a unit, the latest first; what was given under another name says so."""
        self.awards.clear()
        for entry in entries:
            award = names.get(entry.award_id, entry.award_id)
            then = f", khi đó là “{entry.unit}”" if entry.unit and entry.unit_id != unit_id else ""
            item = QListWidgetItem(f"{entry.year}: {award} – {entry.name}{then}")
            item.setData(_ID, entry.recipient_id)
            item.setToolTip("Enter: mở người nhận trong danh bạ")
            self.awards.addItem(item)
        self.past.setTabText(1, f"Khen thưởng ({len(entries)})" if entries else "Khen thưởng")
        self.past.setTabEnabled(1, bool(entries))

    def event_at_cursor(self) -> UnitEvent | None:
        """The event at the cursor, or the only one there is."""
        at = self.events.currentRow()
        if at < 0 and len(self._found) == 1:
            return self._found[0]
        return self._found[at] if 0 <= at < len(self._found) else None

    def _show_events(self, unit_id: UnitId, tree: UnitTree) -> None:
        self.events.clear()
        found = self._found = tree.story(unit_id)
        for event in found:
            item = QListWidgetItem(f"{formats.day(event.happened_on)}: {said.happened(event, tree)}")
            others = [other for other in (*event.before, *event.after) if other != unit_id]
            if unit_id not in event.before and unit_id not in event.after:
                tint(item, Tone.MUTED)
            item.setData(_ID, others[0] if others else None)
            item.setToolTip("Enter: xem đơn vị trước hoặc sau việc này" if others else "")
            self.events.addItem(item)
        self.events.setVisible(bool(found))
        self._quiet.setVisible(not found)

    def _show_spellings(self, spellings: Sequence[UnitSpelling]) -> None:
        at = self.spellings.currentRow()
        self.spellings.clear()
        for spelling in spellings:
            item = QListWidgetItem(spelling.text)
            item.setData(_ID, spelling.id)
            self.spellings.addItem(item)
        self.spellings.setCurrentRow(min(at, len(spellings) - 1))
        self.spellings.setVisible(bool(spellings))
        self._none.setVisible(not spellings)

    def _on_new(self) -> None:
        text = squeeze(nfc(self.new.text()))
        if text:
            self.new.clear()
            self.learn_wanted.emit(text)

    def _on_event_opened(self, item: QListWidgetItem) -> None:
        other = item.data(_ID)
        if other is not None:
            self.unit_wanted.emit(other)


def days_in_words(since: date | None, until: date | None) -> str:
    """``Từ 01/07/2025 đến nay``."""
    start = f"Từ {formats.day(since)}" if since else "Từ trước"
    return f"{start} đến {f'hết {formats.day(until)}' if until else 'nay'}"
