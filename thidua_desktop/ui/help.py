"""The sheet of keys and what the program is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache, partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from thidua_desktop import __version__
from thidua_desktop.common.paths import resource
from thidua_desktop.services.container import Services
from thidua_desktop.services.key_sheet import write_pdf
from thidua_desktop.ui.common import icons, theme
from thidua_desktop.ui.common.columns import Column
from thidua_desktop.ui.common.editors import SearchField
from thidua_desktop.ui.common.feedback import Feedback
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.printing import Printing
from thidua_desktop.ui.common.runner import Runner
from thidua_desktop.ui.common.table_model import Grouping, TableModel
from thidua_desktop.ui.common.widgets import action, key_name, label, row
from thidua_desktop.ui.common.window_place import WindowPlace

Entry = tuple[str, str, str]
"""Where it works, what it does, the key."""

FILE = "deeds/keys.json"

_TITLE = "Phím tắt của Thi Đua Desktop"
_GRID = "Trong bảng"
_GRID_KEYS: tuple[tuple[str, str], ...] = (
    ("Sửa ô (hoặc gõ luôn để thay)", "F2"),
    ("Xong ô, xuống dòng dưới", "Enter"),
    ("Xong ô, sang ô bên phải", "Tab"),
    ("Xong ô, ghi vào mọi ô đang chọn", "Ctrl+Enter"),
    ("Xuống dòng trong ô nhiều dòng", "Alt+Enter"),
    ("Chép ô trên cùng xuống vùng đang chọn", "Ctrl+D"),
    ("Sao chép vùng đang chọn", "Ctrl+C"),
    ("Sao chép vùng đang chọn kèm tiêu đề cột", "Ctrl+Shift+C"),
    ("Dán cả khối từ Excel (thừa dòng thì thêm dòng)", "Ctrl+V"),
    ("Xóa nội dung ô; xóa dòng khi chọn cả dòng", "Delete"),
    ("Chọn cả dòng", "Shift+Phím cách"),
    ("Chuyển các dòng đang chọn vào thùng rác", "Ctrl+-"),
    ("Dòng lọc dưới tiêu đề cột: hiện, ẩn", "Ctrl+Shift+L"),
    ("Bỏ mọi điều kiện lọc", "Ctrl+Alt+L"),
    ("Sắp xếp tăng dần, giảm dần theo cột", "Ctrl+Alt+↑, ↓"),
    ("Bỏ sắp xếp", "Ctrl+Alt+0"),
    ("Chọn và sắp xếp cột", "Ctrl+Alt+K"),
    ("Cố định đến cột đang đứng", "Ctrl+Alt+F"),
    ("Danh sách gợi ý của ô", "Ctrl+Phím cách"),
    ("Lịch chọn ngày", "Alt+↓"),
    ("Phóng to, thu nhỏ chữ trong bảng", "Ctrl+con lăn"),
    ("Phóng to, thu nhỏ chữ bằng phím", "Ctrl+Alt+=, -"),
    ("Mọi việc của một cột", "Nhấp phải tiêu đề cột"),
    ("Ra khỏi bảng, sang ô hoặc nút tiếp theo", "F6"),
)


class ShortcutSheet(QDialog):
    """Every key of the program, searchable; printed as it is listed."""

    def __init__(
        self,
        entries: Sequence[Entry],
        services: Services,
        runner: Runner,
        feedback: Feedback,
        *,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries = entries
        self.printing = Printing(services, runner, feedback, preferences, self)
        self.setWindowTitle("Phím tắt")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = (
            Column[Entry]("what", "Việc", lambda entry: entry[1], 330, stretch=True),
            Column[Entry]("key", "Phím", lambda entry: entry[2], 170),
        )
        self.model = TableModel[Entry](
            columns, lambda entry: entry, grouping=Grouping[Entry](lambda entry: entry[0], lambda _rows: "")
        )
        self.grid = Grid(self.model, name="help.keys", preferences=preferences)
        self.grid.setAccessibleName("Danh sách phím tắt")
        self.grid.set_rows(entries)
        search = SearchField("Tìm phím tắt")
        search.textChanged.connect(self.grid.proxy.set_query)
        self.grid.unfilter_wanted.connect(search.clear)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.paper = buttons.addButton("Xem và in", QDialogButtonBox.ButtonRole.ActionRole)
        self.paper.setAutoDefault(False)
        self.paper.clicked.connect(self.print)
        action(self, "Xem và in", "print", "Ctrl+P", self.print)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_S)
        frame.addWidget(search)
        frame.addWidget(self.grid, stretch=1)
        frame.addWidget(buttons)
        self.resize(580, 600)
        WindowPlace(self, preferences, "keys")

    def print(self) -> None:
        """Show the sheet before it is printed."""
        places = dict.fromkeys(place for place, _what, _key in self._entries)
        groups = [(place, [entry[1:] for entry in self._entries if entry[0] == place]) for place in places]
        self.printing.show(_TITLE, partial(write_pdf, _TITLE, groups))


@cache
def written_keys() -> tuple[Entry, ...]:
    """The keys of all pages as the program was built, by their English names ("Ctrl+Return").

    ``python -m tests.ui.palette`` writes them: to look for them in the pages would make every page that nobody has
    opened yet, which takes a second.
    """
    return tuple((place, what, key) for place, what, key in json.loads(resource(FILE).read_text(encoding="utf-8")))


def every_key() -> tuple[Entry, ...]:
    """The keys of all pages as they are printed on the keyboard, and those of every table."""
    printed = ((place, what, ", ".join(map(key_name, key.split(", ")))) for place, what, key in written_keys())
    return (*printed, *((_GRID, what, key) for what, key in _GRID_KEYS))


class About(QDialog):
    """Name, version, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sign = QLabel()
        sign.setPixmap(icons.application_icon().pixmap(56, 56))
        told = (
            "Quản lý kế hoạch, lịch công việc và đề nghị khen thưởng cho người làm công tác thi đua, khen thưởng. "
            "Chạy trên máy của anh/chị, không cần mạng; dữ liệu nằm trong một tệp của cơ quan.\n\n"
            "Phần mềm nguồn mở theo giấy phép MIT. Phông chữ Liberation theo giấy phép SIL OFL."
        )
        words = QVBoxLayout()
        words.addWidget(label("Thi Đua Desktop", "display"))
        words.addWidget(label(f"Phiên bản {__version__}", "muted"))
        explained = label(told, wrap=True)
        explained.setMinimumWidth(400)
        words.addWidget(explained)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        line = row(sign, spacing=theme.SPACE_L)
        line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_XL, theme.SPACE_XL, theme.SPACE_XL, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_L)
        frame.addLayout(line)
        frame.addWidget(buttons)
