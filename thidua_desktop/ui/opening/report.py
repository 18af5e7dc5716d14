"""What could be saved of a damaged file and what could not: a list to read and to copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from thidua_desktop.services.rescue import Rescued
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.wording import labels, messages

_ONLY_HERE = (
    "Những dòng để riêng. Tệp có mật khẩu nên chúng chỉ hiện ở đây, không ghi ra tệp nào; "
    "hãy nhập lại hoặc chép vào nơi an toàn trước khi đóng cửa sổ này:"
)


class RescueReport(QDialog):
    """Tells where the damaged file was kept and what is missing in the new one."""

    def __init__(self, kept: Path | None, rescued: Rescued, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kết quả cứu dữ liệu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 420)
        told = (*_places(kept, rescued.put_aside), *_told(rescued))  # a long path goes on in another line only here
        self._list = QPlainTextEdit("\n\n".join(told), readOnly=True)
        self._list.setAccessibleName("Những gì không cứu được")
        copy = button("Sao chép danh sách", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        close = button("Xem dữ liệu", role="primary")
        close.clicked.connect(self.accept)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_M)
        frame.addWidget(label("Đã cứu dữ liệu của tệp hỏng", "title"))
        frame.addWidget(self._list, stretch=1)
        frame.addLayout(row(copy, 0, close))

    def text(self) -> str:
        """The list as text."""
        return self._list.toPlainText()


def _told(rescued: Rescued) -> list[str]:
    if not rescued.findings:
        return ["Mọi dòng đều đọc được và khớp với nhau. Hãy xem lại dữ liệu một lượt trước khi làm tiếp."]
    told = [f"{labels.of(finding.severity)}: {messages.finding(finding)}" for finding in rescued.findings]
    if rescued.rows:
        told.append(f"{_ONLY_HERE}\n{rescued.rows}")
    return told


def _places(kept: Path | None, put_aside: Path | None) -> list[str]:
    places = [f"Tệp hỏng được giữ nguyên tại: {kept}"] if kept is not None else []
    if put_aside is not None:
        places.append(f"Những dòng đọc được nhưng không khớp để riêng tại: {put_aside}")
    return places
