"""What to do next while the calendar has nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import button, label


class Hint(QFrame):
    """One line above the views: the year has no task yet, or the filter hides them all; hidden otherwise."""

    clear_wanted = Signal()
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._text = label("", wrap=True)
        self._clear = button("Bỏ lọc", "filter")
        self._clear.clicked.connect(self.clear_wanted)
        self._import = button("Nhập kế hoạch từ tệp…", "import", role="primary")
        self._import.clicked.connect(self.import_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._clear)
        layout.addWidget(self._import)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_state(self, year: int, *, there: int, shown: int) -> None:
        """Say what is the matter: ``there`` tasks in the year, ``shown`` of them let through."""
        self.setVisible(not shown)
        self._clear.setVisible(bool(there))
        self._import.setVisible(not there)
        if there:
            self._text.setText(f"Không có nhiệm vụ nào khớp điều kiện lọc; {there} nhiệm vụ của năm đang được ẩn.")
        else:
            self._text.setText(
                f"Năm {year} chưa có nhiệm vụ. Nhập một kế hoạch: các nhiệm vụ của kế hoạch sẽ hiện ở đây "
                "theo ngày, tháng, quý."
            )
