"""What is asked when an office opens its file for the first time: four steps, none of them compulsory."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.common.vietnamese import squeeze
from thidua_desktop.domain.first_steps import guessed_code, guessed_place
from thidua_desktop.domain.units import Office
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.widgets import button, column, label, row
from thidua_desktop.ui.office.letterhead import Letterhead

_YEAR_END = 11
"""From this month on the next year's plan is what is being made."""
_POSTS_HEIGHT = 64
_WIDTH, _HEIGHT = 980, 520

_POSTS: tuple[tuple[str, ...], ...] = (
    ("GIÁM ĐỐC",),
    ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ("TRƯỞNG BAN",),
    ("HIỆU TRƯỞNG",),
    ("TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG"),
)
"""What signature blocks usually say (NĐ 30/2020/NĐ-CP, annex I: TM., KT., TL.)."""


class Begin(StrEnum):
    """What the clerk begins with."""

    IMPORT = "import"
    NEW = "new"
    SAMPLE = "sample"
    EMPTY = "empty"


_WAYS: dict[Begin, tuple[str, str, str]] = {
    Begin.IMPORT: (
        "Nhập kế hoạch từ tệp…",
        "import",
        "Đã có kế hoạch bằng Word, PDF hoặc Excel: chương trình đọc và tách thành nhiệm vụ, anh/chị xem lại rồi lưu.",
    ),
    Begin.NEW: ("Lập kế hoạch mới…", "plan", "Chưa có kế hoạch: bắt đầu với các đề mục và căn cứ đặt sẵn."),
    Begin.SAMPLE: (
        "Mở văn phòng mẫu",
        "award",
        "Xem và thử trên số liệu của một tỉnh không có thật, trong một tệp riêng; tệp của cơ quan giữ nguyên.",
    ),
    Begin.EMPTY: ("Vào cửa sổ chính", "right", "Tự bắt đầu; các việc nên làm được nhắc dưới hàng thẻ."),
}

_TITLES = ("Cơ quan", "Người ký", "Năm làm việc", "Bắt đầu")


class FirstStart(QDialog):
    """Asks step by step; whatever was typed is handed over at every step and on leaving, so nothing is lost."""

    kept = Signal(object)
    """What was typed so far, an ``Office``; only when it differs from what was handed over before."""
    year_chosen = Signal(int)
    begun = Signal(object)
    """The clerk has come to the end and begins: a ``Begin``."""

    def __init__(self, office: Office, *, year: int, month: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lần đầu mở chương trình")
        self._office = self._handed = office
        self._this_year = year
        self.superior = QLineEdit(office.superior)
        self.name = QLineEdit(office.name)
        self.place = QLineEdit(office.place)
        self.code = QLineEdit(office.code)
        self.usual = QComboBox()
        self.posts = QPlainTextEdit("\n".join(office.signer_posts))
        self.signer = QLineEdit(office.signer_name)
        self.compiler = QLineEdit(office.compiler_name)
        self.letterhead = Letterhead(office)
        self.years = QButtonGroup(self)
        self.ways: dict[Begin, QPushButton] = {}
        self._guessed: dict[QLineEdit, str] = {}
        """What was filled in without having been typed."""
        self.pages = QStackedWidget()
        self._marks = [label(title, "muted") for title in _TITLES]
        for page in (self._office_page(), self._signer_page(), self._year_page(month), self._begin_page()):
            self.pages.addWidget(page)
        self._lay_out()
        self._connect()
        self.setMinimumSize(_WIDTH, _HEIGHT)
        self.go_to(0)

    def office(self) -> Office:
        """The office with what stands in the fields."""
        return replace(
            self._office,
            superior=squeeze(self.superior.text()),
            name=squeeze(self.name.text()),
            place=squeeze(self.place.text()),
            code=squeeze(self.code.text()),
            signer_posts=tuple(post for post in map(squeeze, self.posts.toPlainText().split("\n")) if post),
            signer_name=squeeze(self.signer.text()),
            compiler_name=squeeze(self.compiler.text()),
        )

    def step(self) -> int:
        """The step shown, from 0."""
        return self.pages.currentIndex()

    def year(self) -> int:
        """The year of the work."""
        return self.years.checkedId()

    def go_to(self, step: int) -> None:
        """Show a step; what was typed is handed over."""
        self._hand_over()
        self.pages.setCurrentIndex(step)
        last = step == len(_TITLES) - 1
        self.back.setEnabled(step > 0)
        self.on.setVisible(not last)
        self.on.setDefault(not last)
        for at, mark in enumerate(self._marks):
            mark.setProperty("role", "strong" if at == step else "muted")
            mark.style().unpolish(mark)
            mark.style().polish(mark)
        first: tuple[QWidget, ...] = (
            self.superior,
            self.usual,
            self.years.button(self.year()),
            self.ways[Begin.IMPORT],
        )
        first[step].setFocus()

    def done(self, result: int) -> None:
        """However it is left, what was typed stays."""
        self._hand_over()
        super().done(result)

    # making

    def _lay_out(self) -> None:
        self.later = button("Để sau", tip="Đóng; những gì đã gõ được lưu, mở lại ở Trợ giúp ▸ Khai báo lần đầu")
        self.back = button("Quay lại", "left", tip="Về bước trước (Alt+←)")
        self.on = button("Tiếp tục", role="primary")
        for made in (self.later, self.back):
            made.setAutoDefault(False)
        steps: list[QWidget | int] = []
        for at, mark in enumerate(self._marks, start=1):
            steps += [label(f"{at}.", "muted"), mark, theme.SPACE_L]
        self._sample = QWidget()
        beside = column(label("Thể thức khi in", "small"), self.letterhead, 0)
        beside.setContentsMargins(0, 0, 0, 0)
        self._sample.setLayout(beside)
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACE_XL)
        middle.addWidget(self.pages, stretch=1)
        middle.addWidget(self._sample)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        frame.setSpacing(theme.SPACE_M)
        frame.addWidget(label("Chào anh/chị!", "display"))
        frame.addLayout(row(*steps, 0, spacing=theme.SPACE_XS))
        frame.addLayout(middle, stretch=1)
        frame.addLayout(row(self.later, 0, self.back, self.on))

    def _connect(self) -> None:
        for field in (self.superior, self.name, self.place, self.code, self.signer, self.compiler):
            field.textChanged.connect(self._show_letterhead)
        self.posts.textChanged.connect(self._show_letterhead)
        self.name.textEdited.connect(self._guess)
        self.superior.textEdited.connect(self._guess)
        self.usual.activated.connect(self._take_usual)
        self.later.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self._go_back)
        QShortcut(QKeySequence("Alt+Right"), self).activated.connect(self._go_on)

    def _office_page(self) -> QWidget:
        fields = (
            ("Cơ quan chủ quản", self.superior, "Ví dụ: UBND TỈNH BẮC NINH"),
            ("Tên cơ quan", self.name, "Ví dụ: SỞ NỘI VỤ"),
            ("Địa danh", self.place, "Ví dụ: Bắc Ninh"),
            ("Viết tắt trong số văn bản", self.code, "Ví dụ: SNV"),
        )
        told = (
            "In trên mọi giấy tờ. Không có cơ quan chủ quản, hoặc ô nào chưa chắc, thì để trống; sửa sau ở "
            "Tệp ▸ Thông tin cơ quan."
        )
        return _page(told, fields)

    def _signer_page(self) -> QWidget:
        self.usual.addItem("Chọn mẫu thường dùng…")
        for posts in _POSTS:
            self.usual.addItem(" / ".join(posts), posts)
        self.posts.setFixedHeight(_POSTS_HEIGHT)
        self.posts.setTabChangesFocus(True)
        self.posts.setPlaceholderText("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC")
        fields = (
            ("Mẫu chức vụ", self.usual, ""),
            ("Chức vụ người ký (mỗi dòng)", self.posts, ""),
            ("Họ tên người ký", self.signer, "Ví dụ: Nguyễn Văn An"),
            ("Người lập biểu", self.compiler, "Họ tên người làm công tác thi đua"),
        )
        told = "Người ký thường dùng nhất. Từng văn bản vẫn chọn được người ký khác."
        return _page(told, fields)

    def _year_page(self, month: int) -> QWidget:
        chosen = self._this_year + 1 if month >= _YEAR_END else self._this_year
        choices: list[QWidget | int] = []
        for year in (self._this_year, self._this_year + 1):
            made = QRadioButton(f"Năm {year}")
            made.setChecked(year == chosen)
            self.years.addButton(made, year)
            choices.append(made)
        told = "Năm của kế hoạch và các đợt xét sắp làm. Đổi năm bất cứ lúc nào ở góc phải cửa sổ."
        made_page = QWidget()
        made_page.setLayout(column(_explained(told), theme.SPACE_S, *choices, 0))
        return made_page

    def _begin_page(self) -> QWidget:
        made_page = QWidget()
        inner = column(_explained("Chọn cách bắt đầu; các cách khác vẫn có sau này."), theme.SPACE_XS)
        for way, (text, icon, explained) in _WAYS.items():
            made = self.ways[way] = button(text, icon, role="primary" if way is Begin.IMPORT else "")
            made.setAccessibleDescription(explained)
            made.clicked.connect(partial(self._begin, way))
            inner.addLayout(row(made, 0))
            inner.addWidget(_explained(explained))
        inner.addStretch(1)
        made_page.setLayout(inner)
        return made_page

    # what is typed

    def _show_letterhead(self) -> None:
        self.letterhead.show_office(self.office())

    def _guess(self, _text: str) -> None:
        """Fill in what follows from the names, unless something else was typed there."""
        office = self.office()
        for field, guess in (
            (self.code, guessed_code(office.name)),
            (self.place, guessed_place(office.name, office.superior)),
        ):
            if field.text() in ("", self._guessed.get(field, "")):
                field.setText(guess)
                self._guessed[field] = guess

    def _take_usual(self, at: int) -> None:
        posts = self.usual.itemData(at)
        if posts:
            self.posts.setPlainText("\n".join(posts))

    def _hand_over(self) -> None:
        office = self.office()
        if office != self._handed:
            self._handed = office
            self.kept.emit(office)

    # deeds

    def _go_on(self) -> None:
        if self.step() < len(_TITLES) - 1:
            self.go_to(self.step() + 1)

    def _go_back(self) -> None:
        if self.step():
            self.go_to(self.step() - 1)

    def _begin(self, way: Begin) -> None:
        self.year_chosen.emit(self.year())
        self.accept()
        self.begun.emit(way)


def _page(told: str, fields: tuple[tuple[str, QWidget, str], ...]) -> QWidget:
    form = QFormLayout()
    form.setSpacing(theme.SPACE_S)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for text, field, hint in fields:
        field.setAccessibleName(text)
        if isinstance(field, QLineEdit):
            field.setPlaceholderText(hint)
        form.addRow(text, field)
    page = QWidget()
    frame = QVBoxLayout(page)
    frame.setContentsMargins(0, 0, 0, 0)
    frame.setSpacing(theme.SPACE_S)
    frame.addWidget(_explained(told))
    frame.addLayout(form)
    frame.addStretch(1)
    return page


def _explained(told: str) -> QLabel:
    return label(told, "muted", wrap=True)
