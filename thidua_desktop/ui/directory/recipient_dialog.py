"""One person, collective or household: what the list shows of it and more, with what is doubtful said at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.ui.common import entry
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import SuggestEdit, show_lines
from thidua_desktop.ui.common.scrolled import Scrolled
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.common.widgets import button, label, note, row
from thidua_desktop.ui.directory.growing import grow
from thidua_desktop.ui.directory.recipient_rows import (
    GENDERS,
    HONORIFICS,
    Choices,
    birth_read,
    birth_text,
    class_texts,
    number_read,
)
from thidua_desktop.ui.directory.record_fields import FIRST_YEAR, LAST_YEAR
from thidua_desktop.wording import messages

KIND_WORDS = {
    RecipientKind.PERSON: "cá nhân",
    RecipientKind.COLLECTIVE: "tập thể",
    RecipientKind.HOUSEHOLD: "hộ gia đình",
}
_NAMES = {
    RecipientKind.PERSON: "&Họ và tên",
    RecipientKind.COLLECTIVE: "&Tên tập thể",
    RecipientKind.HOUSEHOLD: "&Hộ gia đình, chủ hộ",
}
_WAIT_MS = 250
_THREE = {"Chưa rõ": None, "Có": True, "Không": False}


@dataclass(frozen=True, slots=True)
class Alike:
    """Another record that may be the same recipient, in words."""

    id: RecipientId
    said: str


@dataclass(frozen=True, slots=True)
class Doubts:
    """What can be said of a recipient while it is typed."""

    check: Callable[[Recipient], Sequence[Finding]]
    alike: Callable[[Recipient], Sequence[Alike]]


class RecipientDialog(Form):
    """Takes a recipient and gives one back."""

    kept = Signal(object)
    """A recipient to be kept while the dialog stays open for the next one."""
    open_wanted = Signal(int)
    """The record that looks alike is to be shown instead."""

    def __init__(self, recipient: Recipient, choices: Choices, doubts: Doubts, parent: QWidget | None = None) -> None:
        new = recipient.id is None
        words = KIND_WORDS[recipient.kind]
        super().__init__(f"{'Thêm' if new else 'Sửa'} {words}", yes="Thêm" if new else "Lưu", parent=parent)
        self._recipient, self._choices, self._doubts = recipient, choices, doubts
        self._alike: tuple[Alike, ...] = ()
        self._make_fields(recipient)
        self._warning = note(Tone.WARNING)
        self._go = button("Mở người ấy", role="link", tip="Xem người nhận có thể trùng (Ctrl+O)")
        self._go.setShortcut("Ctrl+O")
        self._wrong = label("", "error", wrap=True)
        self.more = self.buttons.addButton("Lưu, thêm tiếp", QDialogButtonBox.ButtonRole.ActionRole)
        self.more.setShortcut("Ctrl+Return")
        self.more.setToolTip("Lưu rồi nhập tiếp người khác cùng đơn vị (Ctrl+Enter)")
        self.more.setVisible(new)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._lay_out()
        self._connect()
        self.setMinimumWidth(600)
        self._check()
        self.resize(self.sizeHint())
        self.look()
        self.name.setFocus()

    def _make_fields(self, one: Recipient) -> None:
        self.honorific = _combo(["", *HONORIFICS], one.honorific or "")
        self.gender = _combo(["", *GENDERS.values()], GENDERS.get(one.gender or "", ""))
        self.name = QLineEdit(one.name)
        self.birth = QLineEdit(birth_text(one.birth))
        self.birth.setPlaceholderText("1980 hoặc 17/5/1980")
        self.id_number = QLineEdit(one.id_number or "")
        self.id_number.setPlaceholderText("12 chữ số")
        self.ethnic_group = self._ethnic_groups(one.ethnic_group or "")
        self.position = QLineEdit(one.position or "")
        self.unit = SuggestEdit(self._choices.units.texts)
        self.unit.setText(self._choices.units.text(one.unit_id))
        self.address = QLineEdit(one.address or "")
        offered = list(self._choices.names.vocabulary.classes.values())
        self.classes = SuggestEdit(lambda: offered, separator=";")
        self.classes.setText("; ".join(class_texts(one, self._choices.names)))
        self.classes.setPlaceholderText("Ví dụ: công nhân, người lao động; mũi tên xuống để chọn")
        self.founded = QLineEdit(str(one.founded or ""))
        self.founded.setPlaceholderText("Năm, ví dụ 1996")
        self.enterprise = _combo(list(_THREE), _said(one.enterprise))
        self.later_retirement = _combo(list(_THREE), _said(one.later_retirement))
        self.awards_from = QLineEdit(str(one.awards_known_from or ""))
        self.initiatives_from = QLineEdit(str(one.initiatives_known_from or ""))
        for line in (self.awards_from, self.initiatives_from):
            line.setPlaceholderText("Năm")
            line.setToolTip("Từ năm này sổ đã ghi đủ: không thấy ghi nghĩa là không có. Để trống nếu chưa chắc")
        self.sort_name = QLineEdit(one.sort_name or "")
        self.sort_name.setPlaceholderText("Chỉ ghi khi tên không xếp theo họ – đệm – tên")
        self.note = QPlainTextEdit(one.note or "")
        self.note.setTabChangesFocus(True)
        show_lines(self.note, 2)

    def _ethnic_groups(self, chosen: str) -> QComboBox:
        """All groups in a list that can be typed into, without diacritics, and that knows other ways to write them."""
        made = QComboBox()
        made.setEditable(True)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        made.setMaxVisibleItems(18)
        made.addItems(["", *self._choices.ethnic_groups])
        typed = SuggestEdit(lambda: self._choices.ethnic_groups)
        made.setLineEdit(typed)
        made.setCurrentText(chosen)
        typed.setPlaceholderText("Gõ hoặc chọn trong 54 dân tộc, ví dụ: Kinh, Tày, Mông")
        return made

    def _rows(self) -> list[tuple[str, QWidget, str]]:
        kind = self._recipient.kind
        person, collective = kind is RecipientKind.PERSON, kind is RecipientKind.COLLECTIVE
        name = _line(self.honorific, self.name) if person else self.name
        birth = _line(self.birth, label("Giới tính", "muted"), self.gender)
        since = _line(self.awards_from, label("Sáng kiến từ", "muted"), self.initiatives_from)
        rows = [
            (_NAMES[kind], name, _NAMES[kind]),
            ("&Ngày sinh", birth, "" if collective else "Ngày sinh hoặc năm sinh"),
            ("&Số CCCD", self.id_number, "" if collective else "Số căn cước công dân"),
            ("&Dân tộc", self.ethnic_group, "" if collective else "Dân tộc"),
            ("&Chức vụ", self.position, "Chức vụ" if person else ""),
            ("Địa &bàn" if kind is RecipientKind.HOUSEHOLD else "Đơn &vị", self.unit, "Đơn vị"),
            ("Đị&a chỉ" if collective else "N&ơi ở", self.address, "Địa chỉ"),
            ("&Thuộc diện", self.classes, "Thuộc diện"),
            ("Thành &lập năm", self.founded, "Năm thành lập" if collective else ""),
            ("Doanh n&ghiệp", self.enterprise, "" if kind is RecipientKind.HOUSEHOLD else "Doanh nghiệp"),
            ("Nghỉ hưu muộn &hơn", self.later_retirement, "Tuổi nghỉ hưu cao hơn quy định chung" if person else ""),
            ("Sổ khen đủ từ nă&m", since, "Sổ khen thưởng ghi đủ từ năm"),
            ("Xếp the&o tên", self.sort_name, "Tên để xếp thứ tự" if person else ""),
            ("Gh&i chú", self.note, "Ghi chú"),
        ]
        return [(text, field, spoken.replace("&", "")) for text, field, spoken in rows if spoken]

    def _lay_out(self) -> None:
        form = QFormLayout()
        for text, field, spoken in self._rows():
            form.addRow(text, field)
            field.setAccessibleName(spoken)
        named = (
            (self.honorific, "Xưng hô"),
            (self.name, _NAMES[self._recipient.kind].replace("&", "")),
            (self.birth, "Ngày sinh hoặc năm sinh"),
            (self.gender, "Giới tính"),
            (self.awards_from, "Sổ khen thưởng ghi đủ từ năm"),
            (self.initiatives_from, "Sáng kiến ghi đủ từ năm"),
        )
        for part, spoken in named:
            part.setAccessibleName(spoken)
        warned = row(self._warning, self._go)
        warned.setStretch(0, 1)
        self.content.addWidget(Scrolled(form), stretch=1)
        self.content.addLayout(warned)
        self.content.addWidget(self._wrong)

    def _connect(self) -> None:
        lines = (
            *(self.name, self.birth, self.id_number, self.position, self.unit, self.address),
            *(self.classes, self.founded, self.awards_from, self.initiatives_from),
        )
        for line in lines:
            line.textChanged.connect(self._on_typed)
        self.gender.currentIndexChanged.connect(self._on_typed)
        self.ethnic_group.currentTextChanged.connect(self._on_typed)
        self.honorific.currentTextChanged.connect(self._on_honorific)
        self._timer.timeout.connect(self.look)
        self._go.clicked.connect(self._on_go)
        self.more.clicked.connect(self._on_more)

    # what stands in it

    def recipient(self) -> Recipient:
        """The recipient with what stands in the fields.

        Raises:
            AppError: a field says what it cannot take.
        """
        units, present = self._choices.units, self._recipient.unit_id
        typed = self.unit.text()
        return replace(
            self._recipient,
            name=squeeze(nfc(self.name.text())),
            honorific=self.honorific.currentText() or None,
            gender=next((code for code, said in GENDERS.items() if said == self.gender.currentText()), None),
            birth=birth_read(self.birth.text()),
            id_number=number_read(self.id_number.text()),
            ethnic_group=self._ethnic_group(),
            position=entry.optional(nfc(self.position.text())),
            unit_id=present if typed == units.text(present) else units.read(typed),
            address=entry.optional(nfc(self.address.text())),
            classes=self._classes(),
            enterprise=_THREE[self.enterprise.currentText()],
            founded=_year(self.founded),
            later_retirement=_THREE[self.later_retirement.currentText()],
            awards_known_from=_year(self.awards_from),
            initiatives_known_from=_year(self.initiatives_from),
            sort_name=entry.optional(nfc(self.sort_name.text())),
            note=entry.optional(nfc(self.note.toPlainText())),
        )

    def trouble(self) -> str:
        """What keeps it from being kept, as it is said in the dialog."""
        return self._wrong.text()

    def warning(self) -> str:
        """What is doubtful, as it is said in the dialog."""
        return self._warning.text()

    def _ethnic_group(self) -> str | None:
        written = entry.optional(nfc(self.ethnic_group.currentText()))
        found = self._choices.ethnic_group(written) if written else None
        if written and found is None:
            raise entry.EntryNotRead(text=written)
        return found

    def _classes(self) -> tuple[str, ...]:
        offered = {said: code for code, said in self._choices.names.vocabulary.classes.items()}
        return tuple(entry.choice(part, offered) for part in entry.units(nfc(self.classes.text())))

    # what is said of it

    def look(self) -> None:
        """Look for records that may be the same one, and say what is doubtful."""
        self._timer.stop()
        try:
            one = self.recipient()
        except AppError:
            self._alike = ()
            self._warn(())
            return
        self._alike = tuple(self._doubts.alike(one)) if one.name else ()
        found = [] if not one.name else list(self._doubts.check(one))
        self._warn([messages.finding(each) for each in found if each.severity is not Severity.BLOCKING])

    def _on_typed(self, *_: object) -> None:
        self._check()
        self._timer.start()

    def _check(self) -> None:
        wrong = ""
        try:
            one = self.recipient()
            blocking = [found for found in self._doubts.check(one) if found.severity is Severity.BLOCKING]
            wrong = messages.finding(blocking[0]) if blocking else ""
        except AppError as trouble:
            wrong = messages.error(trouble)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        ready = not wrong and bool(squeeze(self.name.text()))
        self.yes.setEnabled(ready)
        self.more.setEnabled(ready)

    def _warn(self, doubts: Sequence[str]) -> None:
        said = [*doubts, *(f"Có thể trùng với {alike.said}." for alike in self._alike)]
        self._warning.setText("\n".join(said))
        self._warning.setVisible(bool(said))
        self._go.setVisible(bool(self._alike))
        grow(self)

    def _on_honorific(self, text: str) -> None:
        if text in HONORIFICS:
            self.gender.setCurrentText(GENDERS[HONORIFICS[text]])

    def _on_go(self) -> None:
        if self._alike:
            self.reject()
            self.open_wanted.emit(self._alike[0].id)

    def _on_more(self) -> None:
        """Hand this one over and clear what belongs to one recipient only."""
        self.kept.emit(self.recipient())
        for line in (self.name, self.birth, self.id_number, self.position, self.address, self.sort_name):
            line.clear()
        self.note.clear()
        self.name.setFocus()


def _line(*parts: QWidget) -> QWidget:
    holder = QWidget()
    layout = row(*parts)
    layout.setStretch(len(parts) - 1 if len(parts) == 2 else 0, 1)
    holder.setLayout(layout)
    return holder


def _combo(choices: Sequence[str], chosen: str) -> QComboBox:
    made = QComboBox()
    made.addItems(list(choices))
    made.setCurrentText(chosen)
    made.setMinimumContentsLength(6)
    return made


def _said(truth: bool | None) -> str:
    return next(said for said, value in _THREE.items() if value is truth)


def _year(line: QLineEdit) -> int | None:
    return entry.whole(line.text(), low=FIRST_YEAR, high=LAST_YEAR)
