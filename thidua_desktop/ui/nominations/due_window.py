""" "Ai đến hạn trong năm": who of the directory could have which award, and from there into a round."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QPlainTextEdit, QStackedWidget, QWidget

from thidua_desktop.common.vietnamese import fold
from thidua_desktop.domain.awards import Award
from thidua_desktop.domain.eligibility.verdicts import Verdict
from thidua_desktop.domain.judgements import DueList, DueRow
from thidua_desktop.domain.name_order import name_key
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.columns import CENTER, Column
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import NumberEdit, SearchField, show_lines
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.widgets import EmptyState, label, row
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.wording import judging as said
from thidua_desktop.wording.rules import Names

_FIRST_YEAR, _LAST_YEAR = 1990, 2100


class DueWindow(Form):
    """Shows who is due; ``chosen`` gives the rows that are to become lines of the round in front."""

    chosen = Signal(object)
    """A tuple of ``DueRow``."""

    def __init__(
        self,
        services: Services,
        runner: Runner,
        awards: Mapping[str, Award],
        year: int,
        *,
        round_name: str,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        """``round_name`` is empty where no round can take lines."""
        super().__init__("Ai đến hạn trong năm", yes="Thêm vào đợt xét", parent=parent)
        self._services, self._runner, self._awards = services, runner, awards
        self._found: tuple[DueRow, ...] = ()
        self._names = Names()
        self.year = NumberEdit(year, low=_FIRST_YEAR, high=_LAST_YEAR)
        self.year.setAccessibleName("Năm được khen")
        self.year.setFixedWidth(70)
        self.awards = QComboBox()
        self.awards.setAccessibleName("Danh hiệu, hình thức")
        self.awards.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.awards.setMinimumContentsLength(26)
        self.search = SearchField("Tìm người, đơn vị")
        self.search.setAccessibleName("Tìm người nhận, không cần dấu")
        grouping = Grouping[DueRow](self._award, lambda found: f"{len(found)} người nhận")
        self.model = TableModel[DueRow](due_columns(), key, grouping=grouping, parent=self)
        self.model.editable = False
        self.grid = Grid(self.model, name="nominations.due", preferences=preferences)
        self.grid.setAccessibleName("Người, tập thể đến hạn")
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.why = QPlainTextEdit(readOnly=True)
        self.why.setAccessibleName("Vì sao đến hạn")
        show_lines(self.why, 5)
        self._count = label("", "strong")
        self.barred = label("", "small", wrap=True)
        self.barred.setAccessibleName("Danh hiệu không dành cho các đơn vị này")
        self.barred.hide()
        self._target = round_name
        self._lay_out()
        self._connect()
        size = parent.window().size()
        self.resize(min(1100, size.width() - 40), min(640, size.height() - 60))
        WindowPlace(self, preferences, "due")
        self.grid.setFocus()
        self.look()

    def rows(self) -> tuple[DueRow, ...]:
        """All who are due by what is chosen above."""
        return self.model.rows()

    def look(self) -> None:
        """Look who is due in the year."""
        self.pages.setCurrentIndex(1)
        self.yes.setEnabled(False)
        work = partial(_look, self._services, self.year.value())
        self._runner.run(work, self._on_found, label="Đang tìm ai đến hạn…")

    def accept(self) -> None:
        """Hand the selected ones over."""
        rows = self.grid.selected()
        if rows:
            self.chosen.emit(rows)
            super().accept()

    def _lay_out(self) -> None:
        asked = QLabel("&Năm được khen")
        asked.setBuddy(self.year)
        line = row(asked, self.year, self.awards, self.search)
        line.setStretch(3, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.grid)
        self.pages.addWidget(EmptyState("search", "Đang tìm…", "Chương trình đang xét từng người trong danh bạ."))
        self.pages.addWidget(
            EmptyState(
                "award",
                "Chưa thấy ai đến hạn",
                "Chương trình tìm theo thành tích đã ghi trong danh bạ: sổ khen thưởng, mức xếp loại, sáng kiến. "
                "Hãy nhập thêm thành tích, hoặc chọn năm khác.",
            )
        )
        self.content.addLayout(line)
        self.content.addWidget(self._count)
        self.content.addWidget(self.pages, 1)
        self.content.addWidget(self.why)
        self.content.addWidget(self.barred)
        told = f"Thêm vào đợt “{self._target}”." if self._target else "Hãy chọn một đợt xét trước khi thêm."
        self.content.addWidget(label(told, "small"))
        self.no.setText("Đóng")
        self.no.setAutoDefault(False)

    def _connect(self) -> None:
        self.year.value_changed.connect(lambda _year: self.look())
        self.awards.activated.connect(lambda _at: self._show())
        self.search.textChanged.connect(lambda _text: self._filter())
        self.grid.selection_changed.connect(self._on_selected)
        self.grid.current_changed.connect(lambda _row: self._on_selected())

    def _on_found(self, found: tuple[DueList, Names, int]) -> None:
        listed, self._names, year = found
        if year != self.year.value():
            return
        self._found = tuple(sorted(listed.rows, key=self._rank))
        self.barred.setText(" ".join(said.barred(each, self._names) for each in listed.barred))
        self.barred.setVisible(bool(listed.barred))
        chosen = self.awards.currentData()
        self.awards.clear()
        self.awards.addItem("Mọi danh hiệu, hình thức", None)
        for award_id in dict.fromkeys(one.award_id for one in self._found):
            self.awards.addItem(self._awards[award_id].name, award_id)
        self.awards.setCurrentIndex(max(0, self.awards.findData(chosen)))
        self._show()

    def _show(self) -> None:
        wanted = self.awards.currentData()
        rows = [one for one in self._found if wanted in (None, one.award_id)]
        sure = sum(one.sure for one in rows)
        self._count.setText(f"{len(rows)} lượt đến hạn: {sure} đủ điều kiện, {len(rows) - sure} cần hỏi thêm")
        self.grid.set_rows(rows)
        self.pages.setCurrentIndex(0 if rows else 2)
        if rows:
            self.grid.go_to(key(rows[0]))
        self._on_selected()

    def _filter(self) -> None:
        words = self.search.query()
        self.grid.proxy.set_test(_test(words) if words else None)

    def _on_selected(self) -> None:
        rows, current = self.grid.selected(), self.grid.current()
        self.why.setPlainText(said.due(current, self._names) if current is not None else "")
        self.yes.setEnabled(bool(rows) and bool(self._target))
        self.yes.setText(f"Thêm {len(rows)} dòng vào đợt xét" if rows else "Thêm vào đợt xét")

    def _award(self, one: DueRow) -> str:
        return self._awards[one.award_id].name

    def _rank(self, one: DueRow) -> tuple[object, ...]:
        award = self._awards[one.award_id]
        return -award.rank, award.name, not one.sure, _name_key(one)


def _look(services: Services, year: int) -> tuple[DueList, Names, int]:
    listed = services.judging.due(year)
    return listed, services.judging.names(min(date(year, 12, 31), services.today())), year


def key(one: DueRow) -> tuple[int, str]:
    """What tells rows apart."""
    return one.recipient_id, one.award_id


def due_columns() -> tuple[Column[DueRow], ...]:
    """The columns over ``DueRow``."""
    return (
        Column("name", "Người nhận", lambda one: one.name, 330, sort_key=_name_key, frozen=True, wrap=True),
        Column("unit", "Đơn vị", lambda one: one.unit or "", 240, stretch=True, wrap=True, by_choice=True),
        Column("year", "Đề nghị năm", lambda one: str(one.year), 100, align=CENTER, by_choice=True),
        Column("sure", "Đủ chưa", _sure, 160, chip=_chip, by_choice=True, sort_key=lambda one: not one.sure),
    )


def _name_key(one: DueRow) -> str:
    return name_key(one.name, one.assessment.claim.kind)


def _sure(one: DueRow) -> str:
    if one.sure:
        return "Đủ điều kiện"
    return "Nếu năm tới tốt" if one.year > one.assessment.claim.year else "Cần hỏi thêm"


def _chip(one: DueRow) -> Verdict:
    return Verdict.MET if one.sure else Verdict.CANNOT_TELL


def _test(words: str) -> Callable[[DueRow], bool]:
    wanted: Sequence[str] = fold(words).split()
    return lambda one: all(word in fold(f"{one.name} {one.unit or ''}") for word in wanted)
