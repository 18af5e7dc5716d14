"""What stands against signing, each with what can be done about it; and what was changed after the signature."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.decision_changes import Correction
from thidua_desktop.domain.decisions import DecisionLine
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import DecisionLineId
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.feedback import Offer
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import tint
from thidua_desktop.ui.common.widgets import button, label
from thidua_desktop.ui.common.wrapping_list import WrappingList
from thidua_desktop.wording import formats, labels

_SIGNS = {Severity.BLOCKING: ("✗", Tone.DANGER), Severity.WARNING: ("!", Tone.WARNING), Severity.INFO: ("•", Tone.INFO)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at, and what can be done about it."""

    text: str
    severity: Severity | None = None
    """None: it is as it should be."""
    offer: Offer | None = None


class _Checks(WrappingList):
    def __init__(self, do: Callable[[], None]) -> None:
        super().__init__()
        self._do = do
        self.setProperty("role", "plain")
        self.itemDoubleClicked.connect(lambda _item: do())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the line offers."""
        if event.key() in _ENTER:
            self._do()
            return
        super().keyPressEvent(event)


class ChecksPanel(QWidget):
    """A line for each check; Enter or the button below does what the line at the cursor offers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checks: tuple[Check, ...] = ()
        self.list = _Checks(self.do_current)
        self.list.setAccessibleName("Những điều cần kiểm tra trước khi ký")
        self.deed = button("")
        self.deed.clicked.connect(self.do_current)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_S, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S)
        frame.addWidget(self.list, stretch=1)
        frame.addWidget(self.deed, alignment=Qt.AlignmentFlag.AlignLeft)
        self.list.currentRowChanged.connect(lambda _at: self._show_deed())
        self.setFocusProxy(self.list)
        self.show_checks(())

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these, the gravest as they are given."""
        self._checks = tuple(checks)
        self.list.clear()
        for check in self._checks:
            sign, tone = _SIGNS[check.severity] if check.severity is not None else ("✓", Tone.SUCCESS)
            item = QListWidgetItem(f"{sign}  {check.text}")
            tint(item, tone)
            self.list.addItem(item)
        if self._checks:
            self.list.setCurrentRow(0)
        self._show_deed()

    def checks(self) -> tuple[Check, ...]:
        """What is shown."""
        return self._checks

    def do_current(self) -> None:
        """Do what the line at the cursor offers."""
        offer = self._offer()
        if offer is not None:
            offer.do()

    def _offer(self) -> Offer | None:
        at = self.list.currentRow()
        return self._checks[at].offer if 0 <= at < len(self._checks) else None

    def _show_deed(self) -> None:
        offer = self._offer()
        self.deed.setVisible(offer is not None)
        self.deed.setText(offer.text if offer is not None else "")
        self.deed.setAccessibleName(self.deed.text())


class ChangesPanel(QWidget):
    """What is read in the place of an old text since when, by which document, and why; the oldest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = WrappingList()
        self.list.setAccessibleName("Đính chính, thu hồi của quyết định")
        self.list.setProperty("role", "plain")
        nothing = label(
            "Chưa có đính chính, thu hồi nào. Chữ đã ký giữ nguyên; chữ đính chính đứng bên cạnh, có ngày và lý do.",
            "muted",
            wrap=True,
        )
        nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        nothing.setContentsMargins(theme.SPACE_S, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(nothing)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_S, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S)
        frame.addWidget(self.pages)
        self.setFocusProxy(self.list)
        self.show_changes((), {})

    def show_changes(self, changes: Sequence[Correction], lines: Mapping[DecisionLineId | None, DecisionLine]) -> None:
        """Show what was written beside a decision with these lines."""
        self.list.clear()
        self.list.addItems([sentence(one, lines.get(one.line_id)) for one in changes])
        self.pages.setCurrentIndex(0 if changes else 1)

    def sentences(self) -> list[str]:
        """What is shown."""
        return [self.list.item(at).text() for at in range(self.list.count())]


def sentence(one: Correction, line: DecisionLine | None) -> str:
    """A correction or withdrawal in words."""
    place = f"Dòng {line.golden_book or line.place}" if line is not None else "Một dòng"
    by = " ".join(part for part in (one.by_number, f"ngày {formats.day(one.corrected_on)}") if part)
    if one.reads is None:
        return f"{place} – {one.was}: thu hồi ({by}). Lý do: {one.reason}"
    was = f"“{one.was}”" if one.was else "để trống"
    return f"{place} – {labels.of(one.field)}: {was} → “{one.reads}” ({by}). Lý do: {one.reason}"
