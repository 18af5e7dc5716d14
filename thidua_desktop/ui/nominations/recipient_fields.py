"""The fields for awards that were given, and for what a recipient's own record says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QCheckBox

from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.ui.common.editors import DayEdit, NumberEdit
from thidua_desktop.ui.nominations.fact_fields import (
    FIRST_YEAR,
    LAST_YEAR,
    Fields,
    InitiativeFields,
    capital,
    combo,
    text_field,
    text_of,
)
from thidua_desktop.wording.rules import Names

_FIRST_FOUNDED = 1800


@dataclass(frozen=True, slots=True)
class Known:
    """From which year on the records of a recipient are complete: what is not there did not happen."""

    awards: int | None = None
    initiatives: int | None = None


class AwardFields(Fields):
    """The decision by which an award was given; or that there is none, the register being complete."""

    def __init__(
        self, awards: Sequence[str], years: Sequence[int], year: int, names: Names, recipient: Recipient
    ) -> None:
        super().__init__()
        self._recipient = recipient
        self._first = min(years) if years else None
        offered = {code: names.awards.get(code, code) for code in awards or tuple(names.awards)}
        self.award = combo(offered, empty="")
        self.boxes = {year: QCheckBox(f"Năm {year}") for year in years}
        self.year = NumberEdit(years[-1] if years else year, low=FIRST_YEAR, high=LAST_YEAR)
        self.decision = text_field("ví dụ: 125/QĐ-UBND")
        self.day = DayEdit(year=years[-1] if years else self.year.value())
        self.none = QCheckBox(_nothing(self._first))
        self.row("Danh hiệu, hình thức", self.award)
        if len(years) > 1:
            for at, box in enumerate(self.boxes.values()):
                self.row("" if at else "Được tặng", box)
        else:
            self.row("Năm được khen", self.year)
        self.row("Số quyết định", self.decision)
        self.row("Ngày quyết định", self.day)
        self.row("Không có quyết định nào", self.none)

    def entries(self) -> tuple[RegisterEntry, ...]:
        """An entry of the register for each year that was ticked, once the decision has a number."""
        decision = text_of(self.decision)
        if self.none.isChecked() or decision is None or not self.day.readable() or self._recipient.id is None:
            return ()
        several = [year for year, box in self.boxes.items() if box.isChecked()]
        years = several if len(self.boxes) > 1 else [self.year.value()]
        return tuple(
            RegisterEntry(
                self._recipient.id,
                str(self.award.currentData()),
                year,
                self._recipient.name,
                decided_on=self.day.day(),
                decision=decision,
                position=self._recipient.position,
                unit_id=self._recipient.unit_id,
            )
            for year in years
        )

    def known(self) -> Known:
        """That the register is complete, where the clerk says that there is no such award."""
        return Known(awards=self._first or 0) if self.none.isChecked() else Known()

    def ready(self) -> bool:
        """Either a decision, or that there is none."""
        return bool(self.entries()) or self.none.isChecked()

    def wanted(self) -> str:
        """The number of the decision and a year, or that there is none."""
        what = "số quyết định" if text_of(self.decision) is None else "năm được tặng"
        return f"Hãy ghi {what}, hoặc đánh dấu “Không có quyết định nào”."


class InitiativeOrNone(InitiativeFields):
    """An initiative; or that there is none, the records being complete."""

    def __init__(self, years: Sequence[int], today: date) -> None:
        super().__init__(years, today)
        self._first = min(years) if years else None
        self.none = QCheckBox(_nothing(self._first))
        self.row("Không có sáng kiến nào", self.none)

    def known(self) -> Known:
        """That the records are complete, where the clerk says that there is none."""
        return Known(initiatives=self._first or 0) if self.none.isChecked() else Known()

    def ready(self) -> bool:
        """Either an initiative, or that there is none."""
        return bool(self.facts()) or self.none.isChecked()

    def wanted(self) -> str:
        """A name, or that there is none."""
        return "Hãy ghi tên sáng kiến, đề tài, hoặc đánh dấu “Không có sáng kiến nào”."


class OwnFields(Fields):
    """What belongs to the recipient itself: its class, the year of its founding, the age of retirement."""

    def __init__(self, recipient: Recipient, names: Names, classes: Sequence[str]) -> None:
        super().__init__()
        self._recipient = recipient
        known = names.vocabulary.classes
        self.classes = {code: QCheckBox(capital(known.get(code, code))) for code in classes}
        for code, box in self.classes.items():
            box.setChecked(code in recipient.classes)
            self.row("Thuộc diện", box)

    def changed_recipient(self) -> Recipient:
        """The recipient as it is now known."""
        kept = [code for code in self._recipient.classes if code not in self.classes]
        ticked = [code for code, box in self.classes.items() if box.isChecked()]
        return replace(self._recipient, classes=(*kept, *ticked))

    def ready(self) -> bool:
        """Whether something has changed."""
        return self.changed_recipient() != self._recipient

    def wanted(self) -> str:
        """Another class than before."""
        return "Chưa có gì thay đổi: hãy đánh dấu diện của người nhận, hoặc đóng nếu đã đúng."


class FoundedFields(OwnFields):
    """The year in which a collective was founded."""

    def __init__(self, recipient: Recipient, names: Names, year: int) -> None:
        super().__init__(recipient, names, ())
        self.founded = text_field("ví dụ: 1996")
        self.founded.setText(str(recipient.founded or ""))
        self._last = year
        self.row("Năm thành lập", self.founded)

    def changed_recipient(self) -> Recipient:
        """The recipient with the year, where it can be one."""
        text = self.founded.text().strip()
        if not text.isdecimal() or not _FIRST_FOUNDED <= int(text) <= self._last:
            return self._recipient
        return replace(self._recipient, founded=int(text))

    def wanted(self) -> str:
        """A year that can be one."""
        return f"Hãy ghi năm thành lập, từ {_FIRST_FOUNDED} đến {self._last}."


class RetirementFields(OwnFields):
    """Whether a woman retires later than others."""

    def __init__(self, recipient: Recipient, names: Names) -> None:
        super().__init__(recipient, names, ())
        self.later = combo({True: "Có", False: "Không"})
        self.row("Tuổi nghỉ hưu cao hơn quy định chung", self.later)

    def changed_recipient(self) -> Recipient:
        """The recipient with the answer."""
        answer = self.later.currentData()
        return replace(self._recipient, later_retirement=None if answer is None else bool(answer))

    def wanted(self) -> str:
        """An answer."""
        return "Hãy chọn Có hoặc Không."


def _nothing(first: int | None) -> str:
    since = f" từ năm {first}" if first else ""
    return f"Không có; sổ đã ghi đủ{since}"
