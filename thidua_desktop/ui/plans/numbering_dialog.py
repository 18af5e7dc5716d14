"""What numbering a plan anew changes, and the places that still name an old number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QListWidget, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.plan_numbering import LabelChange, Reference, Renumbering
from thidua_desktop.domain.plans import PlanPart
from thidua_desktop.services.summaries import brief
from thidua_desktop.ui.common.dialogs import Form, fit_lists
from thidua_desktop.ui.common.widgets import label

_AROUND = 40
_CHANGES = "Số của {count} mục sẽ đổi:"
_REFERENCES = "{count} chỗ nhắc tới số cũ, chương trình không tự sửa; hãy xem lại sau khi đánh số:"


class NumberingDialog(Form):
    """Shows the changes and the references; without changes it only shows the references."""

    def __init__(self, proposed: Renumbering, parent: QWidget | None = None) -> None:
        asks = bool(proposed.changes)
        title = "Đánh số lại các mục" if asks else "Chỗ còn nhắc số cũ"
        super().__init__(title, yes="Đánh số lại" if asks else "Đã xem", parent=parent)
        self.changes = _list([_changed(change, proposed.parts) for change in proposed.changes], "Số mục sẽ đổi")
        self.references = _list([_named(found, proposed.parts) for found in proposed.references], "Chỗ nhắc số cũ")
        for told, shown in ((_CHANGES, self.changes), (_REFERENCES, self.references)):
            if shown.count():
                self.content.addWidget(label(told.format(count=shown.count()), "strong", wrap=True))
                self.content.addWidget(shown, stretch=1)
        self.no.setVisible(asks)
        fit_lists(self, tuple(shown for shown in (self.changes, self.references) if shown.count()), 640, 460)
        self.yes.setFocus()


def _list(lines: Sequence[str], name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.addItems(list(lines))
    return made


def _changed(change: LabelChange, parts: Sequence[PlanPart]) -> str:
    text = squeeze(parts[change.index].text).removeprefix(change.new).lstrip()
    return f"{change.old or '(chưa có số)'}  →  {change.new or '(bỏ số)'}    {brief(text)}"


def _named(found: Reference, parts: Sequence[PlanPart]) -> str:
    text = parts[found.index].text
    before, after = text[max(0, found.start - _AROUND) : found.start], text[found.end : found.end + _AROUND]
    now = f"nay là {found.now}" if found.now else "mục ấy không còn"
    return squeeze(f"“…{before}{found.words}{after}…” – {now}")
