"""One nomination: whom, for what, from where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from thidua_desktop.common.vietnamese import fold, nfc, squeeze
from thidua_desktop.domain.awards import Award, RecipientKind
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.identity import check_id_number, read_birth, tidy_id_number
from thidua_desktop.domain.nomination_lists import KIND_ORDER, same_line
from thidua_desktop.domain.nominations import Nomination, Occasion
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SuggestEdit, show_lines
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import label, note, row
from thidua_desktop.ui.nominations.columns import award_text, birth
from thidua_desktop.wording import labels, messages

_HONORIFICS = {"Ông": "male", "Bà": "female"}
_NAMES = {
    RecipientKind.PERSON: "Họ và tên",
    RecipientKind.COLLECTIVE: "Tên tập thể",
    RecipientKind.HOUSEHOLD: "Tên hộ gia đình",
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What a nomination can be made of: the awards of the round's day by kind, units, the lines that are there."""

    awards: Callable[[RecipientKind], Sequence[Award]]
    units: Sequence[str] = ()
    others: Sequence[Nomination] = field(default=())
    present: Award | None = None
    """The award that the nomination has; it stays choosable when the law of the day does not know it any more."""


class NominationDialog(Form):
    """Takes a nomination and gives one back. "Lưu, thêm tiếp" hands it over and goes on with the next recipient."""

    kept = Signal(object)
    """A nomination to be kept while the dialog stays open."""

    def __init__(self, nomination: Nomination, choices: Choices, parent: QWidget | None = None) -> None:
        new = nomination.id is None
        title = "Thêm đề nghị khen thưởng" if new else "Sửa đề nghị khen thưởng"
        super().__init__(title, yes="Thêm" if new else "Lưu", parent=parent)
        self._nomination = nomination
        self._choices = choices
        self._others = list(choices.others)
        self._make_fields(nomination)
        self._warnings = note(Tone.WARNING)
        self._wrong = label("", "error", wrap=True)
        self.more = self.buttons.addButton("Lưu, thêm tiếp", QDialogButtonBox.ButtonRole.ActionRole)
        self.more.setShortcut("Ctrl+Return")
        self.more.setToolTip("Lưu dòng này rồi nhập người tiếp theo cùng đơn vị, danh hiệu (Ctrl+Enter)")
        self.more.setVisible(new)
        self.more.clicked.connect(self._on_more)
        self._lay_out()
        self._connect()
        self.setMinimumWidth(560)
        self._on_kind_changed()
        self.name.setFocus()

    def _make_fields(self, line: Nomination) -> None:
        self.kind = QComboBox()
        for kind in KIND_ORDER:
            self.kind.addItem(labels.of(kind), kind)
        self.kind.setCurrentIndex(KIND_ORDER.index(line.kind))
        self.honorific = QComboBox()
        self.honorific.addItems(list(_HONORIFICS))
        self.honorific.setCurrentText(line.honorific or "Ông")
        self.honorific.setMinimumContentsLength(4)
        self.name = QLineEdit(line.name)
        self.birth = QLineEdit(birth(line))
        self.birth.setPlaceholderText("1980 hoặc 17/5/1980")
        self.id_number = QLineEdit(line.id_number or "")
        self.id_number.setPlaceholderText("12 chữ số")
        self.position = QLineEdit(line.position or "")
        self.unit = SuggestEdit(lambda: self._choices.units)
        self.unit.setText(line.unit or "")
        self.award = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.award.setMinimumContentsLength(30)
        self.award.setEditable(True)
        self.award.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.award.setMaxVisibleItems(16)
        typed = SuggestEdit(self._award_texts)
        self.award.setLineEdit(typed)
        self.occasion = QComboBox()
        for occasion in Occasion:
            self.occasion.addItem(labels.of(occasion), occasion)
        self.occasion.setCurrentIndex(list(Occasion).index(line.occasion))
        self.citation = QPlainTextEdit(line.citation or "")
        self.citation.setTabChangesFocus(True)
        show_lines(self.citation, 3)
        self.note = QLineEdit(line.note or "")

    def _lay_out(self) -> None:
        form = self._form = QFormLayout()
        self._name_label = label(_NAMES[self._nomination.kind])
        names = row(self.honorific, self.name)
        names.setStretch(1, 1)
        self._personal = row(self.birth, label("Số CCCD", "muted"), self.id_number)
        form.addRow("Đối tượng", self.kind)
        form.addRow(self._name_label, names)
        form.addRow("Năm sinh", self._personal)
        form.addRow("Chức vụ", self.position)
        form.addRow("Đơn vị", self.unit)
        form.addRow("Danh hiệu, hình thức", self.award)
        form.addRow("Loại hình", self.occasion)
        form.addRow("Thành tích", self.citation)
        form.addRow("Ghi chú", self.note)
        named = (
            (self.kind, "Đối tượng"),
            (self.honorific, "Xưng hô"),
            (self.birth, "Năm sinh hoặc ngày sinh"),
            (self.id_number, "Số căn cước công dân"),
            (self.position, "Chức vụ"),
            (self.unit, "Đơn vị"),
            (self.award, "Danh hiệu, hình thức khen thưởng"),
            (self.occasion, "Loại hình khen thưởng"),
            (self.citation, "Thành tích"),
            (self.note, "Ghi chú"),
        )
        for widget, name in named:
            widget.setAccessibleName(name)
        self.content.addLayout(form)
        self.content.addWidget(self._warnings)
        self.content.addWidget(self._wrong)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.honorific.currentIndexChanged.connect(self._check)
        self.award.currentTextChanged.connect(self._check)
        for line in (self.name, self.birth, self.id_number, self.unit):
            line.textChanged.connect(self._check)

    # what is in it

    def nomination(self) -> Nomination:
        """The nomination with what stands in the fields."""
        kind = self._kind()
        person = kind is RecipientKind.PERSON
        award = self._award()
        assert award is not None, "the buttons are off until an award is chosen"
        return replace(
            self._nomination,
            kind=kind,
            honorific=self.honorific.currentText() if person else None,
            gender=self._gender(),
            name=squeeze(self.name.text()),
            birth=read_birth(self.birth.text()) if person else None,
            id_number=(tidy_id_number(self.id_number.text()) or None) if person else None,
            position=(squeeze(self.position.text()) or None) if person else None,
            unit=squeeze(self.unit.text()) or None,
            award_id=award.id,
            occasion=list(Occasion)[self.occasion.currentIndex()],
            citation=nfc(self.citation.toPlainText()).strip() or None,
            note=squeeze(self.note.text()) or None,
        )

    def warnings(self) -> str:
        """What is said of the nomination without standing in its way."""
        return self._warnings.text()

    def trouble(self) -> str:
        """What keeps the nomination from being kept."""
        return self._wrong.text()

    def _kind(self) -> RecipientKind:
        return KIND_ORDER[self.kind.currentIndex()]

    def _gender(self) -> str | None:
        return _HONORIFICS[self.honorific.currentText()] if self._kind() is RecipientKind.PERSON else None

    def _available(self) -> tuple[Award, ...]:
        fitting = tuple(self._choices.awards(self._kind()))
        present = self._choices.present
        if present is None or present in fitting or self._kind() not in present.recipients:
            return fitting
        return (*fitting, present)

    def _award_texts(self) -> list[str]:
        return [award_text(award) for award in self._available()]

    def _award(self) -> Award | None:
        wanted = fold(self.award.currentText())
        return next((found for found in self._available() if fold(award_text(found)) == wanted), None)

    # checking

    def _on_kind_changed(self) -> None:
        kind = self._kind()
        person = kind is RecipientKind.PERSON
        self._name_label.setText(_NAMES[kind])
        self.name.setAccessibleName(_NAMES[kind])
        self.honorific.setVisible(person)
        self._form.setRowVisible(self._personal, person)
        self._form.setRowVisible(self.position, person)
        chosen = self._award()
        awards = self._available()
        self.award.blockSignals(True)
        self.award.clear()
        for award in awards:
            self.award.addItem(award_text(award))
        wanted = chosen.id if chosen is not None else self._nomination.award_id
        at = next((at for at, award in enumerate(awards) if award.id == wanted), -1)
        self.award.setCurrentIndex(at)
        self.award.blockSignals(False)
        self._check()

    def _check(self) -> None:
        wrong, warned = self._wrongs(), self._doubts()
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._warnings.setText("\n".join(warned))
        self._warnings.setVisible(bool(warned))
        ready = not wrong and bool(squeeze(self.name.text())) and self._award() is not None
        self.yes.setEnabled(ready)
        self.more.setEnabled(ready)

    def _wrongs(self) -> str:
        if self._kind() is RecipientKind.PERSON:
            if self._read_birth() is None and self.birth.text().strip():
                return "Năm sinh ghi dạng 1980 hoặc 17/5/1980."
            blocking = [found for found in self._id_findings() if found.severity is Severity.BLOCKING]
            if blocking:
                return messages.finding(blocking[0])
        if self.award.currentText().strip() and self._award() is None:
            return "Hãy chọn danh hiệu, hình thức khen thưởng trong danh sách."
        return ""

    def _doubts(self) -> list[str]:
        doubts = [messages.finding(found) for found in self._id_findings() if found.severity is Severity.WARNING]
        award = self._award()
        if award is not None and award not in self._choices.awards(self._kind()):
            doubts.append("Pháp luật của ngày chốt đợt xét không có danh hiệu, hình thức này.")
        name = squeeze(self.name.text())
        if name and award is not None:
            unit = squeeze(self.unit.text()) or None
            draft = replace(self._nomination, name=name, unit=unit, award_id=award.id)
            if same_line(draft, self._others) is not None:
                doubts.append("Trong đợt đã có dòng cùng người nhận, đơn vị và danh hiệu này.")
        return doubts

    def _id_findings(self) -> tuple[Finding, ...]:
        if self._kind() is not RecipientKind.PERSON:
            return ()
        number = tidy_id_number(self.id_number.text())
        return check_id_number(number, gender=self._gender(), birth=self._read_birth())

    def _read_birth(self) -> str | None:
        try:
            return read_birth(self.birth.text())
        except ValueError:
            return None

    def _on_more(self) -> None:
        """Hand this one over and clear what belongs to one recipient only."""
        nomination = self.nomination()
        self.kept.emit(nomination)
        self._others.append(replace(nomination, id=None))
        for line in (self.name, self.birth, self.id_number, self.position, self.note):
            line.clear()
        self.citation.clear()
        self.name.setFocus()
