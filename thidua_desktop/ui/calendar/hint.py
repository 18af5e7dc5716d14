"""What to do next while the calendar has nothing to show, and what is being filtered while it has."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import button, label


class Hint(QFrame):
    """One line above the views: the year has no task yet, or a filter is on; hidden otherwise."""

    clear_wanted = Signal()
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._text = label("", wrap=True)
        self._clear = button("Bỏ lọc", "filter", tip="Hiện lại mọi nhiệm vụ (Ctrl+Shift+L)")
        self._clear.clicked.connect(self.clear_wanted)
        self._import = button("Nhập kế hoạch từ tệp…", "import", role="primary")
        self._import.clicked.connect(self.import_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_XS, theme.SPACE_XS)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._clear)
        layout.addWidget(self._import)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_state(self, year: int, *, there: int, shown: int, filtered: str) -> None:
        """Say what is the matter: ``there`` tasks in the year, ``shown`` of them let through by the filter in words."""
        self.setVisible(not shown or bool(filtered))
        self._clear.setVisible(bool(filtered))
        self._import.setVisible(not there)
        if not there:
            self._text.setText(
                f"Năm {year} chưa có nhiệm vụ. Nhập một kế hoạch: các nhiệm vụ của kế hoạch sẽ hiện ở đây "
                "theo ngày, tháng, quý."
            )
        elif not shown:
            self._text.setText(f"Không có nhiệm vụ nào khớp: {filtered}; {there} nhiệm vụ của năm đang được ẩn.")
        else:
            self._text.setText(f"Đang lọc: {filtered}. Hiện {shown} trong {there} nhiệm vụ của năm {year}.")
