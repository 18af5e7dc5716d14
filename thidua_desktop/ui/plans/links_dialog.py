"""The links of a plan: those that there are, those that its text proposes, and a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.plan_links import LinkKind, LinkProposal, PlanLink
from thidua_desktop.domain.plans import Plan
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.wording import labels, messages, plan_links

_OUTSIDE = "Văn bản ngoài tệp này"
_WHAT = int(Qt.ItemDataRole.UserRole)


class LinksDialog(Form):
    """Keeps each change at once and tells ``changed`` of it."""

    def __init__(
        self, plan: Plan, services: Services, changed: Callable[[Changes], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("Liên kết với kế hoạch khác", yes="Xong", parent=parent)
        assert plan.id is not None
        self._plan_id, self._services, self._changed = plan.id, services, changed
        self._plans = _others(plan, services)
        self.links = _list("Các liên kết đang có")
        self.proposed = _list("Văn bản được nhắc tới trong kế hoạch")
        self.links.installEventFilter(self)
        self.remove = button("Bỏ liên kết", "trash", tip="Delete")
        self.take = button("Lập liên kết", "link", tip="Enter")
        self._found = label("Văn bản được nhắc tới, chưa liên kết", "strong")
        self._trouble = label("", "error", wrap=True)
        self._lay_out(plan)
        self.remove.clicked.connect(self.remove_current)
        self.take.clicked.connect(self.take_current)
        self.proposed.itemActivated.connect(lambda _item: self.take_current())
        self.add.clicked.connect(self.add_typed)
        self.others.currentIndexChanged.connect(lambda _at: self._check())
        for field in (self.number, self.day):
            field.textChanged.connect(lambda _text: self._check())
        self.no.hide()
        for made in (self.remove, self.take, self.add):
            made.setAutoDefault(False)
        self.resize(720, 560)
        self._fill()

    def remove_current(self) -> None:
        """Take the chosen link away."""
        link = _chosen(self.links)
        if isinstance(link, PlanLink) and link.id is not None:
            self._do(partial(self._services.plan_links.remove, link.id))

    def take_current(self) -> None:
        """Make a link of the chosen proposal."""
        proposal = _chosen(self.proposed)
        if isinstance(proposal, LinkProposal):
            self._do(partial(self._services.plan_links.save, proposal.link))

    def add_typed(self) -> None:
        """Make a link of what stands in the fields."""
        kind = list(LinkKind)[self.kinds.currentIndex()]
        link = PlanLink(self._plan_id, kind)
        at = self.others.currentIndex()
        if at > 0:
            link = replace(link, other_id=self._plans[at - 1].id)
        else:
            title = squeeze(self.title.text()) or None
            link = replace(link, number=squeeze(self.number.text()), issued_on=self.day.day(), title=title)
        if self._do(partial(self._services.plan_links.save, link)):
            for field in (self.number, self.day, self.title):
                field.clear()
            self.others.setCurrentIndex(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes the link at the cursor away."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.links and pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            self.remove_current()
            return True
        return super().eventFilter(watched, event)

    def _do(self, work: Callable[[], Changes]) -> bool:
        try:
            changes = work()
        except AppError as trouble:
            self._trouble.setText(messages.error(trouble))
            self._trouble.show()
            return False
        self._trouble.hide()
        self._changed(changes)
        self._fill()
        return True

    def _fill(self) -> None:
        links = self._services.plan_links.of_plan(self._plan_id)
        known = {plan.id: plan for plan in self._plans}
        _refill(
            self.links,
            [(f"{labels.of(link.kind)}: {plan_links.target(link, known.get(link.other_id))}", link) for link in links],
        )
        proposals = self._services.plan_links.proposals(self._plan_id)
        _refill(self.proposed, [(f"{_told(found)}\n“{found.words}”", found) for found in proposals])
        self.remove.setEnabled(bool(links))
        for shown in (self.proposed, self.take, self._found):
            shown.setVisible(bool(proposals))
        self._check()

    def _lay_out(self, plan: Plan) -> None:
        self.content.addWidget(label(plan.title, "strong", wrap=True))
        self.content.addWidget(self.links, stretch=1)
        self.content.addLayout(row(0, self.remove))
        self.content.addWidget(self._found)
        self.content.addWidget(self.proposed, stretch=1)
        self.content.addLayout(row(0, self.take))
        self.kinds, self.others = QComboBox(), QComboBox()
        self.kinds.addItems([labels.of(kind) for kind in LinkKind])
        self.others.addItems([_OUTSIDE, *(f"Năm {other.year} – {plan_links.plan(other)}" for other in self._plans)])
        self.others.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.others.setMinimumContentsLength(30)
        self.number, self.day, self.title = QLineEdit(), DayEdit(year=plan.year), QLineEdit()
        self.number.setPlaceholderText("Ví dụ: 12/KH-UBND")
        self.day.setMaximumWidth(160)
        form = QFormLayout()
        form.setSpacing(theme.SPACE_S)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("Loại liên kết", self.kinds),
            ("Với kế hoạch", self.others),
            ("Số, ký hiệu", self.number),
            ("Ngày", self.day),
            ("Tên văn bản", self.title),
        )
        for text, field in fields:
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.add = button("Thêm liên kết", "add")
        self.content.addWidget(label("Thêm liên kết", "strong"))
        self.content.addLayout(form)
        self.content.addLayout(row(self._trouble, 0, self.add))
        self._trouble.hide()

    def _check(self) -> None:
        outside = self.others.currentIndex() == 0
        for field in (self.number, self.day, self.title):
            field.setEnabled(outside)
        self.add.setEnabled(not outside or (bool(squeeze(self.number.text())) and self.day.readable()))


def _others(plan: Plan, services: Services) -> tuple[Plan, ...]:
    rows = (found for year in services.plans.years() for found in services.plans.of_year(year))
    return tuple(found.plan for found in rows if found.plan.id != plan.id)


def _told(found: LinkProposal) -> str:
    return f"{labels.of(found.link.kind)}: {plan_links.target(found.link, None)}"


def _list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    return made


def _refill(shown: QListWidget, lines: Sequence[tuple[str, object]]) -> None:
    shown.clear()
    for text, what in lines:
        item = QListWidgetItem(text, shown)
        item.setData(_WHAT, what)
    if lines:
        shown.setCurrentRow(0)


def _chosen(shown: QListWidget) -> object:
    at = shown.currentRow()
    return shown.item(at).data(_WHAT) if at >= 0 else None
