"""What the office is called on paper, with its letterhead beside the fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.units import Office
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.widgets import column, label
from thidua_desktop.wording import formats

_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_INK, _PAPER = "#111111", "#ffffff"


class OfficeDialog(Form):
    """Takes an office and gives one back through ``office()``; nothing in it is compulsory."""

    def __init__(self, office: Office, *, first_time: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("Thông tin cơ quan", yes="Lưu", parent=parent)
        self._office = office
        self.name = QLineEdit(office.name)
        self.superior = QLineEdit(office.superior)
        self.place = QLineEdit(office.place)
        self.code = QLineEdit(office.code)
        self.posts = QPlainTextEdit("\n".join(office.signer_posts))
        self.signer = QLineEdit(office.signer_name)
        self.compiler = QLineEdit(office.compiler_name)
        self.letterhead = Letterhead(office)
        self._lay_out(first_time=first_time)
        for field in (self.name, self.superior, self.place, self.code, self.signer, self.compiler):
            field.textChanged.connect(lambda _text: self.letterhead.show_office(self.office()))
        self.posts.textChanged.connect(lambda: self.letterhead.show_office(self.office()))
        self.name.setFocus()

    def office(self) -> Office:
        """The office with what stands in the fields."""
        return replace(
            self._office,
            name=squeeze(self.name.text()),
            superior=squeeze(self.superior.text()),
            place=squeeze(self.place.text()),
            code=squeeze(self.code.text()),
            signer_posts=tuple(post for post in map(squeeze, self.posts.toPlainText().split("\n")) if post),
            signer_name=squeeze(self.signer.text()),
            compiler_name=squeeze(self.compiler.text()),
        )

    def _lay_out(self, *, first_time: bool) -> None:
        if first_time:
            self.content.addWidget(label("Chào anh/chị!", "display"))
            told = (
                "Khai báo cơ quan một lần để mọi bảng biểu in ra đúng thể thức. Có thể để trống và sửa sau trong "
                "menu Tệp ▸ Thông tin cơ quan."
            )
            self.content.addWidget(label(told, "muted", wrap=True))
        form = QFormLayout()
        form.setSpacing(theme.SPACE_S)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.posts.setFixedHeight(64)
        self.posts.setTabChangesFocus(True)
        hints = (
            ("Cơ quan chủ quản", self.superior, "Ví dụ: UBND TỈNH BẮC NINH"),
            ("Tên cơ quan", self.name, "Ví dụ: SỞ NỘI VỤ"),
            ("Địa danh", self.place, "Ví dụ: Bắc Ninh"),
            ("Viết tắt trong số văn bản", self.code, "Ví dụ: SNV"),
            ("Chức vụ người ký (mỗi dòng)", self.posts, "KT. GIÁM ĐỐC"),
            ("Họ tên người ký", self.signer, ""),
            ("Người lập biểu", self.compiler, ""),
        )
        for text, field, hint in hints:
            field.setAccessibleName(text)
            field.setPlaceholderText(hint)
            form.addRow(text, field)
        beside = column(label("Thể thức khi in", "small"), self.letterhead, 0)
        both = QHBoxLayout()
        both.setSpacing(theme.SPACE_XL)
        both.addLayout(form, stretch=1)
        both.addLayout(beside)
        self.content.addLayout(both)
        self.setMinimumWidth(980)


class Letterhead(QWidget):
    """The head and the signature block of a document as NĐ 30/2020/NĐ-CP, annex I, lays them out, drawn small."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.setAccessibleName("Xem trước tiêu đề văn bản")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_office(self, office: Office) -> None:
        """Draw another office."""
        self._office = office
        self.update()

    def sizeHint(self) -> QSize:
        """The upper part of a page."""
        return QSize(500, 300)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(_PAPER))
        painter.setPen(QColor(theme.tokens().line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setPen(QColor(_INK))
        office = self._office
        left, right = QRectF(12, 18, 180, 20), QRectF(196, 18, 292, 20)
        y = left.top()
        if office.superior:
            y = _centred(painter, left, y, office.superior.upper(), 8.5)
        y = _centred(painter, left, y, (office.name or "TÊN CƠ QUAN").upper(), 8.5, bold=True)
        _rule(painter, left, y + 2, 50)
        number = f"Số:        /KH-{office.code}" if office.code else "Số:        /KH-…"
        _centred(painter, left, max(y + 10, 62), number, 8.5)
        below = _centred(painter, right, right.top(), _NATION, 8.5, bold=True)
        below = _centred(painter, right, below, _MOTTO, 9.5, bold=True)
        _rule(painter, right, below + 2, 160)
        _centred(painter, right, max(y + 10, 62), formats.date_line(office.place or "…", None), 9, italic=True)
        self._paint_signature(painter, QRectF(250, 150, 238, 20))

    def _paint_signature(self, painter: QPainter, box: QRectF) -> None:
        y = box.top()
        for post in self._office.signer_posts or ("CHỨC VỤ NGƯỜI KÝ",):
            y = _centred(painter, box, y, post.upper(), 9, bold=True)
        _centred(painter, box, y + 52, self._office.signer_name or "Họ và tên", 9, bold=True)
        compiler = self._office.compiler_name
        if compiler:
            left = QRectF(12, box.top(), 200, 20)
            _centred(painter, left, left.top(), "NGƯỜI LẬP BIỂU", 9, bold=True)
            _centred(painter, left, y + 52, compiler, 9, bold=True)


def _centred(
    painter: QPainter, box: QRectF, y: float, text: str, points: float, *, bold: bool = False, italic: bool = False
) -> float:
    """Draw text in the middle of a column, broken where it does not fit; gives the y below it."""
    font = QFont(["Times New Roman", "Liberation Serif"])
    font.setPointSizeF(points)
    font.setBold(bold)
    font.setItalic(italic)
    painter.setFont(font)
    flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
    used = QFontMetricsF(font).boundingRect(QRectF(box.left(), y, box.width(), 200), flags, text)
    painter.drawText(QRectF(box.left(), y, box.width(), used.height() + 2), flags, text)
    return y + used.height() + 1


def _rule(painter: QPainter, box: QRectF, y: float, width: float) -> None:
    middle = box.center().x()
    painter.fillRect(QRectF(middle - width / 2, y, width, 1), QColor(_INK))
