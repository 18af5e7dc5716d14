"""The top of the card: who it is, and what else is known besides the records."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Finding
from thidua_desktop.domain.identity import shown_id_number
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import label, note
from thidua_desktop.ui.directory.recipient_rows import GENDERS, Choices, birth_text, class_texts, shown_name
from thidua_desktop.wording import messages


def facts(one: Recipient, choices: Choices) -> list[str]:
    """What is known of a recipient, in lines that begin with what they tell."""
    number = shown_id_number(one.id_number, full=choices.full)
    person = one.kind is RecipientKind.PERSON
    known = (
        ("Chức vụ", one.position or ""),
        ("Địa bàn" if one.kind is RecipientKind.HOUSEHOLD else "Đơn vị", choices.units.text(one.unit_id)),
        ("Sinh", birth_text(one.birth)),
        ("Giới tính", GENDERS.get(one.gender or "", "") if person and not one.honorific else ""),
        ("CCCD", number),
        ("Dân tộc", one.ethnic_group or ""),
        ("Nơi ở" if one.kind is not RecipientKind.COLLECTIVE else "Địa chỉ", one.address or ""),
        ("Thành lập", str(one.founded or "")),
        ("Thuộc diện", "; ".join(class_texts(one, choices.names))),
        ("Sổ khen ghi đủ từ", str(one.awards_known_from or "")),
        ("Ghi chú", one.note or ""),
    )
    return [f"{title}: {text}" for title, text in known if text]


class CardHead(QFrame):
    """Shows a recipient in a few lines."""

    def __init__(self) -> None:
        super().__init__()
        self._name = label("", "title", wrap=True)
        self._facts = label("", wrap=True)
        for part in (self._name, self._facts):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._doubts = note(Tone.WARNING)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        frame.setSpacing(theme.SPACE_XS)
        for part in (self._name, self._facts, self._doubts):
            frame.addWidget(part)

    def show_recipient(self, one: Recipient, choices: Choices, findings: Sequence[Finding]) -> None:
        """Show a recipient, with what should be looked at."""
        self._name.setText(shown_name(one))
        self._facts.setText("\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}·  ".join(facts(one, choices)) or "Chưa ghi gì thêm.")
        said = "\n".join(messages.finding(found) for found in findings)
        self._doubts.setText(said)
        self._doubts.setVisible(bool(said))

    def told(self) -> str:
        """Everything that it says."""
        return "\n".join((self._name.text(), self._facts.text(), self._doubts.text()))
