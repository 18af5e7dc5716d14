"""Đối chiếu họ tên: council result, decision list and text to print below each other, differing letters marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.decisions import NameSource
from thidua_desktop.domain.ids import DecisionLineId
from thidua_desktop.domain.name_marks import Stretch, marked, unseen
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import button, card, label, row
from thidua_desktop.wording import labels

_SIDE_WIDTH, _MIDDLE_HEIGHT = 280, 320
_MISSING = "không có"


@dataclass(frozen=True, slots=True)
class NameCase:
    """A line whose three texts are not the same; ``reason`` is why it may stand, once somebody has said so."""

    line_id: DecisionLineId
    place: int
    council: str | None
    listed: str | None
    printed: str | None
    reason: str = ""

    @property
    def name(self) -> str:
        """What it is called in the list of lines."""
        return self.listed or self.council or self.printed or ""


Answer = Callable[[DecisionLineId, str], None]
"""Keeps why a name may stand; or puts another name into the draft."""


class NamesDialog(Form):
    """Every differing line is put right or answered; ``show_cases`` shows what is left after each."""

    def __init__(self, title: str, *, may_change: bool, answer: Answer, take: Answer, parent: QWidget | None = None):
        """``may_change``: the list is a draft, so that a name can be put right in it by ``take``."""
        super().__init__("Đối chiếu họ tên", yes="Đóng", parent=parent)
        self._cases: tuple[NameCase, ...] = ()
        self._answer, self._take, self._may_change = answer, take, may_change
        self.no.hide()
        self._said = label("", wrap=True)
        self.list = QListWidget()
        self.list.setAccessibleName("Các dòng không khớp")
        self.list.setFixedWidth(_SIDE_WIDTH)
        self.texts = {source: _text() for source in NameSource}
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("ví dụ: đúng theo căn cước, biên bản ghi thiếu dấu")
        self.reason.setAccessibleName("Vì sao vẫn in như vậy")
        self.keep = button("Giữ như sẽ in, ghi lý do", "check")
        self.take_council = button("Lấy tên Hội đồng đã duyệt", "undo")
        for made in (self.keep, self.take_council):
            made.setAutoDefault(False)
        self.content.addWidget(label(title, "strong", wrap=True))
        self.content.addWidget(self._said)
        self._middle = QWidget()
        inner = row(self.list, self._compared(), spacing=theme.SPACE_M)
        inner.setStretch(1, 1)
        self._middle.setLayout(inner)
        self.content.addWidget(self._middle, stretch=1)
        self.setMinimumWidth(880)
        self.list.currentRowChanged.connect(lambda _at: self._show_current())
        self.reason.textChanged.connect(lambda _text: self._allow())
        self.reason.returnPressed.connect(self._on_keep)
        self.keep.clicked.connect(self._on_keep)
        self.take_council.clicked.connect(self._on_take)
        self.yes.setDefault(False)
        self.yes.setAutoDefault(False)

    def show_cases(self, cases: Sequence[NameCase], lines: int) -> None:
        """Show the differing lines of a list of ``lines``, those without an answer first."""
        self._cases = tuple(sorted(cases, key=lambda case: (bool(case.reason), case.place)))
        opened = self.open_cases()
        self._said.setText(_said(lines, len(self._cases), opened))
        self.list.clear()
        self.list.addItems([f"{'✓' if case.reason else '•'} Dòng {case.place}: {case.name}" for case in self._cases])
        self._middle.setVisible(bool(self._cases))
        self._middle.setMinimumHeight(_MIDDLE_HEIGHT if self._cases else 0)
        if self._cases:
            self.list.setCurrentRow(0)
        # What is typed at once is the reason: on the button a blank would close the dialog.
        (self.reason if opened else self.yes).setFocus()
        self._allow()

    def open_cases(self) -> int:
        """How many lines are neither put right nor answered."""
        return sum(not case.reason for case in self._cases)

    def current(self) -> NameCase | None:
        """The line in front."""
        at = self.list.currentRow()
        return self._cases[at] if 0 <= at < len(self._cases) else None

    def _compared(self) -> QWidget:
        made = card()
        inner = QVBoxLayout(made)
        inner.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        for source, text in self.texts.items():
            inner.addWidget(label(labels.of(source), "muted"))
            inner.addWidget(text)
        told = "Chữ được tô là chữ không giống nhau; dấu · là khoảng trắng, ◌ là dấu gõ rời."
        inner.addWidget(label(told, "small", wrap=True))
        inner.addStretch(1)
        inner.addWidget(label("Vì sao vẫn in như vậy", "muted"))
        inner.addWidget(self.reason)
        inner.addLayout(row(self.keep, self.take_council, 0))
        return made

    def changeEvent(self, event: QEvent) -> None:
        """The marks are drawn anew in the colours of another scheme, once all else has them."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._show_texts)

    def _show_current(self) -> None:
        case = self.current()
        if case is None:
            return
        self._show_texts()
        self.reason.setText(case.reason)
        self._allow()

    def _show_texts(self) -> None:
        case = self.current()
        if case is None:
            return
        texts = (case.council, case.listed, case.printed)
        for made, text, cut in zip(self.texts.values(), texts, marked(texts), strict=True):
            made.setText(_rich(cut))
            made.setAccessibleDescription(text or _MISSING)

    def _allow(self) -> None:
        case = self.current()
        self.keep.setEnabled(case is not None and bool(squeeze(self.reason.text())))
        changeable = case is not None and case.council is not None and case.council != case.listed
        self.take_council.setEnabled(changeable and self._may_change)
        self.take_council.setToolTip("" if self._may_change else "Danh sách không còn là dự thảo nên không sửa được.")

    def _on_keep(self) -> None:
        case, reason = self.current(), squeeze(nfc(self.reason.text()))
        if case is not None and reason:
            self._answer(case.line_id, reason)

    def _on_take(self) -> None:
        case = self.current()
        if case is not None and case.council is not None:
            self._take(case.line_id, case.council)


def _said(lines: int, differing: int, opened: int) -> str:
    if not differing:
        return f"Cả {lines} dòng khớp từng chữ: kết quả Hội đồng, danh sách kèm quyết định và chữ sẽ in."
    if not opened:
        return f"{differing} dòng không khớp đều đã có lý do; có thể in và ghi số quyết định."
    return f"Còn {opened} dòng không khớp chưa có lý do. Hãy sửa cho khớp hoặc ghi lý do trước khi in và ghi số."


def _text() -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def _rich(cut: Sequence[Stretch] | None) -> str:
    if cut is None:
        return f'<span style="color:{theme.tokens().muted}">{_MISSING}</span>'
    ink = theme.ink(Tone.DANGER)
    marking = f"background-color:{ink.ground}; color:{ink.text}; font-weight:bold"
    parts = (
        f'<span style="{marking}">{escape(unseen(one.text))}</span>' if one.differs else escape(one.text) for one in cut
    )
    return f'<span style="font-size:{theme.DISPLAY_POINTS}pt; white-space:pre-wrap">{"".join(parts)}</span>'
