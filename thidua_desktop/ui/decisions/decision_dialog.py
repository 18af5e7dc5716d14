"""What a decision says around its list: subject, who decides and signs, for what, căn cứ, who sees to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from thidua_desktop.common.errors import AppError
from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.decisions import Decision
from thidua_desktop.services.decision_papers import DecisionTexts
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.answering import AnswerForm, form
from thidua_desktop.ui.common.widgets import button, label, row
from thidua_desktop.wording import decision_texts

Keep = Callable[[Decision, Callable[[AppError], None]], None]
_AROUND = 3


class DecisionDialog(AnswerForm):
    """A decision's own words; ``keep`` keeps them or says why not. New ones begin here too."""

    def __init__(
        self,
        decision: Decision,
        bodies: Mapping[str, str],
        bases: Callable[[], tuple[str, ...]],
        keep: Keep,
        parent: QWidget | None = None,
    ) -> None:
        """``bodies`` are those who may decide, by code; ``bases`` proposes the căn cứ of the day."""
        new = decision.id is None
        title = "Thêm quyết định" if new else "Sửa quyết định"
        super().__init__(title, yes="Thêm" if new else "Lưu", parent=parent)
        self._decision, self._bases, self._keep = decision, bases, keep
        self.title = _lines(decision.title, 58)
        self.year = QComboBox()
        self.year.addItems([str(year) for year in range(decision.year - _AROUND, decision.year + _AROUND + 1)])
        self.year.setCurrentText(str(decision.year))
        self.authority = QComboBox()
        self.authority.addItem("Chưa chọn", None)
        for code, name in bodies.items():
            self.authority.addItem(name, code)
        self.authority.setCurrentIndex(max(0, self.authority.findData(decision.authority)))
        self.signed_by = QLineEdit(decision.signed_by)
        self.signed_by.setPlaceholderText("ghi vào Sổ khen thưởng, ví dụ: Giám đốc Sở Nội vụ")
        self.posts = _lines("\n".join(decision.signer_posts), 58)
        self.posts.setPlaceholderText("mỗi dòng một chức vụ, ví dụ: KT. GIÁM ĐỐC ⏎ PHÓ GIÁM ĐỐC; để trống: như cơ quan")
        self.signer = QLineEdit(decision.signer_name)
        self.signer.setPlaceholderText("để trống: như thông tin cơ quan")
        self.merit = _lines(decision.merit, 58)
        self.merit.setPlaceholderText("ví dụ: đã có thành tích xuất sắc trong phong trào thi đua năm 2026")
        self.executors = QLineEdit(decision.executors)
        self.executors.setPlaceholderText("ví dụ: Chánh Văn phòng Sở, Trưởng phòng Thi đua - Khen thưởng")
        self.proposed_by = QLineEdit(decision.proposed_by)
        self.proposed_by.setPlaceholderText("ví dụ: Theo đề nghị của Hội đồng Thi đua - Khen thưởng tỉnh")
        self.legal_bases = _lines("\n".join(decision.legal_bases), 130)
        self.recipients = _lines("\n".join(decision.recipients), 76)
        self.recipients.setPlaceholderText("mỗi dòng một nơi nhận; dòng đầu “Như Điều …” tự có")
        self._lay_out(new=new)
        if not decision.legal_bases:
            self.propose_bases()
            self.tell("")
        self.title.textChanged.connect(self._check)
        self.setMinimumWidth(640)
        self._check()
        self.title.setFocus()

    def decision(self) -> Decision:
        """The decision with what stands in the fields."""
        return replace(
            self._decision,
            title=_text(self.title),
            year=int(self.year.currentText()),
            authority=self.authority.currentData(),
            signed_by=_line(self.signed_by),
            signer_posts=_each(self.posts),
            signer_name=_line(self.signer),
            merit=_text(self.merit),
            executors=_line(self.executors),
            proposed_by=_line(self.proposed_by),
            legal_bases=_each(self.legal_bases),
            recipients=_each(self.recipients),
        )

    def on_wanted(self) -> None:
        """Keep it, or hear why not."""
        self._keep(self.decision(), self.refuse)

    def show_printed(self, texts: DecisionTexts) -> None:
        """Show in empty fields what is printed as long as nothing is typed there."""
        shown = (
            (self.merit, texts.merit),
            (self.executors, texts.executors),
            (self.signed_by, texts.authority),
            (self.posts, ", ".join(texts.signer_posts)),
            (self.signer, texts.signer_name),
        )
        for field, text in shown:
            if text:
                field.setPlaceholderText(f"để trống sẽ in: {text}")

    def propose_bases(self) -> None:
        """Put the căn cứ of the day in the place of those that stand there."""
        found = self._bases()
        if found:
            self.legal_bases.setPlainText("\n".join(each for each in found if not decision_texts.proposes(each)))
            proposer = next(filter(decision_texts.proposes, found), "")
            self.proposed_by.setText(self.proposed_by.text() or proposer)
        self.tell("" if found else "Chưa có căn cứ nào cho ngày này trong dữ liệu pháp luật; hãy gõ các căn cứ.")

    def _lay_out(self, *, new: bool) -> None:
        years = (("&Năm", self.year),) if new else ()
        first = (
            ("&Trích yếu", self.title),
            *years,
            ("&Cấp quyết định", self.authority),
            ("N&gười quyết định", self.signed_by),
            ("C&hức vụ người ký", self.posts),
            ("&Họ tên người ký", self.signer),
            ("Thành tíc&h (Điều 1)", self.merit),
            ("Người t&hi hành", self.executors),
        )
        again = button("Lấy căn cứ theo ngày")
        again.clicked.connect(self.propose_bases)
        again.setAutoDefault(False)
        second = QWidget()
        below = QVBoxLayout(second)
        below.setContentsMargins(theme.SPACE_M, theme.SPACE_M, theme.SPACE_M, theme.SPACE_M)
        below.addLayout(row(label("Căn cứ, mỗi dòng một văn bản", "strong"), 0, again))
        below.addWidget(self.legal_bases, stretch=1)
        below.addLayout(form((("&Theo đề nghị", self.proposed_by), ("&Nơi nhận", self.recipients))))
        self.legal_bases.setAccessibleName("Căn cứ, mỗi dòng một văn bản")
        general = QWidget()
        inner = QVBoxLayout(general)
        inner.setContentsMargins(theme.SPACE_M, theme.SPACE_M, theme.SPACE_M, theme.SPACE_M)
        inner.addLayout(form(first))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Các phần của quyết định")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName("Các phần của quyết định")
        self.tabs.addTab(general, "Nội dung, người ký")
        self.tabs.addTab(second, "Căn cứ, nơi nhận")
        self.content.addWidget(self.tabs)
        self.content.addWidget(self.wrong)

    def _check(self) -> None:
        self.yes.setEnabled(bool(_text(self.title)))


def _lines(text: str, height: int) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(height)
    return made


def _text(field: QPlainTextEdit) -> str:
    return squeeze(nfc(field.toPlainText()))


def _each(field: QPlainTextEdit) -> tuple[str, ...]:
    lines = (squeeze(nfc(line)) for line in field.toPlainText().splitlines())
    return tuple(line for line in lines if line)


def _line(field: QLineEdit) -> str:
    return squeeze(nfc(field.text()))
