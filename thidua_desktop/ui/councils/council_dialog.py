"""The data of a council: its name, the decision that set it up, its term, what stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.councils.rosters import Council, Size
from thidua_desktop.domain.ids import CouncilId
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit, wrong_day
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording import labels


class CouncilDialog(Form):
    """Asks for a council; ``council()`` gives it back."""

    def __init__(
        self, council: Council, councils: Sequence[Council], *, year: int, parent: QWidget | None = None
    ) -> None:
        new = council.id is None
        super().__init__(
            "Thêm Hội đồng" if new else "Sửa Hội đồng", yes="Thêm Hội đồng" if new else "Lưu", parent=parent
        )
        self._council = council
        self.name = QLineEdit(council.name)
        self.name.setPlaceholderText("Ví dụ: Hội đồng Thi đua - Khen thưởng tỉnh")
        self.short_name = QLineEdit(council.short_name)
        self.short_name.setPlaceholderText("Ví dụ: HĐTĐKT")
        self.parent_box = QComboBox()
        self.parent_box.addItem("Không, đây là Hội đồng của cơ quan", None)
        for one in councils:
            if one.id is not None and one.id != council.id and one.parent_id is None:
                self.parent_box.addItem(one.name, one.id)
        self.parent_box.setCurrentIndex(max(0, self.parent_box.findData(council.parent_id)))
        self.decision = QLineEdit(council.decision)
        self.decision.setPlaceholderText("Ví dụ: Quyết định số 15/QĐ-UBND")
        self.decided_on, self.since, self.until = (DayEdit(year=year) for _ in range(3))
        self.decided_on.set_day(council.decided_on)
        self.since.set_day(council.since)
        self.until.set_day(council.until)
        self.size_box = QComboBox()
        for size in Size:
            self.size_box.addItem(labels.of(size), size.value)
        self.size_box.setCurrentIndex(list(Size).index(council.size))
        self._wrong = label("", "error", wrap=True)
        self._lay_out()
        self.name.textChanged.connect(lambda _text: self._check())
        for field in (self.decided_on, self.since, self.until):
            field.textChanged.connect(lambda _text: self._check())
        self.setMinimumWidth(580)
        self._check()
        self.name.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        fields: tuple[tuple[str, QWidget], ...] = (
            ("&Tên Hội đồng", self.name),
            ("Tên &viết tắt", self.short_name),
            ("T&huộc Hội đồng", self.parent_box),
            ("&Quyết định thành lập", self.decision),
            ("&Ngày quyết định", self.decided_on),
            ("Nhiệm kỳ từ n&gày", self.since),
            ("Đến hết ngà&y", self.until),
            ("&Số thành viên", self.size_box),
        )
        for text, field in fields:
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        self.content.addLayout(form)
        told = "Hội đồng sáng kiến, tổ giúp việc… ghi thuộc Hội đồng nào thì đứng dưới Hội đồng đó."
        self.content.addWidget(label(told, "muted", wrap=True))
        self.content.addWidget(self._wrong)

    def council(self) -> Council:
        """The council with what stands in the fields."""
        above = self.parent_box.currentData()
        return replace(
            self._council,
            name=squeeze(nfc(self.name.text())),
            short_name=squeeze(nfc(self.short_name.text())),
            parent_id=CouncilId(above) if above is not None else None,
            decision=squeeze(nfc(self.decision.text())),
            decided_on=self.decided_on.day(),
            since=self.since.day(),
            until=self.until.day(),
            size=list(Size)[self.size_box.currentIndex()],
        )

    def trouble(self) -> str:
        """What keeps the council from being kept."""
        return self._wrong.text()

    def _check(self) -> None:
        wrong = wrong_day(self.decided_on, self.since, self.until)
        if not wrong and (since := self.since.day()) and (until := self.until.day()) and until < since:
            wrong = "Ngày hết nhiệm kỳ phải sau ngày bắt đầu."
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.yes.setEnabled(not wrong and bool(squeeze(self.name.text())))
