"""The data of a meeting: council, rounds, day and hours, place, agenda, invitation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QTabWidget, QWidget

from thidua_desktop.common.vietnamese import nfc, squeeze
from thidua_desktop.domain.councils.meetings import Meeting
from thidua_desktop.domain.councils.rosters import Council
from thidua_desktop.domain.ids import CouncilId, RoundId
from thidua_desktop.services.nominations import RoundRow
from thidua_desktop.ui.common import theme
from thidua_desktop.ui.common.dialogs import Form
from thidua_desktop.ui.common.editors import DayEdit, SuggestEdit, wrong_day
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.common.ticking import Choice, TickList
from thidua_desktop.ui.common.widgets import label, row
from thidua_desktop.ui.councils.agenda_table import AgendaTable
from thidua_desktop.ui.councils.clock_edit import ClockEdit


@dataclass(frozen=True, slots=True)
class Offered:
    """What the dialog lets choose from."""

    councils: Sequence[Council]
    rounds: Sequence[RoundRow]
    places: Sequence[str] = ()


class MeetingDialog(Form):
    """Asks for a meeting; ``meeting()`` gives it back with what stands in the fields."""

    def __init__(
        self, meeting: Meeting, offered: Offered, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        new = meeting.id is None
        super().__init__(
            "Phiên họp mới" if new else "Sửa phiên họp", yes="Lập phiên họp" if new else "Lưu", parent=parent
        )
        self._meeting = meeting
        year = meeting.day.year
        self.council = QComboBox()
        for council in offered.councils:
            self.council.addItem(council.name, council.id)
        self.council.setCurrentIndex(max(0, self.council.findData(meeting.council_id)))
        self.council.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.name = QLineEdit(meeting.name)
        self.name.setPlaceholderText("Ví dụ: Phiên họp xét khen thưởng tổng kết năm 2026")
        self.day = DayEdit(year=year)
        self.day.set_day(meeting.day)
        self.starts, self.ends = ClockEdit(meeting.starts), ClockEdit(meeting.ends)
        self.place = SuggestEdit(lambda: offered.places)
        self.place.setText(meeting.place)
        self.place.setPlaceholderText("Ví dụ: Phòng họp số 2, trụ sở cơ quan")
        self.rounds = TickList("Các đợt xét", _choices(offered.rounds, meeting.rounds), hint="Tìm đợt xét")
        self.agenda = AgendaTable(meeting.agenda, preferences)
        self.invitation = QLineEdit(meeting.invitation_number)
        self.invitation.setPlaceholderText("Để trống để điền tay")
        self.invited, self.opinions_by = DayEdit(year=year), DayEdit(year=year)
        self.invited.set_day(meeting.invited_on)
        self.opinions_by.set_day(meeting.opinions_by)
        self.discussion = _paragraphs("\n".join(meeting.discussion), "Mỗi ý kiến một dòng; ghi vào biên bản")
        self.conclusion = _paragraphs(meeting.conclusion, "Kết luận của chủ tọa; ghi vào biên bản")
        self._wrong = label("", "error", wrap=True)
        self._lay_out()
        self._connect()
        self.setMinimumSize(720, 480)
        self.resize(720, 600)
        self._check()
        self.name.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        for field, name in ((self.day, "Ngày họp"), (self.starts, "Bắt đầu lúc"), (self.ends, "Kết thúc lúc")):
            field.setAccessibleName(name)
        hours = row(self.day, label("từ", "muted"), self.starts, label("đến", "muted"), self.ends, 0)
        day = label("&Ngày họp")
        day.setBuddy(self.day)
        form.addRow("&Hội đồng", self.council)
        form.addRow("&Tên phiên họp", self.name)
        form.addRow(day, hours)
        form.addRow("Địa đ&iểm", self.place)
        self.council.setAccessibleName("Hội đồng")
        self.name.setAccessibleName("Tên phiên họp")
        self.place.setAccessibleName("Địa điểm")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Các phần của phiên họp")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setProperty("role", "small")
        self.tabs.tabBar().setAccessibleName("Các phần của phiên họp")
        for part in (self.rounds, self.agenda):
            part.setContentsMargins(0, theme.SPACE_S, 0, 0)
        self.tabs.addTab(self.rounds, "Đợt xét đưa ra họp")
        self.tabs.addTab(self.agenda, "Chương trình")
        self.tabs.addTab(self._invitation_page(), "Giấy mời")
        self.tabs.addTab(self._minutes_page(), "Biên bản")
        self.content.addLayout(form)
        self.content.addWidget(self.tabs, stretch=1)
        self.content.addWidget(self._wrong)

    def _invitation_page(self) -> QWidget:
        made = QWidget()
        form = QFormLayout(made)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("&Số giấy mời", self.invitation),
            ("N&gày giấy mời", self.invited),
            ("Gửi ý kiến bằng văn bản t&rước ngày", self.opinions_by),
        )
        for text, field in fields:
            form.addRow(text, field)
            field.setAccessibleName(text.replace("&", ""))
        told = "Số và ngày để trống thì giấy mời in sẵn chỗ trống để điền tay sau khi vào sổ."
        form.addRow(label(told, "muted", wrap=True))
        return made

    def _minutes_page(self) -> QWidget:
        made = QWidget()
        form = QFormLayout(made)
        form.addRow("Ý kiến thả&o luận", self.discussion)
        form.addRow("&Kết luận", self.conclusion)
        self.discussion.setAccessibleName("Ý kiến thảo luận")
        self.conclusion.setAccessibleName("Kết luận")
        return made

    def _connect(self) -> None:
        for field in (self.name, self.day, self.starts, self.ends, self.invited, self.opinions_by):
            field.textChanged.connect(lambda _text: self._check())

    def meeting(self) -> Meeting:
        """The meeting with what stands in the fields."""
        discussion = (squeeze(nfc(text)) for text in self.discussion.toPlainText().split("\n"))
        return replace(
            self._meeting,
            council_id=CouncilId(self.council.currentData()),
            name=squeeze(nfc(self.name.text())),
            day=self.day.day() or self._meeting.day,
            starts=self.starts.clock(),
            ends=self.ends.clock(),
            place=squeeze(nfc(self.place.text())),
            rounds=tuple(RoundId(each) for each in self.rounds.ticked()),
            agenda=self.agenda.items(),
            invitation_number=squeeze(nfc(self.invitation.text())),
            invited_on=self.invited.day(),
            opinions_by=self.opinions_by.day(),
            discussion=tuple(text for text in discussion if text),
            conclusion=squeeze(nfc(self.conclusion.toPlainText())),
        )

    def trouble(self) -> str:
        """What keeps the meeting from being kept, as it is said in the dialog."""
        return self._wrong.text()

    def _check(self) -> None:
        self._wrong.setText(self._fault())
        self._wrong.setVisible(bool(self._wrong.text()))
        self.yes.setEnabled(not self._wrong.text() and bool(squeeze(self.name.text())) and bool(self.day.text()))

    def _fault(self) -> str:
        if wrong := wrong_day(self.day, self.invited, self.opinions_by):
            return wrong
        if not self.starts.readable() or not self.ends.readable():
            return "Giờ ghi theo dạng 8h30 hoặc 08:30."
        starts, ends = self.starts.clock(), self.ends.clock()
        if starts is not None and ends is not None and ends <= starts:
            return "Giờ kết thúc phải sau giờ bắt đầu."
        return ""


def _choices(rounds: Sequence[RoundRow], chosen: Sequence[RoundId]) -> list[Choice]:
    return [
        Choice(
            one.round.id,
            one.round.name,
            f"Năm {one.round.year} · {one.nominations} đề nghị",
            one.round.id in chosen,
        )
        for one in rounds
    ]


def _paragraphs(text: str, hint: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setPlaceholderText(hint)
    made.setTabChangesFocus(True)
    return made
