"""The upper part of a document, drawn to scale as NĐ 30/2020/NĐ-CP, annex I, lays it out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from thidua_desktop.domain.units import Office
from thidua_desktop.services.letterheads import broken
from thidua_desktop.ui.common import theme
from thidua_desktop.wording import formats

_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_INK, _PALE, _PAPER = "#111111", "#767676", "#ffffff"

_TENTHS = 10
"""Everything is drawn in tenths of a millimetre, so that letters can have their true sizes."""
_PAGE = QRectF(0, 0, 210 * _TENTHS, 136 * _TENTHS)
"""A4 is 210 mm wide; of its height the part that shows head and signature."""
_LEFT, _RIGHT, _TOP = 30 * _TENTHS, 195 * _TENTHS, 20 * _TENTHS
_AGENCY = 62 * _TENTHS
"""The column of the agency; 103 mm are left for Quốc hiệu (165 mm of text)."""
_SIGNED_FROM = 92 * _TENTHS
_SIGNING_SPACE = 22 * _TENTHS
_PIXELS = 504
"""Width on the screen: 2,4 to the millimetre."""
_POINT = 25.4 / 72 * _TENTHS


@dataclass(frozen=True, slots=True)
class _Face:
    """Letters of a size in points, and how they stand."""

    points: float
    bold: bool = False
    italic: bool = False
    pale: bool = False

    def font(self) -> QFont:
        font = QFont(["Times New Roman", "Liberation Serif"])
        font.setPixelSize(round(self.points * _POINT))
        font.setBold(self.bold)
        font.setItalic(self.italic)
        return font


_SUPERIOR, _NAME, _STATE, _SAYING = _Face(12), _Face(12, bold=True), _Face(12, bold=True), _Face(13, bold=True)
_NUMBER, _DATE, _POST = _Face(13), _Face(13, italic=True), _Face(14, bold=True)


class Letterhead(QWidget):
    """Draws the head and the signature block of a document of an office; what is missing stands there pale."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.setAccessibleName("Xem trước tiêu đề văn bản")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def show_office(self, office: Office) -> None:
        """Draw another office."""
        self._office = office
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """The upper part of a page."""
        return QSize(_PIXELS, round(_PIXELS * _PAGE.height() / _PAGE.width()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(_PAPER))
        painter.setPen(QColor(theme.tokens().line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        scale = self.width() / _PAGE.width()
        painter.scale(scale, scale)
        foot = max(self._paint_agency(painter), self._paint_state(painter)) + 2.5 * _TENTHS
        office = self._office
        number = f"Số:       /KH-{office.code or '…'}"
        _centred(painter, _agency_box(), foot, number, _paled(_NUMBER, office.code))
        dated = formats.date_line(office.place or "…", None)
        _centred(painter, _state_box(), foot, dated, _paled(_DATE, office.place))
        self._paint_signatures(painter)

    def _paint_agency(self, painter: QPainter) -> float:
        office, box = self._office, _agency_box()
        y = float(_TOP)
        for text, face in ((office.superior, _SUPERIOR), (office.name or "TÊN CƠ QUAN", _paled(_NAME, office.name))):
            y = _stacked(painter, box, y, text.upper(), face)
        # A third to a half of the name's last line; the decree gives no length in millimetres.
        return _rule(painter, box, y, _AGENCY * 0.3)

    @staticmethod
    def _paint_state(painter: QPainter) -> float:
        box = _state_box()
        y = _centred(painter, box, _TOP, _NATION, _STATE)
        below = _centred(painter, box, y, _MOTTO, _SAYING)
        return _rule(painter, box, below, QFontMetricsF(_SAYING.font()).horizontalAdvance(_MOTTO))

    def _paint_signatures(self, painter: QPainter) -> None:
        office = self._office
        right = QRectF(_LEFT + _AGENCY, 0, _RIGHT - _LEFT - _AGENCY, 1)
        y = float(_SIGNED_FROM - (len(office.signer_posts) - 1) * _POST.points * _POINT)
        posts = office.signer_posts or ("CHỨC VỤ NGƯỜI KÝ",)
        below = y
        for post in posts:
            below = _centred(painter, right, below, post.upper(), _paled(_POST, office.signer_posts))
        name = office.signer_name or "Họ và tên"
        _centred(painter, right, below + _SIGNING_SPACE, name, _paled(_POST, office.signer_name))
        if office.compiler_name:
            left = QRectF(_LEFT, 0, _AGENCY, 1)
            _centred(painter, left, y, "NGƯỜI LẬP BIỂU", _POST)
            _centred(painter, left, below + _SIGNING_SPACE, office.compiler_name, _POST)

    def _describe(self) -> None:
        """A screen reader tells what is drawn."""
        office = self._office
        told = (office.superior, office.name, office.place, *office.signer_posts, office.signer_name)
        self.setAccessibleDescription("; ".join(part for part in told if part))


def _agency_box() -> QRectF:
    return QRectF(_LEFT, 0, _AGENCY, 1)


def _state_box() -> QRectF:
    return QRectF(_LEFT + _AGENCY, 0, _RIGHT - _LEFT - _AGENCY, 1)


def _paled(face: _Face, value: object) -> _Face:
    """Pale where nothing was typed yet."""
    return face if value else _Face(face.points, face.bold, face.italic, pale=True)


def _stacked(painter: QPainter, box: QRectF, y: float, text: str, face: _Face) -> float:
    """A name in the middle of a column, broken between phrases as on paper; gives the y below it."""
    measures = QFontMetricsF(face.font())
    for line in broken(text, lambda piece: measures.horizontalAdvance(piece) <= box.width()):
        y = _centred(painter, box, y, line, face)
    return y


def _centred(painter: QPainter, box: QRectF, y: float, text: str, face: _Face) -> float:
    """One line in the middle of a column; gives the y below it."""
    font = face.font()
    measures = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(_PALE if face.pale else _INK))
    x = box.center().x() - measures.horizontalAdvance(text) / 2
    painter.drawText(QPointF(x, y + measures.ascent()), text)
    return y + measures.height()


def _rule(painter: QPainter, box: QRectF, y: float, width: float) -> float:
    painter.fillRect(QRectF(box.center().x() - width / 2, y + 4, width, 0.25 * _TENTHS), QColor(_INK))
    return y + 6
