"""Records of one and the same recipient side by side: the clerk says for each field which value stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QScrollArea, QWidget

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.identity import shown_id_number
from thidua_desktop.domain.merging import MergeField, MergePreview
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.directory.recipient_rows import GENDERS, Choices, birth_text
from thidua_desktop.wording import eligibility
from thidua_desktop.wording.history_fields import FIELDS

_TITLES = {**FIELDS["recipients"], "unit_id": "Đơn vị"}
_MOVED = {
    Kind.AWARD_RECORD: "mục khen thưởng",
    Kind.NOMINATION: "đề nghị",
    Kind.RECIPIENT: "dòng đánh giá, sáng kiến, công tác và dữ liệu khác",
}
_NOTHING = "(trống)"
_WIDTH = 760


class MergeDialog(Form):
    """Shows what would become one; ``chosen()`` says which value of each field stays."""

    def __init__(self, preview: MergePreview, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__("Gộp người nhận", yes="Gộp", parent=parent)
        self._preview, self._choices = preview, choices
        self._groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE_L)
        self._grid.setVerticalSpacing(theme.SPACE_XS)
        self._fill()
        inner = QWidget()
        inner.setLayout(self._grid)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        area.setAccessibleName("Các mục khác nhau giữa hai người nhận")
        self.content.addWidget(
            label("Chọn giá trị được giữ cho từng mục khác nhau; mục giống nhau không cần chọn.", "muted")
        )
        self.content.addWidget(area, stretch=1)
        self.content.addWidget(label(self.told(), wrap=True))
        self.resize(_WIDTH, self.sizeHint().height())

    def chosen(self) -> dict[str, int]:
        """Which value of each field stays: its place among the records."""
        return {name: group.checkedId() for name, group in self._groups.items()}

    def choose(self, name: str, at: int) -> None:
        """Let the value of a record stay."""
        self._groups[name].button(at).setChecked(True)

    def told(self) -> str:
        """What will happen to everything else."""
        preview = self._preview
        moved = [f"{count} {_MOVED[kind]}" for kind, count in preview.moved.items() if count and kind in _MOVED]
        nothing = "Người nhận kia chưa có dữ liệu kèm theo."
        lines = [f"Chuyển sang người nhận được giữ: {', '.join(moved)}." if moved else nothing]
        if preview.doubles:
            shown = "; ".join(eligibility.proof(entry.record(), self._choices.names) for entry in preview.doubles)
            lines.append(f"Ghi hai lần, chỉ giữ một: {shown}.")
        lines.append("Người nhận kia không còn trong danh sách. Gộp xong vẫn hoàn tác được bằng Ctrl+Z.")
        return "\n".join(lines)

    def _fill(self) -> None:
        records = (self._preview.kept, *self._preview.others)
        for at, one in enumerate(records):
            title = "Được giữ" if at == 0 else "Gộp vào"
            self._grid.addWidget(label(title, "strong"), 0, at + 1)
            self._grid.addWidget(label(short(one, self._choices), wrap=True), 1, at + 1)
            self._grid.setColumnStretch(at + 1, 1)
        shown = [field for field in self._preview.fields if any(value not in (None, "", ()) for value in field.values)]
        for line, field in enumerate(shown, start=2):
            self._add(line, field)
        self._grid.setRowStretch(len(shown) + 2, 1)

    def _add(self, line: int, field: MergeField) -> None:
        title = _TITLES.get(field.name, field.name)
        self._grid.addWidget(label(title, "muted"), line, 0)
        if len(set(field.values)) == 1:
            self._grid.addWidget(label(self._text(field.name, field.values[0]), wrap=True), line, 1)
            return
        group = self._groups[field.name] = QButtonGroup(self)
        for at, value in enumerate(field.values):
            button = QRadioButton(self._text(field.name, value))
            button.setAccessibleName(f"{title}: {button.text()}")
            if field.conflict:
                set_tone(button, Tone.WARNING)
            group.addButton(button, at)
            self._grid.addWidget(button, line, at + 1)
        group.button(field.chosen).setChecked(True)

    def _text(self, name: str, value: Any) -> str:
        if value in (None, "", ()):
            return _NOTHING
        write = _WRITERS.get(name)
        return write(value, self._choices) if write is not None else str(value)


_WRITERS: dict[str, Callable[[Any, Choices], str]] = {
    "unit_id": lambda value, choices: choices.units.text(value),
    "gender": lambda value, _choices: GENDERS.get(value, str(value)),
    "birth": lambda value, _choices: birth_text(value),
    "id_number": lambda value, choices: shown_id_number(value, full=choices.full),
    "classes": lambda value, choices: "; ".join(choices.names.vocabulary.classes.get(code, code) for code in value),
    "enterprise": lambda value, _choices: "Có" if value else "Không",
    "later_retirement": lambda value, _choices: "Có" if value else "Không",
}


def short(one: Recipient, choices: Choices) -> str:
    """A record in one line: name, birth, post, unit."""
    birth = birth_text(one.birth)
    born = f"sinh {birth}" if birth and one.kind is not RecipientKind.COLLECTIVE else ""
    parts = (born, one.position or "", choices.units.text(one.unit_id), one.address or "")
    tail = ", ".join(part for part in parts if part)
    return f"{one.name} ({tail})" if tail else one.name
