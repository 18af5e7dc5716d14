"""Above the list: the round, its counts, and what is shown of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QVBoxLayout

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.nomination_lists import KIND_ORDER, NominationFilter
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.services.nominations import RoundRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.flow import flow
from thidua_desktop.ui.common.widgets import ElidedLabel, label, row, tool_button
from thidua_desktop.ui.nominations.lines import GROUP_LABELS, GroupBy
from thidua_desktop.ui.nominations.overview import Overview
from thidua_desktop.ui.nominations.round_list import time_of
from thidua_desktop.wording import labels

_GROUP_LENGTH = 9
_WIDEST = 210
"""Room for “Nhóm: đối tượng”, the way in which the lines stand at first."""


class Header(QFrame):
    """Says what is in the round, and takes what the clerk wants to see of it."""

    filter_changed = Signal()
    grouping_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._title = ElidedLabel("title")
        self._time = label("", "muted")
        self.kind_counts = label("", "strong")
        self.award_counts = ElidedLabel("muted")
        self.shown = label("", "muted")
        self.only = ElidedLabel("strong")
        self.only.hide()
        self.search = SearchField("Tìm")  # a longer hint would be cut off beside the panel at 1366 px
        self.search.setAccessibleName("Tìm đề nghị, không cần dấu")
        self.search.setToolTip("Tìm trong tên, chức vụ, đơn vị, danh hiệu, số CCCD; không cần gõ dấu (Ctrl+F)")
        self.search.setMinimumWidth(80)
        self.kinds = _combo("Lọc theo đối tượng")
        self.awards = _combo("Lọc theo danh hiệu, hình thức")
        self.units = _combo("Lọc theo đơn vị")
        self.states = _combo("Lọc theo tình trạng")
        self.groups = _combo("Cách nhóm các dòng")
        self.groups.setMinimumContentsLength(_GROUP_LENGTH)
        for group, text in GROUP_LABELS.items():
            self.groups.addItem(text, group.value)
        self._fill(self.kinds, "Mọi đối tượng", [(labels.of(kind), kind.value) for kind in KIND_ORDER])
        self._fill(self.states, "Mọi tình trạng", [(labels.of(state), state.value) for state in NominationState])
        self.search.textChanged.connect(lambda _text: self.filter_changed.emit())
        for combo in (self.kinds, self.awards, self.units, self.states):
            combo.activated.connect(lambda _at: self.filter_changed.emit())
        self.groups.activated.connect(lambda _at: self.grouping_changed.emit())

    def lay_out(self, actions: Sequence[QAction | None], icons: Collection[QAction] = ()) -> None:
        """Place the parts; ``actions`` stand in the middle line, None leaves a gap, ``icons`` have no words."""
        deeds = (0 if deed is None else tool_button(deed, text=deed not in icons) for deed in actions)
        buttons = flow(*deeds, spacing=theme.SPACE_XS)
        head = row(self._title, self._time)
        head.setStretch(0, 1)
        counts = row(self.kind_counts, self.award_counts, self.only, self.shown, spacing=theme.SPACE_L)
        for at in (1, 2):
            counts.setStretch(at, 1)
        filters = (self.kinds, self.awards, self.units, self.states, self.groups)
        choices = flow(self.search, *filters, spacing=theme.SPACE_XS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        layout.setSpacing(theme.SPACE_XS)
        for part in (head, counts, buttons, choices):
            layout.addLayout(part)

    def group_by(self) -> GroupBy:
        """How the lines are gathered."""
        return GroupBy(str(self.groups.currentData()))

    def wanted(self) -> NominationFilter:
        """The filter as set."""
        kind, state = self.kinds.currentData(), self.states.currentData()
        return NominationFilter(
            text=self.search.query(),
            kind=RecipientKind(kind) if kind else None,
            award_id=self.awards.currentData(),
            unit=self.units.currentData(),
            state=NominationState(state) if state else None,
        )

    def clear(self) -> None:
        """Let every line through again."""
        for combo in (self.kinds, self.awards, self.units, self.states):
            combo.setCurrentIndex(0)
        self.search.clear()
        self.filter_changed.emit()

    def show_round(self, row_: RoundRow, seen: Overview) -> None:
        """Show a round, its counts, and offer what occurs in it."""
        self._title.setText(row_.round.name)
        self._title.setToolTip(row_.round.name)
        self._time.setText(time_of(row_))
        self.kind_counts.setText(seen.kinds)
        self.award_counts.setText(seen.awards)
        self.award_counts.setToolTip(seen.every_award)
        self._fill(self.awards, "Mọi danh hiệu", [(award.name, award.id) for award in seen.there])
        self._fill(self.units, "Mọi đơn vị", [(unit, unit) for unit in seen.units])

    def show_sender(self, unit: str) -> None:
        """Say that only what a unit has sent is shown; nothing for all lines."""
        self.only.setText(f"Chỉ xem: {unit}" if unit else "")
        self.only.setVisible(bool(unit))

    def show_selection(self, selected: int, shown: int, total: int) -> None:
        """Say how many lines are selected, or shown of all."""
        words = f"Đang chọn {selected}" if selected > 1 else f"Đang hiện {shown}/{total}" if shown != total else ""
        self.shown.setText(words)

    @staticmethod
    def _fill(combo: QComboBox, everything: str, choices: Sequence[tuple[str, str]]) -> None:
        if [combo.itemData(at) for at in range(1, combo.count())] == [value for _, value in choices]:
            return
        chosen = combo.currentData()
        combo.clear()
        combo.addItem(everything, None)
        for text, value in choices:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(7)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    combo.setMaximumWidth(_WIDEST)
    combo.view().setMinimumWidth(300)
    return combo
