"""All ceilings of a round with what they are counted of; a base can be typed where nobody can count it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.quota_boards import BaseCount, BaseSource, UnitGauge
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.columns import RIGHT, Column
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import action, label, row, tool_button
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.nominations.gauges import severity, worst_first
from thidua_desktop.wording import formats, messages
from thidua_desktop.wording.quotas import SOURCES, WHOLE
from thidua_desktop.wording.rules import Names, citation, number

_MOST = 9_999_999
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TOLD = (
    "Số làm gốc do chương trình đếm; gõ số vào cột “Số làm gốc” nếu đơn vị báo số khác, xóa ô để đếm lại. "
    "Đơn vị chưa có trong danh bạ thì chưa ghi số riêng được. Tỷ lệ do tỉnh, ngành đặt thì ghi trong Bộ quy định."
)


class UnitNotKnown(AppError):
    """A base cannot be stated for a unit that is only a name in the lists."""

    code = "quota.unit_not_known"


class QuotaDialog(Form):
    """Keeps what is typed at once and tells ``changed`` of it."""

    def __init__(
        self,
        round_id: RoundId,
        services: Services,
        changed: Callable[[Changes], None],
        *,
        names: Names,
        short: Mapping[str, str],
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        super().__init__("Tỷ lệ khen thưởng của đợt", yes="Xong", parent=parent)
        self._round_id, self._services, self._changed = round_id, services, changed
        self.model = TableModel[UnitGauge](quota_columns(names, short), key, parent=self)
        self.model.editable = not services.read_only
        self.grid = Grid(self.model, name="nominations.quotas", preferences=preferences)
        self.grid.setAccessibleName("Tỷ lệ theo danh hiệu và đơn vị")
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self._refuse)
        self._trouble = label("", "error", wrap=True)
        self._trouble.hide()
        self._count = label("", "strong")
        self.count_action = action(self, "Đếm lại số này", "undo", "Ctrl+Shift+G", self.count_again)
        self.content.addLayout(row(self._count, 0, tool_button(self.count_action)))
        self.content.addWidget(self.grid, 1)
        self.content.addWidget(self._trouble)
        self.content.addWidget(label(_TOLD, "small", wrap=True))
        self.no.hide()
        self.yes.setAutoDefault(False)
        self.yes.setDefault(False)
        size = parent.window().size()
        self.resize(min(1080, size.width() - 40), min(560, size.height() - 80))
        WindowPlace(self, preferences, "quotas")
        self.fill()
        self.grid.setFocus()

    def trouble(self) -> str:
        """What kept the last number from being taken, as it is said in the window."""
        return self._trouble.text()

    def told(self) -> str:
        """How many ceilings there are, and how many of them are exceeded."""
        return self._count.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after a number has been typed goes on to the next one; the box of buttons would close the window."""
        if event.key() in _ENTER and not self.yes.hasFocus():
            event.accept()
            return
        super().keyPressEvent(event)

    def fill(self) -> None:
        """Look again at the ceilings."""
        gauges = self._services.quotas.board(self._round_id).gauges()
        limited = [one for one in gauges if one.gauge.percent is not None]
        worst = worst_first(limited)
        self.grid.set_rows((*worst, *(one for one in limited if one not in worst)))
        over = sum(one.over for one in limited)
        told = f"{len(limited)} tỷ lệ, {over} vượt mức" if over else f"{len(limited)} tỷ lệ, không tỷ lệ nào vượt"
        self._count.setText(told if limited else "Không có danh hiệu nào trong đợt bị khống chế tỷ lệ")
        if limited and self.grid.current() is None:
            self.grid.go_to(key(limited[0]), column=4)

    def count_again(self) -> None:
        """Forget what was typed for the ceiling at the cursor."""
        one = self.grid.current()
        if one is not None and self.model.editable:
            self._keep(replace(one, base=BaseCount(None, BaseSource.UNKNOWN)))

    def _on_edited(self, gauges: list[UnitGauge]) -> None:
        for one in gauges:
            self._keep(one)

    def _keep(self, one: UnitGauge) -> None:
        quotas, base = self._services.quotas, one.quota.of
        try:
            if one.base.amount is None:
                self._changed(quotas.clear_base(self._round_id, base, one.unit_id))
            else:
                self._changed(quotas.set_base(self._round_id, base, one.base.amount, one.unit_id))
        except AppError as trouble:
            self._refuse(trouble)
        else:
            self._trouble.hide()
        self.fill()

    def _refuse(self, trouble: AppError) -> None:
        self._trouble.setText(messages.error(trouble))
        self._trouble.show()


def key(one: UnitGauge) -> tuple[str, int | None, str | None]:
    """What tells ceilings apart."""
    return one.award_id, one.unit_id, one.unit


def quota_columns(names: Names, short: Mapping[str, str]) -> tuple[Column[UnitGauge], ...]:
    """The columns over ``UnitGauge``; ``short`` are names of awards by id."""
    return (
        Column("award", "Danh hiệu", lambda one: short.get(one.award_id, one.award_id), 84, by_choice=True),
        Column("unit", "Đơn vị", lambda one: one.unit or _sentence(WHOLE), 160, stretch=True, wrap=True),
        Column("state", "Mức", _state, 92, chip=severity, by_choice=True),
        Column("chosen", "Đề nghị", lambda one: formats.whole(one.gauge.chosen), 70, align=RIGHT, sort_key=_chosen),
        Column(
            "base",
            "Số làm gốc",
            lambda one: "" if one.base.amount is None else formats.whole(one.base.amount),
            110,
            align=RIGHT,
            sort_key=lambda one: one.base.amount,
            edit=_edit_base,
            tooltip=lambda one: _sentence(names.vocabulary.bodies.get(one.quota.of, one.quota.of)),
        ),
        Column("source", "Lấy từ đâu", lambda one: _sentence(SOURCES[one.base.source]), 150, wrap=True, tone=_tone),
        Column("share", "Tỷ lệ", _share, 64, align=RIGHT, sort_key=lambda one: one.gauge.share),
        Column("most", "Tối đa", _most, 92, align=RIGHT, sort_key=lambda one: one.gauge.allowed),
        Column("basis", "Căn cứ", lambda one: citation(one.quota.basis), 200, wrap=True),
    )


def _edit_base(one: UnitGauge, text: str) -> UnitGauge:
    if one.unit is not None and one.unit_id is None:
        raise UnitNotKnown(unit=one.unit)
    amount = entry.whole(text.replace(".", ""), low=0, high=_MOST)
    return replace(one, base=BaseCount(amount, BaseSource.STATED if amount is not None else BaseSource.UNKNOWN))


def _chosen(one: UnitGauge) -> int:
    return one.gauge.chosen


def _state(one: UnitGauge) -> str:
    if one.base.amount is None:
        return "Chưa có số"
    return "Vượt" if one.over else f"Còn {formats.whole(one.gauge.left or 0)}"


def _share(one: UnitGauge) -> str:
    share = one.gauge.share if one.base.amount else None
    return f"{number(round(float(share), 1))} %" if share is not None else ""


def _most(one: UnitGauge) -> str:
    percent, allowed = one.gauge.percent, one.gauge.allowed
    if percent is None:
        return ""
    told = f"{number(float(percent))} %"
    return f"{told} ({formats.whole(allowed)})" if one.base.amount is not None and allowed is not None else told


def _tone(one: UnitGauge) -> Tone | None:
    return Tone.WARNING if one.base.source is BaseSource.UNKNOWN else None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
