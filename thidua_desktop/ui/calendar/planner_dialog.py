"""The backward planner: from a deadline and a chain of steps to the days on which each has to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.holidays import OfficeCalendar
from thidua_desktop.domain.planner import BackwardPlan, Chain, ChainStep
from thidua_desktop.domain.tasks import Task
from thidua_desktop.ui.calendar.chain_table import ChainTable
from thidua_desktop.ui.calendar.timeline import Timeline
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.tints import set_tone
from thidua_desktop.ui.common.widgets import button, label, note, row, tool_button
from thidua_desktop.wording import messages
from thidua_desktop.wording import planner as words

Place = Callable[[date, Sequence[ChainStep]], BackwardPlan]

_SIZE = (1040, 700)
_TIMELINE_HEIGHT = 202
_NO_CHAIN = (ChainStep("Dự thảo", 3), ChainStep("Trình ký", 2), ChainStep("Phát hành", 1))


class PlannerDialog(Form):
    """Says at every change whether it still fits; ``plan()`` gives the placed steps. ``task`` is what they are for."""

    chain_wanted = Signal(object)
    """The steps (a tuple of ``ChainStep``) are to be kept under a name."""
    chain_dropped = Signal(object)
    """A ``Chain`` of the office is to be forgotten."""

    def __init__(
        self,
        task: Task | None,
        deadline: date,
        chains: Sequence[Chain],
        place: Place,
        *,
        calendar: OfficeCalendar,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Lập lịch ngược từ thời hạn", yes="Lưu thành các bước", parent=parent)
        self._place = place
        self._plan: BackwardPlan | None = None
        self._chains: tuple[Chain, ...] = ()
        self.deadline = DayEdit(year=deadline.year)
        self.deadline.setAccessibleName("Thời hạn")
        self.chains = QComboBox()
        self.chains.setAccessibleName("Chuỗi bước mẫu")
        self.keep = button("Lưu chuỗi bước…", "save", tip="Giữ chuỗi bước này dưới một tên để dùng lại")
        self.forget = button("Bỏ chuỗi bước", "trash", tip="Bỏ chuỗi bước riêng của cơ quan đang chọn")
        self.table = ChainTable()
        self.timeline = Timeline(calendar)
        self._verdict = note(Tone.NEUTRAL)
        self._citation = label("", "small", wrap=True)
        self._lay_out(task)
        self.yes.setVisible(task is not None)
        # Enter belongs to the table.
        for made in (self.yes, self.no):
            made.setAutoDefault(False)
        self.yes.setDefault(False)
        self.no.setText("Đóng")
        self.deadline.set_day(deadline)
        self.deadline.textChanged.connect(self._calculate)
        self.table.steps_changed.connect(self._calculate)
        self.chains.activated.connect(self._on_chain)
        self.keep.clicked.connect(lambda: self.chain_wanted.emit(self.table.steps()))
        self.forget.clicked.connect(self._on_forget)
        self.show_chains(chains)
        self.table.set_steps(chains[0].steps if chains else _NO_CHAIN)
        self._show_chain()
        self.resize(*_SIZE)
        self.table.setFocus()

    def _lay_out(self, task: Task | None) -> None:
        named = task.text if task is not None else "Chọn một nhiệm vụ trên lịch rồi mở lại để lưu các bước vào đó."
        self.content.addWidget(label(named, "strong" if task is not None else "muted", wrap=True))
        self.deadline.setFixedWidth(130)
        time, chain = label("&Thời hạn"), label("&Chuỗi bước")
        time.setBuddy(self.deadline)
        chain.setBuddy(self.chains)
        self.content.addLayout(row(time, self.deadline, theme.SPACE_M, chain, self.chains, self.keep, self.forget, 0))
        self.chains.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chains.setMinimumContentsLength(38)
        self.content.addWidget(self._citation)
        deeds = (self.table.add_action, self.table.drop_action, self.table.up_action, self.table.down_action)
        self.content.addLayout(row(*(tool_button(deed) for deed in deeds), 0))
        self.content.addWidget(self.table, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.timeline)
        scroll.setFixedHeight(_TIMELINE_HEIGHT)
        scroll.setAccessibleName("Các bước trên trục thời gian")
        self.content.addWidget(scroll)
        self.content.addWidget(self._verdict)

    # what it says

    def plan(self) -> BackwardPlan | None:
        """The placed steps; None while something cannot be placed."""
        return self._plan

    def verdict(self) -> str:
        """What is said of the plan."""
        return self._verdict.text()

    def show_chains(self, chains: Sequence[Chain], chosen: str = "") -> None:
        """Offer these chains; ``chosen`` is the name of the one that is on."""
        self._chains = tuple(chains)
        self.chains.clear()
        for chain in chains:
            self.chains.addItem(chain.name if chain.key else f"{chain.name} (của cơ quan)")
        names = [chain.name for chain in chains]
        self.chains.setCurrentIndex(names.index(chosen) if chosen in names else 0)
        self._show_chain()

    def _chain(self) -> Chain | None:
        at = self.chains.currentIndex()
        return self._chains[at] if 0 <= at < len(self._chains) else None

    def _on_chain(self, _at: int) -> None:
        chain = self._chain()
        if chain is not None:
            self.table.set_steps(chain.steps)
        self._show_chain()

    def _on_forget(self) -> None:
        chain = self._chain()
        if chain is not None:
            self.chain_dropped.emit(chain)

    def _show_chain(self) -> None:
        chain = self._chain()
        cited = chain.citation if chain is not None else None
        self._citation.setText(cited or "")
        self._citation.setVisible(bool(cited))
        self.forget.setVisible(chain is not None and chain.id is not None)

    def _calculate(self) -> None:
        day = self.deadline.day() if self.deadline.readable() else None
        self._plan = None
        if day is None:
            self._say("Hãy ghi thời hạn theo dạng ngày/tháng/năm, ví dụ 15/06/2026.", Tone.WARNING)
        else:
            try:
                self._plan = self._place(day, self.table.steps())
            except AppError as trouble:
                self._say(messages.error(trouble), Tone.WARNING)
            else:
                self._say(words.verdict(self._plan), Tone.SUCCESS if self._plan.fits else Tone.DANGER)
        self.table.show_plan(self._plan)
        self.timeline.show_plan(self._plan)
        self.yes.setEnabled(self._plan is not None)

    def _say(self, text: str, tone: Tone) -> None:
        self._verdict.setText(text)
        set_tone(self._verdict, tone)
