"""In bằng khen, giấy khen: on which form, for which lines, by which printer, and where each line of it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.certificates import Blank, Letters, Offset, Placement, chosen_places, placed, places_text
from thidua_desktop.services.certificates import CertificateWish
from thidua_desktop.ui.common.answering import AnswerForm
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.table_model import TableModel
from thidua_desktop.ui.common.widgets import label, row
from thidua_desktop.ui.common.window_place import WindowPlace
from thidua_desktop.ui.decisions.certificate_zones import (
    ZONE_COLUMNS,
    ZoneRow,
    measure,
    read_measure,
    shifts_of,
    zone_rows,
)
from thidua_desktop.wording import certificates as words

ANY_PRINTER = "Máy in chọn khi in"
_BETWEEN_POSTS = "/"

Look = Callable[[str, str], tuple[Placement, Offset]]
"""What was settled about a form and a printer, by the code of the one and the name of the other."""


@dataclass(frozen=True, slots=True)
class CertificateSubject:
    """What certificates are printed of."""

    title: str
    places: int
    """How many lines the list has."""
    signed: bool
    chosen: tuple[int, ...] = ()
    signer_posts: tuple[str, ...] = ()
    signer_name: str = ""


class CertificateDialog(AnswerForm):
    """Stays open while sheets are looked at, so that places can be put right and looked at again."""

    def __init__(
        self,
        subject: CertificateSubject,
        blanks: Sequence[Blank],
        printers: Sequence[str],
        look: Look,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            "In bằng khen, giấy khen", yes="Xem trước và in" if subject.signed else "Xem bản in thử", parent=parent
        )
        self.subject, self._blanks, self._look = subject, {blank.code: blank for blank in blanks}, look
        self.blank, self.printer, self.letters = QComboBox(), QComboBox(), QComboBox()
        for blank in blanks:
            self.blank.addItem(blank.name, blank.code)
        self.printer.addItem(ANY_PRINTER, "")
        for name in printers:
            self.printer.addItem(name, name)
        for letters in Letters:
            self.letters.addItem(words.LABELS[letters], letters.value)
        self.lines, self.merit, self.posts, self.signer = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.right, self.down = QLineEdit("0"), QLineEdit("0")
        self.bare = QCheckBox("Phôi đã có chữ “Quyết định số”, “Vào sổ vàng số”")
        self.model = TableModel[ZoneRow](ZONE_COLUMNS, lambda zone: zone.box.zone, parent=self)
        self.model.editable = True
        self.grid = Grid(self.model, name="certificates.zones", preferences=preferences)
        self.grid.setAccessibleName("Vị trí từng mục trên phôi")
        self.sample = self._button("In thử lên phôi…")
        self.keep = self._button("Ghi nhớ vị trí")
        self._lay_out()
        self._fill()
        self._connect()
        self._load()
        WindowPlace(self, preferences, "certificates")
        several = subject.places > 1
        self.lines.setEnabled(several)
        (self.lines if several else self.blank).setFocus()

    def wish(self) -> CertificateWish:
        """What is wanted.

        Raises:
            CertificateLinesUnreadable, EntryNotRead, CertificateMeasureImpossible: of what was typed.
        """
        wish = CertificateWish(
            blank=self.blank_code(),
            placement=self.placement(),
            offset=Offset(read_measure(self.right.text()), read_measure(self.down.text())),
            lines=chosen_places(nfc(self.lines.text()), self.subject.places),
            merit=squeeze(nfc(self.merit.text())),
            signer_posts=tuple(filter(None, map(squeeze, nfc(self.posts.text()).split(_BETWEEN_POSTS)))),
            signer_name=squeeze(nfc(self.signer.text())),
            proof=not self.subject.signed,
        )
        placed(self._blanks[wish.blank], wish.placement, wish.offset)
        return wish

    def placement(self) -> Placement:
        """What is settled about the form."""
        letters = Letters(self.letters.currentData())
        return Placement(shifts_of(self.model.rows()), letters, self.bare.isChecked())

    def blank_code(self) -> str:
        """The form that is chosen."""
        return str(self.blank.currentData())

    def form(self) -> Blank:
        """The form that is chosen, whole."""
        return self._blanks[self.blank_code()]

    def printer_name(self) -> str:
        """The printer that is chosen; empty for none in particular."""
        return str(self.printer.currentData())

    def choose(self, blank: str, printer: str) -> None:
        """Put a form and a printer in front."""
        for combo, code in ((self.blank, blank), (self.printer, printer)):
            combo.setCurrentIndex(max(0, combo.findData(code)))
        self._load()

    # making

    def _button(self, text: str) -> QPushButton:
        made = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        made.setAutoDefault(False)
        return made

    def _lay_out(self) -> None:
        self._count = label("", "muted", wrap=True)
        self.content.addWidget(label(self.subject.title, "strong", wrap=True))
        fields = QGridLayout()
        fields.setColumnStretch(1, 3)
        fields.setColumnStretch(3, 2)
        pairs: tuple[tuple[str, QWidget, str, QWidget], ...] = (
            ("&Phôi", self.blank, "&Máy in", self.printer),
            ("&Dòng", self.lines, "Lệch sang p&hải (mm)", self.right),
            ("&Thành tích", self.merit, "Lệch &xuống (mm)", self.down),
            ("&Chức vụ người ký", self.posts, "Cách ghi tê&n", self.letters),
            ("Họ tên n&gười ký", self.signer, "", self.bare),
        )
        for at, (left, first, right, second) in enumerate(pairs):
            for column, name, field in ((0, left, first), (2, right, second)):
                if name:
                    fields.addWidget(_named(name, field), at, column)
                    fields.addWidget(field, at, column + 1)
                else:
                    fields.addWidget(field, at, column, 1, 2)
        self.content.addLayout(fields)
        self.content.addLayout(row(label("Vị trí từng mục trên phôi", "strong"), 0))
        self.content.addWidget(self.grid, stretch=1)
        self.content.addWidget(self._count)
        self.content.addWidget(self.wrong)
        self.setMinimumSize(940, 480)
        self.resize(940, 600)

    def _fill(self) -> None:
        self.lines.setText(places_text(self.subject.chosen))
        every = self.subject.places
        self.lines.setPlaceholderText(f"mọi dòng (1-{every}); ví dụ 1-5, 8" if every > 1 else "một tờ")
        self.merit.setPlaceholderText("để trống: theo danh sách và quyết định")
        self.posts.setText(f" {_BETWEEN_POSTS} ".join(self.subject.signer_posts))
        self.posts.setPlaceholderText("ví dụ: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC")
        self.signer.setText(self.subject.signer_name)
        for field in (self.right, self.down):
            field.setToolTip(
                "Chữ in lệch so với phôi thì dời cả tờ; số âm: sang trái, lên trên. Nhớ riêng cho từng máy in."
            )

    def _connect(self) -> None:
        self.blank.activated.connect(lambda _at: self._load())
        self.printer.activated.connect(lambda _at: self._load())
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self.refuse)
        for field in (self.lines, self.right, self.down):
            field.textChanged.connect(lambda _text: self._check())

    def _load(self) -> None:
        """Show what was settled about the form and the printer that are chosen."""
        code = self.blank_code()
        placement, offset = self._look(code, self.printer_name())
        self.letters.setCurrentIndex(self.letters.findData(placement.letters.value))
        self.bare.setChecked(placement.bare)
        self.grid.set_rows(zone_rows(self._blanks[code], placement))
        self.right.setText(measure(offset.right))
        self.down.setText(measure(offset.down))
        self._check()

    def _on_edited(self, rows: Sequence[ZoneRow]) -> None:
        new = {zone.box.zone: zone for zone in rows}
        self.grid.set_rows(tuple(new.get(zone.box.zone, zone) for zone in self.model.rows()))
        self._check()

    def _check(self) -> None:
        self.tell("")
        self.yes.setEnabled(True)
        try:
            wish = self.wish()
        except AppError as wrong:
            self.refuse(wrong)
            self.yes.setEnabled(False)
            return
        told = words.told(len(wish.lines), self._blanks[wish.blank].name)
        draft = "" if self.subject.signed else " Quyết định chưa ký: chỉ in thử, có chữ “BẢN IN THỬ”."
        self._count.setText(f"{told}{draft}")


def _named(name: str, field: QWidget) -> QLabel:
    made = QLabel(name)
    made.setBuddy(field)
    field.setAccessibleName(name.replace("&", ""))
    return made
