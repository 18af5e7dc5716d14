"""What the law says of the line at the cursor: the verdict, each rule with its article, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.eligibility.verdicts import Assessment, Verdict
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.chips import Chip
from thidua_desktop.ui.common.finding_lines import finding_lines
from thidua_desktop.ui.common.finding_list import FindingList
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import EmptyState, label, note, row, tool_button
from thidua_desktop.wording import eligibility as said
from thidua_desktop.wording import formats
from thidua_desktop.wording.rules import SURE, Names


@dataclass(frozen=True, slots=True)
class Judged:
    """What the panel shows of a line. ``doubles`` are sentences on other lines of the same recipient."""

    title: str
    award: str
    day: date
    assessment: Assessment
    verdict: Verdict
    """What holds: the clerk's own where there is one, not met where something beside the rules is in the way."""
    names: Names
    notes: tuple[str, ...] = ()
    doubles: tuple[str, ...] = ()
    tied: bool = True
    """Whether the program knows who the recipient is."""


class FindingsPanel(QFrame):
    """Shows a line and says what the clerk wishes; it writes nothing itself."""

    ask_opened = Signal(object)
    """Something that is missing is to be written down: an ``Ask``."""
    tie_opened = Signal()
    """The line is to be tied to a recipient of the directory."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setAccessibleName("Điều kiện xét của dòng đang chọn")
        self.title = label("", "strong", wrap=True)
        self._award = label("", "muted", wrap=True)
        self.chip = Chip(Verdict.CANNOT_TELL)
        self.early = label("", "strong")
        self.own = note(theme.Tone.INFO)
        self.basis = label("", "small", wrap=True)
        self.doubles = note(theme.Tone.WARNING)
        self.list = FindingList()
        self.list.ask_opened.connect(self.ask_opened)
        self.list.tie_opened.connect(self.tie_opened)
        self.setFocusProxy(self.list)

    def lay_out(self, deeds: Sequence[QAction]) -> None:
        """Place the parts, with the buttons of what can be done below."""
        inside = QWidget()
        frame = QVBoxLayout(inside)
        frame.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_XS, theme.SPACE_S)
        frame.setSpacing(theme.SPACE_XS)
        frame.addWidget(self.title)
        frame.addWidget(self._award)
        frame.addLayout(row(self.chip, self.early, 0))
        for part in (self.own, self.doubles, self.basis):
            frame.addWidget(part)
        frame.addWidget(self.list, 1)
        for at in range(0, len(deeds), 2):
            frame.addLayout(row(*map(tool_button, deeds[at : at + 2]), 0, spacing=theme.SPACE_XS))
        self.pages = QStackedWidget()
        self.pages.addWidget(inside)
        self.pages.addWidget(_hint("Chưa chọn dòng nào", "Chọn một dòng để xem pháp luật nói gì về đề nghị đó."))
        self.pages.addWidget(_hint("Đang xét…", "Chương trình đang đối chiếu dòng này với bộ quy định."))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)
        self.show_nothing()

    def show_nothing(self) -> None:
        """No line is at the cursor."""
        self.pages.setCurrentIndex(1)
        self.list.show_lines(())

    def show_waiting(self) -> None:
        """The line is being judged."""
        self.pages.setCurrentIndex(2)
        self.list.show_lines(())

    def show_judged(self, judged: Judged) -> None:
        """Show a line with all that was found."""
        found = judged.assessment
        self.title.setText(judged.title)
        self._award.setText(judged.award)
        self.chip.show_member(judged.verdict)
        early = found.earliest if judged.verdict is Verdict.NOT_MET else None
        self.early.setText(f"sớm nhất xét năm {early}" if early else "")
        self._tell(self.own, said.verdict(found) if found.override is not None else "", theme.Tone.INFO)
        self._tell(self.doubles, "\n".join(judged.doubles), theme.Tone.WARNING)
        unsure = found.confidence
        mark = "" if unsure is Confidence.SEEN else f" Mức chắc chắn: {SURE[unsure].lower()}."
        self.basis.setText(f"Xét theo ngày văn bản {formats.day(judged.day)}.{mark}")
        self.list.show_lines(finding_lines(found, judged.names, judged.notes, tied=judged.tied))
        self.pages.setCurrentIndex(0)

    @staticmethod
    def _tell(where: QLabel, text: str, tone: theme.Tone) -> None:
        where.setText(text)
        where.setVisible(bool(text))
        set_tone(where, tone)


def _hint(title: str, text: str) -> QWidget:
    return EmptyState("award", title, text)
