"""A movement in fields; summing several up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.movements import MOST_MONTHS, Movement
from thidua_desktop.ui.common import entry, theme
from thidua_desktop.ui.common.answering import DAY_FORM, AnswerForm, form
from thidua_desktop.ui.common.editors import DayEdit, NumberEdit
from thidua_desktop.ui.common.entry import EntryNotRead
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.ui.reports.movement_columns import LEVELS, METHODS, SCOPES, length

Keep = Callable[[Movement, Callable[[AppError], None]], None]
Member = TypeVar("Member", bound=Enum)
_RESULT_HEIGHT = 54


class MovementDialog(AnswerForm):
    """All that is kept of a movement; its length is said as the days are typed."""

    def __init__(self, movement: Movement, keep: Keep, parent: QWidget | None = None) -> None:
        new = movement.id is None
        title = "Thêm phong trào thi đua" if new else "Phong trào thi đua"
        super().__init__(title, yes="Thêm" if new else "Lưu", parent=parent)
        self._movement, self._keep = movement, keep
        self.name = QLineEdit(movement.name)
        self.year = NumberEdit(movement.year, low=1990, high=2100)
        self.scope, self.level, self.method = (
            _choice(labels_, value)
            for labels_, value in (
                (SCOPES, movement.scope),
                (LEVELS, movement.level),
                (METHODS, movement.method),
            )
        )
        self.launched_by, self.document = QLineEdit(movement.launched_by), QLineEdit(movement.document)
        self.document.setPlaceholderText("ví dụ: 12/KH-UBND")
        self.started, self.ends, self.closed = (DayEdit(year=movement.year) for _ in range(3))
        for field, day in (
            (self.started, movement.started_on),
            (self.ends, movement.ends_on),
            (self.closed, movement.closed_on),
        ):
            field.set_day(day)
        self.months = QLineEdit("" if movement.months is None else str(movement.months))
        self.months.setPlaceholderText("số tháng, khi chưa có ngày kết thúc")
        self.outcome, self.note = QPlainTextEdit(movement.result), QPlainTextEdit(movement.note)
        for text in (self.outcome, self.note):
            text.setTabChangesFocus(True)
            text.setFixedHeight(_RESULT_HEIGHT)
        self._length = label("", "muted")
        self._lay_out()
        for line in (self.name, self.months, self.started, self.ends, self.closed):
            line.textChanged.connect(self._check)
        self._check()
        self.name.setFocus()

    def movement(self) -> Movement | None:
        """What was typed; None while a day or a number cannot be read."""
        try:
            months = entry.whole(self.months.text(), low=1, high=MOST_MONTHS)
            days = [field.day() for field in (self.started, self.ends, self.closed)]
        except EntryNotRead:
            return None
        texts: dict[str, Any] = {
            name: squeeze(nfc(field.text()))
            for name, field in (("name", self.name), ("launched_by", self.launched_by), ("document", self.document))
        }
        return replace(
            self._movement,
            **texts,
            year=self.year.value(),
            scope=_chosen(self.scope, SCOPES),
            level=_chosen(self.level, LEVELS),
            method=_chosen(self.method, METHODS),
            started_on=days[0],
            ends_on=days[1],
            months=months,
            closed_on=days[2],
            result=nfc(self.outcome.toPlainText()).strip(),
            note=nfc(self.note.toPlainText()).strip(),
        )

    def on_wanted(self) -> None:
        """Keep it, or hear why not."""
        typed = self.movement()
        if typed is not None:
            self._keep(typed, self.refuse)

    def _lay_out(self) -> None:
        pairs: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            (("&Tên phong trào", self.name),),
            (("Nă&m", self.year), ("&Phạm vi", self.scope)),
            (("&Cấp phát động", self.level), ("P&hương thức", self.method)),
            (("Cơ &quan phát động", self.launched_by), ("&Văn bản", self.document)),
            (("Ngày phát &động", self.started), ("Đến n&gày", self.ends)),
            (("Thời hạ&n (tháng)", self.months), ("Ngày tổng &kết", self.closed)),
            (("K&ết quả", self.outcome),),
            (("Gh&i chú", self.note),),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.SPACE_S)
        grid.setHorizontalSpacing(theme.SPACE_M)
        for line, fields in enumerate(pairs):
            for at, (name, field) in enumerate(fields):
                said = label(name)
                said.setBuddy(field)
                field.setAccessibleName(name.replace("&", ""))
                grid.addWidget(said, line, 2 * at)
                grid.addWidget(field, line, 2 * at + 1, 1, 1 if len(fields) > 1 else 3)
        self.content.addLayout(grid)
        self.content.addWidget(self._length)
        self.content.addWidget(self.wrong)
        self.setMinimumWidth(720)

    def _check(self) -> None:
        typed = self.movement()
        readable = all(field.readable() for field in (self.started, self.ends, self.closed))
        if typed is None:
            lacks = "Thời hạn ghi bằng số tháng, ví dụ 18." if readable else DAY_FORM
        else:
            lacks = "" if typed.name else "Hãy ghi tên phong trào."
        shown = "" if typed is None or typed.length is None else length(typed)
        self._length.setText(f"Thời hạn: {shown.lower()}." if shown else "Chưa rõ thời hạn của phong trào.")
        self.tell(lacks)
        self.yes.setEnabled(not lacks)


class CloseDialog(AnswerForm):
    """The day on which movements are summed up, and what came of them."""

    def __init__(self, count: int, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__("Tổng kết phong trào", yes="Ghi tổng kết", parent=parent)
        self.day = DayEdit(year=today.year)
        self.day.set_day(today)
        self.outcome = QPlainTextEdit()
        self.outcome.setTabChangesFocus(True)
        self.outcome.setFixedHeight(_RESULT_HEIGHT)
        self.outcome.setPlaceholderText("ví dụ: 12 tập thể, 30 cá nhân được khen thưởng")
        told = f"Tổng kết phong trào “{name}”." if count == 1 else f"Tổng kết {count} phong trào đã chọn."
        self.content.addWidget(label(told, "strong", wrap=True))
        self.content.addLayout(form((("&Ngày tổng kết", self.day), ("&Kết quả", self.outcome))))
        self.content.addWidget(self.wrong)
        self.content.addStretch(1)
        self.setMinimumWidth(500)
        self.day.textChanged.connect(self._check)
        self._check()
        self.day.setFocus()

    def _check(self) -> None:
        lacks = "" if self.day.readable() and self.day.day() is not None else DAY_FORM
        self.tell(lacks)
        self.yes.setEnabled(not lacks)


def _choice(choices: Mapping[str, Enum], value: Enum) -> QComboBox:
    box = QComboBox()
    box.addItems(list(choices))
    box.setCurrentIndex(list(choices.values()).index(value))
    return box


def _chosen(box: QComboBox, choices: Mapping[str, Member]) -> Member:
    return list(choices.values())[box.currentIndex()]
