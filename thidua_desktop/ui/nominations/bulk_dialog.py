"""One change for all selected lines: only the fields that are ticked change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.line_changes import LineChange
from thidua_desktop.domain.nominations import Nomination, Occasion
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SuggestEdit, show_lines
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.nominations.fact_fields import combo
from thidua_desktop.wording import labels

_FIRST_YEAR, _LAST_YEAR = 1945, 2999


class BulkDialog(Form):
    """Takes the selected lines and gives a change; a field that is changed ticks itself."""

    def __init__(
        self, lines: Sequence[Nomination], units: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__("Sửa nhiều dòng", yes=f"Sửa {len(lines)} dòng", parent=parent)
        self.occasion = combo({occasion: labels.of(occasion) for occasion in Occasion}, empty="")
        self.unit, self.position, self.note = SuggestEdit(units), QLineEdit(), QLineEdit()
        self.citation = QPlainTextEdit()
        self.citation.setTabChangesFocus(True)
        show_lines(self.citation, 3)
        self.since, self.until = QLineEdit(), QLineEdit()
        for field, example in ((self.since, "ví dụ: 2021"), (self.until, "ví dụ: 2025")):
            field.setPlaceholderText(example)
        self.ticks: dict[QWidget, QCheckBox] = {}
        self._wrong = label("", "error", wrap=True)
        self.content.addWidget(label("Chỉ những ô được đánh dấu mới đổi; các ô khác giữ nguyên.", "muted", wrap=True))
        self.content.addLayout(self._grid(lines))
        self.content.addWidget(self._wrong)
        self.setMinimumWidth(540)
        self._check()
        self.occasion.setFocus()

    def change(self) -> LineChange:
        """What is to be the same in all lines."""
        occasion = self.occasion.currentData()
        return LineChange(
            occasion=Occasion(occasion) if self._ticked(self.occasion) else None,
            unit=self._text(self.unit),
            position=self._text(self.position),
            citation=self._text(self.citation),
            note=self._text(self.note),
            counted_from=self._year(self.since),
            counted_to=self._year(self.until),
        )

    def _grid(self, lines: Sequence[Nomination]) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        fields: tuple[tuple[str, QWidget, str | None], ...] = (
            ("&Loại hình", self.occasion, _same(labels.of(line.occasion) for line in lines)),
            ("&Đơn vị", self.unit, _same(line.unit for line in lines)),
            ("&Chức vụ", self.position, _same(line.position for line in lines)),
            ("&Thành tích", self.citation, _same(line.citation for line in lines)),
            ("Thành tích &từ năm", self.since, _same(_number(line.counted_from) for line in lines)),
            ("Thành tích đế&n năm", self.until, _same(_number(line.counted_to) for line in lines)),
            ("&Ghi chú", self.note, _same(line.note for line in lines)),
        )
        for at, (text, field, now) in enumerate(fields):
            tick = self.ticks[field] = QCheckBox(text)
            name = text.replace("&", "")
            field.setAccessibleName(name)
            _put(field, now or "")
            self._watch(field, tick)
            grid.addWidget(tick, at, 0)
            grid.addWidget(field, at, 1)
        return grid

    def _watch(self, field: QWidget, tick: QCheckBox) -> None:
        tick.toggled.connect(self._check)
        match field:
            case QComboBox():
                field.activated.connect(lambda _at: tick.setChecked(True))
            case QPlainTextEdit():
                field.textChanged.connect(lambda: self._on_typed(tick))
            case QLineEdit():
                field.textEdited.connect(lambda _text: self._on_typed(tick))

    def _on_typed(self, tick: QCheckBox) -> None:
        tick.setChecked(True)
        self._check()

    def _ticked(self, field: QWidget) -> bool:
        return self.ticks[field].isChecked()

    def _text(self, field: QLineEdit | QPlainTextEdit) -> str | None:
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        return squeeze(nfc(text)) if self._ticked(field) else None

    def _year(self, field: QLineEdit) -> int | None:
        text = field.text().strip()
        return int(text) if self._ticked(field) and text.isdecimal() else None

    def _check(self) -> None:
        wrong = ""
        for field in (self.since, self.until):
            if self._ticked(field) and not _is_year(field.text()):
                wrong = "Năm ghi bằng bốn chữ số, ví dụ 2025."
        since, until = self._year(self.since), self._year(self.until)
        if not wrong and since and until and since > until:
            wrong = "Năm đầu phải trước năm cuối."
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self.yes.setEnabled(not wrong and any(tick.isChecked() for tick in self.ticks.values()))


def _same(values: Iterable[str | None]) -> str | None:
    """The value where all lines have the same."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)


def _put(field: QWidget, text: str) -> None:
    match field:
        case QComboBox():
            field.setCurrentIndex(max(0, field.findText(text)))
        case QPlainTextEdit():
            field.setPlainText(text)
        case QLineEdit():
            field.setText(text)


def _is_year(text: str) -> bool:
    return text.strip().isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR
