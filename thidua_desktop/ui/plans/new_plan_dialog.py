"""A plan written from nothing: which kind, of which year, under which name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QPlainTextEdit, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.plans import PlanKind
from thidua_desktop.services import skeletons
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import NumberEdit, show_lines
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.plans.dialogs import FIRST_YEAR, LAST_YEAR
from thidua_desktop.wording import labels

_HINT = (
    "Kế hoạch mới có sẵn các đề mục thường dùng, căn cứ đang còn hiệu lực và nơi nhận; "
    "sửa lại ở thẻ “Văn bản”, thêm nhiệm vụ ở thẻ “Nhiệm vụ”."
)


class NewPlanDialog(Form):
    """Proposes the usual name of a kind until another is typed; ``kind()``, ``year`` and ``title()`` give them."""

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__("Lập kế hoạch mới", yes="Lập kế hoạch", parent=parent)
        self.kinds = QComboBox()
        self.kinds.addItems([labels.of(kind) for kind in PlanKind])
        self.year = NumberEdit(year, low=FIRST_YEAR, high=LAST_YEAR)
        self.year.setMaximumWidth(110)
        self.name = QPlainTextEdit()
        self.name.setTabChangesFocus(True)
        show_lines(self.name, 3)
        self._proposed = ""
        form = QFormLayout()
        form.setSpacing(theme.SPACE_S)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for text, field in (("Loại kế hoạch", self.kinds), ("Năm", self.year), ("Tên kế hoạch", self.name)):
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.content.addLayout(form)
        self.content.addWidget(label(_HINT, "muted", wrap=True))
        self.setMinimumWidth(560)
        self.kinds.currentIndexChanged.connect(lambda _at: self._propose())
        self.year.value_changed.connect(lambda _year: self._propose())
        self.name.textChanged.connect(self._check)
        self._propose()
        self.kinds.setFocus()

    def kind(self) -> PlanKind:
        """The kind chosen."""
        return list(PlanKind)[self.kinds.currentIndex()]

    def title(self) -> str:
        """The name of the plan."""
        return squeeze(self.name.toPlainText())

    def _propose(self) -> None:
        if self.title() == self._proposed:
            self._proposed = squeeze(skeletons.of(self.kind()).title.format(year=self.year.value()))
            self.name.setPlainText(self._proposed)

    def _check(self) -> None:
        self.yes.setEnabled(bool(self.title()))
