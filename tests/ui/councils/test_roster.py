"""Councils and their rosters: typed, pasted, changed over time."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication

from tests.services.sittings import council, sitting
from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.rosters import Council, CouncilRole, Size
from thidua_desktop.domain.ids import CouncilId
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common import clipboard
from thidua_desktop.ui.councils import clock_edit
from thidua_desktop.ui.councils.agenda_table import AgendaTable
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.pick_dialog import PickDialog
from thidua_desktop.ui.councils.roster_pane import RosterPane
from thidua_desktop.wording.agendas import USUAL


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _pane(deeds: Deeds, council_id: CouncilId) -> RosterPane:
    pane = RosterPane(deeds, deeds.window)

    def show(_changes: object = None) -> None:
        pane.show_council(deeds.services.councils.get(council_id), editable=True)

    deeds.navigation.changes_made.connect(show)
    show()
    return pane


def test_a_roster_is_pasted_with_its_titles_and_checked(
    services: Services, deeds: Deeds, feedback: FakeFeedback
) -> None:
    council_id = CouncilId(services.councils.save(Council("Hội đồng", size=Size.ODD)).created[0])
    pane = _pane(deeds, council_id)
    assert pane.pages.currentIndex() == 1
    head = ["Họ và tên", "Vai trò", "Chức vụ"]
    clipboard.put([head, ["Trần Bảo", "chủ tịch hội đồng", "Giám đốc"], ["Lê Đạt", "", "Trưởng phòng"]])
    pane.paste_action.trigger()
    settle()
    assert [(one.name, one.role) for one in services.councils.members(council_id)] == [
        ("Trần Bảo", CouncilRole.CHAIR),
        ("Lê Đạt", CouncilRole.MEMBER),
    ]
    assert pane._counts.toolTip() == "2 thành viên vào ngày 20/06/2024 (số chẵn)."
    assert "quy chế đòi hỏi số lẻ" in pane._findings.text()
    assert "chưa có Thư ký" in pane._findings.text()
    name = next(at for at, column in enumerate(pane.model.columns) if column.key == "name")
    pane.model.enter({(1, name): "Lê Hữu Đạt"})
    settle()
    assert services.councils.members(council_id)[1].name == "Lê Hữu Đạt"
    pane.model.enter({(1, name): " "})
    assert [trouble.code for trouble in feedback.troubles] == ["entry.empty"]


def test_members_come_and_go_with_their_days(services: Services, deeds: Deeds, feedback: FakeFeedback) -> None:
    held = sitting(services, size=5, present=5)
    council_id = services.meetings.get(held.meeting).council_id
    pane = _pane(deeds, council_id)
    pane.grid.go_to(held.members[2])
    pane.remove_action.trigger()
    assert [trouble.code for trouble in feedback.troubles] == ["council.member_took_part"]
    pane.day.setText("30/6/2024")
    pane.day.editingFinished.emit()
    pane.grid.go_to(held.members[2])
    pane.end_action.trigger()
    assert services.councils.members(council_id)[2].until == date(2024, 6, 30)
    pane.day.setText("1/7/2024")
    pane.day.editingFinished.emit()
    assert pane._counts.toolTip() == "4 thành viên vào ngày 01/07/2024 (số chẵn); 1 người đã thôi hoặc chưa tham gia."
    assert [line.standing for line in pane.model.rows()].count("Đã thôi") == 1
    pane.grid.go_to(held.members[4])
    pane.up_action.trigger()
    assert [line.member.name for line in pane.model.rows()][3] == "Ủy viên 4"


def test_members_are_picked_from_the_directory(services: Services, deeds: Deeds) -> None:
    services.recipients.save(Recipient(RecipientKind.PERSON, "Đỗ Văn Ất", honorific="Ông", position="Giám đốc"))
    services.recipients.save(Recipient(RecipientKind.PERSON, "Nguyễn Thị Ánh", honorific="Bà"))
    council_id, _ = council(services, 3)
    pane = _pane(deeds, council_id)
    pane.pick_action.trigger()
    dialog = deeds.dialog
    assert isinstance(dialog, PickDialog)
    dialog.persons.search.setText("do van at")
    dialog.persons.all.click()
    assert dialog.yes.text() == "Thêm 1 thành viên"
    dialog.role.setCurrentIndex(list(CouncilRole).index(CouncilRole.VICE_CHAIR))
    dialog.accept()
    added = services.councils.members(council_id)[-1]
    assert (added.honorific, added.name, added.post, added.role) == (
        "Ông",
        "Đỗ Văn Ất",
        "Giám đốc",
        CouncilRole.VICE_CHAIR,
    )


def test_an_agenda_is_arranged_and_pasted(deeds: Deeds) -> None:
    table = AgendaTable((), deeds.preferences, deeds.window)
    table.usual()
    assert table.items() == USUAL
    table.grid.go_to(2)
    table.shift(-1)
    assert table.items()[0] == USUAL[1]
    table.grid.go_to(8)
    clipboard.put([["Bế mạc", "5", "Chủ tọa"], ["Chụp ảnh", "10", ""]])
    table.grid.setCurrentIndex(table.grid.proxy.index(7, 1))
    table.grid.paste()
    settle()
    assert [item.text for item in table.items()][-2:] == ["Bế mạc", "Chụp ảnh"]
    table.grid.go_to(1)
    table.remove()
    assert len(table.items()) == len(USUAL)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("8h", time(8)),
        ("8h30", time(8, 30)),
        ("08:05", time(8, 5)),
        ("14 giờ 15 phút", time(14, 15)),
        ("7g30", time(7, 30)),
        ("9", time(9)),
        ("", None),
    ],
)
def test_an_hour_is_read_as_offices_write_it(typed: str, expected: time | None) -> None:
    assert clock_edit.read(typed) == expected


@pytest.mark.parametrize("typed", ["25h", "8h75", "sáng", "8h30 sáng mai", "-1"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        clock_edit.read(typed)
