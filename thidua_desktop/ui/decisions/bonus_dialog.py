"""Tiền thưởng of a decision: what the rulebook gives each line, what the clerk has set instead, the sum in words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.spelled_numbers import amount_in_words
from thidua_desktop.domain.bonuses import PayLine, PayList
from thidua_desktop.domain.decisions import Decision, DecisionLine
from thidua_desktop.domain.funds import MOST
from thidua_desktop.domain.ids import DecisionLineId
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.wording import decision_papers, formats

_AMOUNT = re.compile(r"[\d.\s]+")
_NO_UNIT = "Không ghi đơn vị"


@dataclass(frozen=True, slots=True)
class Paid:
    """A line of the list with what is paid for it."""

    line: DecisionLine
    pay: PayLine
    award: str


Keep = Callable[[Mapping[DecisionLineId, int | None]], None]


def paid_lines(decision: Decision, pay: PayList, awards: Mapping[str, str]) -> tuple[Paid, ...]:
    """The lines of a decision beside those of its pay list, which stand by unit in the order of the decision."""
    by_unit: defaultdict[str, list[DecisionLine]] = defaultdict(list)
    for line in decision.lines:
        by_unit[line.unit].append(line)
    return tuple(
        Paid(line, paid, awards.get(line.award_id, line.award_id))
        for group in pay.groups
        for line, paid in zip(by_unit[group.unit], group.lines, strict=True)
    )


def read_amount(text: str) -> int | None:
    """Đồng from ``710.000``; None for no text: the amount of the rulebook is taken again.

    Raises:
        EntryNotRead: anything else, and more than any fund has.
    """
    written = text.strip().removesuffix("đồng").strip()
    if not written:
        return None
    if not _AMOUNT.fullmatch(written):
        raise entry.EntryNotRead(text=text)
    digits = re.sub(r"\D", "", written)
    if not digits or len(digits) > len(str(MOST)):
        raise entry.EntryNotRead(text=text)
    return int(digits)


def _typed(paid: Paid, text: str) -> Paid:
    return replace(paid, line=replace(paid.line, bonus=read_amount(text)))


def _amount(paid: Paid) -> str:
    return formats.whole(paid.pay.amount) if paid.pay.amount is not None else ""


def _tip(paid: Paid) -> str:
    unsure = " Chương trình chưa chắc về mức này; hãy kiểm tra." if paid.pay.confidence is Confidence.UNSURE else ""
    return f"{paid.pay.citation or 'Quy định chưa có mức tiền thưởng.'}{unsure}"


_COLUMNS: tuple[Column[Paid], ...] = (
    Column[Paid]("place", "Số", lambda paid: str(paid.line.place), 52, align=RIGHT, sort_key=lambda p: p.line.place),
    Column[Paid]("name", "Họ tên, tên tập thể", lambda paid: f"{paid.line.honorific} {paid.line.name}".strip(), 200),
    Column[Paid]("award", "Danh hiệu, hình thức", lambda paid: paid.award, 200, stretch=True, wrap=True),
    Column[Paid]("rate", "Hệ số", lambda paid: decision_papers.rate(paid.pay.rate), 64, align=RIGHT, tooltip=_tip),
    Column[Paid](
        "amount",
        "Số tiền (đồng)",
        _amount,
        120,
        align=RIGHT,
        sort_key=lambda paid: paid.pay.amount or 0,
        ground=lambda paid: Tone.WARNING if paid.pay.amount is None else None,
        tooltip=_tip,
    ),
    Column[Paid](
        "typed",
        "Ghi riêng (đồng)",
        lambda paid: formats.whole(paid.line.bonus) if paid.line.bonus is not None else "",
        130,
        align=RIGHT,
        edit=_typed,
        tooltip=lambda _paid: "Gõ số tiền khác với quy định; xóa trống để lấy lại mức theo quy định.",
    ),
    Column[Paid]("citation", "Theo quy định", lambda paid: paid.pay.citation, 200, wrap=True, hidden=True),
)


class BonusDialog(Form):
    """The pay list of one decision; what is typed is kept at once by ``keep``, then ``show_pay`` shows the new sum."""

    def __init__(
        self, decision: Decision, keep: Keep, *, may: bool, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__("Tiền thưởng của quyết định", yes="Đóng", parent=parent)
        self.no.hide()
        self.model = TableModel[Paid](
            _COLUMNS,
            lambda paid: paid.line.id,
            grouping=Grouping(lambda paid: paid.line.unit or _NO_UNIT, _sum),
            parent=self,
        )
        self.model.editable = may
        self.grid = Grid(self.model, name="decisions.bonus", preferences=preferences)
        self.grid.setAccessibleName("Danh sách chi tiền thưởng")
        self._base, self._total = label("", "muted", wrap=True), label("", "strong", wrap=True)
        self._buttons = row(0)
        self.content.addWidget(label(decision.title, "strong", wrap=True))
        self.content.addWidget(self._base)
        self.content.addWidget(self.grid, stretch=1)
        self.content.addWidget(self._total)
        self.content.addLayout(self._buttons)
        self.setMinimumSize(960, 480)
        self.resize(960, 560)
        WindowPlace(self, preferences, "bonus")
        self.model.edited.connect(lambda rows: keep(_amounts(rows)))
        self.yes.setDefault(False)
        self.yes.setAutoDefault(False)
        self.grid.setFocus()

    def add_deed(self, text: str, icon: str, key: str, do: Callable[[], None]) -> QAction:
        """Put something that can be done with the list below it."""
        deed = action(self, text, icon, key, do)
        self._buttons.insertWidget(self._buttons.count() - 1, tool_button(deed))
        return deed

    def show_pay(self, decision: Decision, pay: PayList, awards: Mapping[str, str]) -> None:
        """Show what is paid."""
        self.grid.set_rows(paid_lines(decision, pay, awards))
        self._base.setText(decision_papers.pay_base(pay.day, pay.salary).strip("()"))
        unsaid = len(pay.open_lines)
        total = f"Tổng cộng {formats.whole(pay.total)} đồng ({amount_in_words(pay.total)})."
        self._total.setText(f"{total} {decision_papers.open_amounts(unsaid)}" if unsaid else total)

    def told(self) -> str:
        """What stands below the list."""
        return self._total.text()


def _amounts(rows: Sequence[Paid]) -> dict[DecisionLineId, int | None]:
    return {paid.line.id: paid.line.bonus for paid in rows if paid.line.id is not None}


def _sum(rows: Sequence[Paid]) -> str:
    return f"{len(rows)} dòng, {formats.whole(sum(paid.pay.amount or 0 for paid in rows))} đồng"
