"""The fields with which a missing fact is written down, one set for each kind of question that a rule asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.evidence import (
    Clearance,
    Cleared,
    Confirmation,
    Initiative,
    MeritKind,
    Rating,
    Reach,
    YearRating,
)
from thidua_desktop.domain.facts import Fact
from thidua_desktop.ui.common.editors import DayEdit, NumberEdit
from thidua_desktop.ui.common.widgets import label
from thidua_desktop.wording.rules import MERITS, RATINGS, REACHES, Names

FIRST_YEAR, LAST_YEAR = 1945, 2100
_DECISION = "ví dụ: 125/QĐ-SNV"
_WHO = "Hãy ghi ai xác nhận: văn bản hoặc người đứng ra xác nhận."

T = TypeVar("T")


class Fields(QWidget):
    """Gives the facts that were written down; ``ready`` says whether they say anything yet."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)

    def facts(self) -> tuple[Fact, ...]:
        """What was written down."""
        return ()

    def ready(self) -> bool:
        """Whether there is something to keep and all of it can be read."""
        return bool(self.facts())

    def missing(self) -> str:
        """What has to be written before anything can be kept, as a sentence; empty where nothing is missing."""
        if self.ready():
            return ""
        unread = next((field for field in self.findChildren(DayEdit) if not field.readable()), None)
        if unread is not None:
            return f"Ô “{unread.accessibleName()}” chưa đọc được; hãy gõ ngày/tháng/năm, ví dụ 20/12/2025."
        return self.wanted()

    def wanted(self) -> str:
        """What is still to be written where all that is there can be read."""
        raise NotImplementedError

    def row(self, text: str, field: QWidget) -> None:
        """Add a field with its name; changes of it are told."""
        name = label(text, wrap=True)
        name.setBuddy(field)
        self.form.addRow(name, field)
        if text:
            field.setAccessibleName(text)
        match field:
            case QLineEdit():
                field.textChanged.connect(lambda _text: self.changed.emit())
            case QComboBox():
                field.currentIndexChanged.connect(lambda _at: self.changed.emit())
            case QCheckBox():
                field.toggled.connect(lambda _on: self.changed.emit())


class RatingFields(Fields):
    """The rating of each year that is asked for."""

    def __init__(self, years: Sequence[int]) -> None:
        super().__init__()
        self.boxes = {year: combo({rating: capital(RATINGS[rating]) for rating in reversed(Rating)}) for year in years}
        self.decision = text_field(_DECISION)
        for year, box in self.boxes.items():
            self.row(f"Mức xếp loại năm {year}", box)
        self.row("Văn bản đánh giá", self.decision)

    def facts(self) -> tuple[Fact, ...]:
        """The years for which something was chosen."""
        decision = text_of(self.decision)
        chosen = ((year, box.currentData()) for year, box in self.boxes.items())
        return tuple(YearRating(year, Rating(rating), decision) for year, rating in chosen if rating is not None)

    def wanted(self) -> str:
        """A rating."""
        return "Hãy chọn mức xếp loại của ít nhất một năm."


class InitiativeFields(Fields):
    """One initiative, topic or feat that was recognised."""

    def __init__(self, years: Sequence[int], today: date) -> None:
        super().__init__()
        self.name = text_field("tên sáng kiến, đề tài")
        self.kind = combo({kind: capital(MERITS[kind]) for kind in MeritKind}, empty="")
        self.reach = combo({reach: capital(REACHES[reach]) for reach in Reach}, empty="")
        self.year = NumberEdit(years[-1] if years else today.year, low=FIRST_YEAR, high=LAST_YEAR)
        self.decision = text_field(_DECISION)
        for text, field in (
            ("Tên sáng kiến, đề tài", self.name),
            ("Loại", self.kind),
            ("Phạm vi ảnh hưởng", self.reach),
            ("Năm được công nhận", self.year),
            ("Quyết định công nhận", self.decision),
        ):
            self.row(text, field)

    def facts(self) -> tuple[Fact, ...]:
        """The initiative, once it has a name."""
        name = text_of(self.name)
        if name is None:
            return ()
        reach, kind = Reach(self.reach.currentData()), MeritKind(self.kind.currentData())
        return (Initiative(self.year.value(), reach, name, text_of(self.decision), kind),)

    def wanted(self) -> str:
        """A name."""
        return "Hãy ghi tên sáng kiến, đề tài."


class ClearanceFields(Fields):
    """Somebody has looked and found nothing, up to a day."""

    def __init__(self, kind: Cleared, unit: str, today: date) -> None:
        super().__init__()
        self._kind = kind
        self.by = text_field("văn bản hoặc người xác nhận")
        self.by.setText(unit)
        self.until = DayEdit(year=today.year)
        self.until.set_day(today)
        self.row("Ai xác nhận", self.by)
        self.row("Xác nhận đến ngày", self.until)

    def facts(self) -> tuple[Fact, ...]:
        """The clearance, once somebody stands for it."""
        by = text_of(self.by)
        until = self.until.day() if self.until.readable() else None
        return (Clearance(self._kind, until, by),) if by and until else ()

    def wanted(self) -> str:
        """Somebody who stands for it, and a day."""
        return _WHO if text_of(self.by) is None else "Hãy ghi xác nhận đến ngày nào."


class ConfirmationFields(Fields):
    """Whether something holds that no record can show."""

    def __init__(self, codes: Sequence[str], names: Names, years: Sequence[int], user: str, today: date) -> None:
        super().__init__()
        self._year = years[-1] if years else None
        self.boxes = {code: combo({True: "Có", False: "Không"}) for code in codes}
        self.by = text_field("văn bản hoặc người xác nhận")
        self.by.setText(user)
        self.day = DayEdit(year=today.year)
        self.day.set_day(today)
        for code, box in self.boxes.items():
            self.row(capital(names.vocabulary.questions.get(code, code)), box)
        self.row("Ai xác nhận", self.by)
        self.row("Ngày xác nhận", self.day)

    def facts(self) -> tuple[Fact, ...]:
        """The questions that were answered."""
        by = text_of(self.by)
        if by is None or not self.day.readable():
            return ()
        answers = ((code, box.currentData()) for code, box in self.boxes.items())
        return tuple(
            Confirmation(code, bool(holds), by, self.day.day(), self._year)
            for code, holds in answers
            if holds is not None
        )

    def wanted(self) -> str:
        """Somebody who stands for it, and an answer."""
        return _WHO if text_of(self.by) is None else "Hãy chọn Có hoặc Không cho ít nhất một điều."


def combo(choices: Mapping[T, str], *, empty: str = "(chưa rõ)") -> QComboBox:
    """A box with choices, whose data are the keys; ``empty`` is what stands for no choice, nothing offers none."""
    made = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(24)
    if empty:
        made.addItem(empty, None)
    for value, text in choices.items():
        made.addItem(text, value)
    return made


def text_field(example: str = "") -> QLineEdit:
    """A line with an example of what belongs there."""
    made = QLineEdit()
    made.setPlaceholderText(example)
    return made


def text_of(field: QLineEdit) -> str | None:
    """What was typed, squeezed; None for nothing."""
    return squeeze(nfc(field.text())) or None


def capital(phrase: str) -> str:
    """The phrase with a capital letter."""
    return phrase[:1].upper() + phrase[1:]
