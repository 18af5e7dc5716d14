"""Agreed lines to pick from: for a draft's list, or to be sent to a higher level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QAbstractItemView, QWidget

from thidua_desktop.services.hand_decisions import Candidate
from thidua_desktop.ui.common.answering import AnswerForm
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.wording import labels

_NO_MEETING = "không qua Hội đồng"


def _columns(awards: Mapping[str, str]) -> tuple[Column[Candidate], ...]:
    return (
        Column[Candidate]("name", "Họ tên, tên tập thể", _named, 190, wrap=True),
        Column[Candidate]("unit", "Đơn vị", lambda each: each.nomination.unit or "", 170, wrap=True, stretch=True),
        Column[Candidate](
            "award",
            "Danh hiệu, hình thức",
            lambda each: awards.get(each.nomination.award_id, each.nomination.award_id),
            190,
            wrap=True,
            by_choice=True,
        ),
        Column[Candidate](
            "state",
            "Kết luận",
            lambda each: labels.of(each.nomination.state),
            104,
            chip=lambda each: each.nomination.state,
            by_choice=True,
        ),
        Column[Candidate](
            "meeting", "Phiên họp", lambda each: each.meeting or _NO_MEETING, 170, wrap=True, by_choice=True
        ),
        Column[Candidate]("round", "Đợt xét", lambda each: each.round, 150, wrap=True, by_choice=True),
    )


class PickDialog(AnswerForm):
    """Rows to select; what is typed above narrows them. Subclasses put more fields below the table."""

    def __init__(
        self,
        title: str,
        yes: str,
        candidates: Sequence[Candidate],
        awards: Mapping[str, str],
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, yes=yes, parent=parent)
        self.search = SearchField("Tìm (không cần dấu): tên, đơn vị, danh hiệu")
        self.model = TableModel[Candidate](_columns(awards), lambda each: each.nomination.id, parent=self)
        self.grid = Grid(self.model, name="decisions.candidates", preferences=preferences)
        self.grid.setAccessibleName("Các trường hợp đã được đồng ý, chưa có quyết định")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.every = button("Chọn tất cả đang hiện")
        self.every.setAutoDefault(False)
        self._count = label("", "muted")
        self.content.addLayout(row(self.search, self.every))
        self.content.addWidget(self.grid, stretch=1)
        self.content.addWidget(self._count)
        self.setMinimumSize(900, 480)
        self.search.textChanged.connect(lambda _text: self.grid.proxy.set_query(self.search.query()))
        self.grid.unfilter_wanted.connect(self.search.clear)
        self.every.clicked.connect(self.grid.selectAll)
        self.grid.selection_changed.connect(self.check)
        self.grid.set_rows(candidates)
        self.check()
        self.search.setFocus()

    def chosen(self) -> tuple[Candidate, ...]:
        """The selected rows from top to bottom."""
        return self.grid.selected()

    def lacks(self) -> str:
        """What is still missing besides a choice; nothing here."""
        return ""

    def check(self) -> None:
        """Say how many are chosen, and whether they can be taken."""
        count, lacks = len(self.chosen()), self.lacks()
        self._count.setText(f"Đang chọn {count} trên {self.grid.proxy.shown()} trường hợp.")
        self.yes.setEnabled(bool(count) and not lacks)


def _named(each: Candidate) -> str:
    return f"{each.nomination.honorific or ''} {each.nomination.name}".strip()
