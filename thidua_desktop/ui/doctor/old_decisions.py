"""A list of former awards that names its decisions: each becomes a whole decision, or the rows go to the register."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from thidua_desktop.services.old_decisions import OldDecision, OldDraft
from thidua_desktop.ui.common.columns import CENTER, RIGHT, Column
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import formats, messages

_COLUMNS: tuple[Column[OldDecision], ...] = (
    Column[OldDecision]("number", "Số quyết định", lambda one: one.number, 130),
    Column[OldDecision](
        "day", "Ngày ký", lambda one: formats.day(one.day), 96, align=CENTER, sort_key=lambda one: one.day
    ),
    Column[OldDecision]("by", "Người quyết định", lambda one: one.decided_by, 190, wrap=True),
    Column[OldDecision](
        "rows", "Số dòng", lambda one: str(len(one.rows)), 74, align=RIGHT, sort_key=lambda one: len(one.rows)
    ),
    Column[OldDecision](
        "problem",
        "Vướng mắc",
        lambda one: messages.finding(told) if (told := one.problem or one.remark) is not None else "",
        240,
        stretch=True,
        wrap=True,
        tone=lambda one: Tone.DANGER if one.problem is not None else Tone.WARNING,
    ),
)


class OldDecisionsDialog(Form):
    """What the list would become; ``only_register`` is set where the rows are wanted without their decisions."""

    def __init__(self, draft: OldDraft, *, preferences: Preferences, parent: QWidget | None = None) -> None:
        count, lines = len(draft.decisions), sum(len(one.rows) for one in draft.decisions)
        super().__init__("Ghi quyết định các năm trước", yes=f"Ghi {count} quyết định", parent=parent)
        self.only_register = False
        self.model = TableModel[OldDecision](_COLUMNS, lambda one: one.key, parent=self)
        self.grid = Grid(self.model, name="doctor.old_decisions", preferences=preferences)
        self.grid.setAccessibleName("Các quyết định trong danh sách")
        self.grid.set_rows(draft.decisions)
        told = (
            f"Danh sách có {count} quyết định với {lines} dòng. Mỗi quyết định được ghi là đã phát hành, khóa danh "
            "sách theo thứ tự trong tệp; mỗi dòng vào Sổ khen thưởng."
        )
        self.content.addWidget(label(told, wrap=True))
        self.content.addWidget(self.grid, stretch=1)
        if draft.left:
            rest = f"{len(draft.left)} dòng không có số hoặc ngày quyết định được ghi thẳng vào Sổ khen thưởng."
            self.content.addWidget(label(rest, "muted", wrap=True))
        if draft.faulty:
            faulty = f"Còn {draft.faulty} chỗ vướng mắc nên chưa ghi thành quyết định được; hãy sửa trong danh sách."
            self.content.addWidget(label(faulty, "error", wrap=True))
        self.plain = self.buttons.addButton("Chỉ ghi vào Sổ khen thưởng", QDialogButtonBox.ButtonRole.ActionRole)
        self.plain.clicked.connect(self._take_plain)
        self.yes.setEnabled(not draft.faulty)
        self.setMinimumSize(820, 420)

    def _take_plain(self) -> None:
        self.only_register = True
        self.accept()
