"""The tree of units driven by keys and mouse on a real office file."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from tests.ui.directory.conftest import Office
from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.ids import UnitId
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.units import Unit
from thidua_desktop.ui.directory.event_dialogs import (
    CorrectDialog,
    DissolveDialog,
    EventDialog,
    MoveDialog,
    RenameDialog,
)
from thidua_desktop.ui.directory.merge_units_dialog import MergeUnitsDialog, SplitDialog
from thidua_desktop.ui.directory.unify_dialog import UnifyDialog
from thidua_desktop.ui.directory.unit_form import UnitDialog
from thidua_desktop.ui.directory.units_pane import UnitsPane

CONTROL = Qt.KeyboardModifier.ControlModifier
DAY = date(2024, 7, 1)


def dialog_of(units: UnitsPane) -> object:
    assert units.dialogs.dialog is not None
    return units.dialogs.dialog


def agreed(dialog: EventDialog, day: date = DAY) -> None:
    dialog.set_day(day)
    assert dialog.trouble() == ""
    dialog.accept()


def shown(units: UnitsPane, day: date) -> list[str]:
    units.at.set_day(day)
    units.at.editingFinished.emit()
    return units.tree.texts()


def test_units_of_today_stand_below_what_they_belong_to(units: UnitsPane) -> None:
    assert units.tree.texts() == ["Sở Nội vụ", "Phòng Tổng hợp", "Sở Tài chính"]
    item = units.tree.topLevelItem(0)
    assert item is not None
    assert item.childCount() == 1


def test_an_earlier_day_shows_the_units_of_that_day(units: UnitsPane) -> None:
    assert "Sở Kế hoạch và Đầu tư" in shown(units, date(2024, 1, 1))
    units.show_today()
    assert "Sở Kế hoạch và Đầu tư" not in units.tree.texts()


def test_search_needs_no_diacritics_and_keeps_what_a_unit_belongs_to(units: UnitsPane) -> None:
    units.search.setText("tong hop")
    units._search()
    assert units.tree.texts() == ["Sở Nội vụ", "Phòng Tổng hợp"]
    assert units.details._name.text() == "Phòng Tổng hợp"


def test_a_name_of_the_past_is_found_and_leads_there(units: UnitsPane, office: Office) -> None:
    units.search.setText("ke hoach va dau tu")
    units._search()
    assert units.found.currentIndex() == 1
    assert "29/02/2024" in units._former.text()
    units._former.click()
    assert units.tree.unit_id() == office.units["khoi"]
    assert units.day() == date(2024, 2, 29)


@pytest.mark.parametrize(("chosen", "parent"), [("phong", "snv"), ("stc", None)])
def test_a_new_unit_goes_beside_the_chosen_one(
    qtbot: QtBot, units: UnitsPane, office: Office, chosen: str, parent: str | None
) -> None:
    units.tree.show_unit(office.units[chosen])
    units.tree.setFocus()
    qtbot.keyClick(units.tree, Qt.Key.Key_N, CONTROL)
    dialog = dialog_of(units)
    assert isinstance(dialog, UnitDialog)
    assert dialog.unit().parent_id == (office.units[parent] if parent else None)


def test_a_new_unit_goes_below_the_chosen_one(qtbot: QtBot, units: UnitsPane, office: Office) -> None:
    units.tree.show_unit(office.units["stc"])
    units.tree.setFocus()
    qtbot.keyClick(units.tree, Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(units)
    assert isinstance(dialog, UnitDialog)
    assert not dialog.yes.isEnabled()
    dialog.name.setText("Phòng Ngân sách")
    dialog.accept()
    made = next(unit for unit in office.services.units.all() if unit.name == "Phòng Ngân sách")
    assert made.parent_id == office.units["stc"]
    assert units.tree.unit_id() == made.id


def test_a_superior_that_is_no_unit_is_said(units: UnitsPane, office: Office) -> None:
    units.tree.show_unit(office.units["phong"])
    units.edit()
    dialog = dialog_of(units)
    assert isinstance(dialog, UnitDialog)
    dialog.superior.setText("Sở Mây")
    assert "Chưa có đơn vị cấp trên" in dialog.trouble()
    assert not dialog.yes.isEnabled()
    dialog.superior.setText("so tai chinh")
    assert dialog.unit().parent_id == office.units["stc"]


def test_a_rename_says_what_it_will_do_and_keeps_the_old_name_before(
    qtbot: QtBot, units: UnitsPane, office: Office
) -> None:
    units.tree.show_unit(office.units["stc"])
    units.tree.setFocus()
    qtbot.keyClick(units.tree, Qt.Key.Key_R, CONTROL)
    dialog = dialog_of(units)
    assert isinstance(dialog, RenameDialog)
    assert dialog.trouble() == "Tên mới còn giống tên cũ."
    dialog.name.setText("Sở Tài chính - Kế hoạch")
    dialog.set_day(DAY)
    assert dialog.sentence().startswith("Từ ngày 01/07/2024, “Sở Tài chính” mang tên “Sở Tài chính - Kế hoạch”")
    agreed(dialog)
    assert "Sở Tài chính - Kế hoạch" in shown(units, DAY)
    assert "Sở Tài chính" in shown(units, date(2024, 6, 30))


def test_a_merger_into_a_unit_that_goes_on(units: UnitsPane, office: Office) -> None:
    units.tree.show_unit(office.units["snv"])
    units.merge()
    dialog = dialog_of(units)
    assert isinstance(dialog, MergeUnitsDialog)
    assert dialog.trouble() == "Hãy chọn ít nhất hai đơn vị."
    dialog.as_old.setChecked(True)
    dialog.old.setText("Sở Tài chính")
    agreed(dialog)
    assert "tiếp tục hoạt động" in dialog.sentence()
    assert shown(units, DAY) == ["Sở Tài chính", "Phòng Tổng hợp"]
    units.show_unit(office.units["stc"])
    assert units.details.events.item(0).text() == "01/07/2024: “Sở Nội vụ” nhập vào “Sở Tài chính”"


def test_a_merger_to_a_new_unit(units: UnitsPane, office: Office) -> None:
    units.merge()
    dialog = dialog_of(units)
    assert isinstance(dialog, MergeUnitsDialog)
    dialog.merged.setText("Sở Nội vụ; Sở Mây")
    assert "Sở Mây" in dialog.trouble()
    dialog.merged.setText("Sở Nội vụ; Sở Tài chính")
    dialog.new_name.setText("Sở Nội vụ và Tài chính")
    agreed(dialog)
    assert shown(units, DAY) == ["Sở Nội vụ và Tài chính", "Phòng Tổng hợp"]
    del office


def test_a_split_places_the_units_inside(units: UnitsPane, office: Office) -> None:
    units.tree.show_unit(office.units["snv"])
    units.split_unit()
    dialog = dialog_of(units)
    assert isinstance(dialog, SplitDialog)
    dialog.names.setPlainText("Sở Nội chính\nSở Công vụ")
    place = dialog.places[office.units["phong"]]
    place.setCurrentText("Sở Công vụ")
    agreed(dialog)
    assert shown(units, DAY) == ["Sở Công vụ", "Phòng Tổng hợp", "Sở Nội chính", "Sở Tài chính"]


def test_what_goes_on_is_named_first_in_a_split(units: UnitsPane, office: Office) -> None:
    units.tree.show_unit(office.units["snv"])
    units.split_unit()
    dialog = dialog_of(units)
    assert isinstance(dialog, SplitDialog)
    dialog.goes_on.setChecked(True)
    dialog.names.setPlainText("Sở Công vụ")
    assert [unit.name if isinstance(unit, Unit) else unit for unit in dialog.parts()] == [
        office.units["snv"],
        "Sở Công vụ",
    ]
    assert dialog.places_chosen() == {office.units["phong"]: 0}


def test_a_dissolved_unit_is_gone_from_its_day(units: UnitsPane, office: Office) -> None:
    units.tree.show_unit(office.units["phong"])
    units.dissolve()
    dialog = dialog_of(units)
    assert isinstance(dialog, DissolveDialog)
    agreed(dialog)
    assert "Phòng Tổng hợp" not in shown(units, DAY)
    assert "Phòng Tổng hợp" in shown(units, date(2024, 6, 30))


def test_a_unit_dropped_on_another_asks_for_the_day(units: UnitsPane, office: Office) -> None:
    units.tree.show_unit(office.units["phong"])
    target = units.tree.findItems("Sở Tài chính", Qt.MatchFlag.MatchExactly)[0]
    data = QMimeData()
    data.setData("application/x-qabstractitemmodeldatalist", b"x")
    where = QPointF(units.tree.visualItemRect(target).center())
    units.tree.dropEvent(
        QDropEvent(where, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    dialog = dialog_of(units)
    assert isinstance(dialog, MoveDialog)
    assert dialog.superior.text() == "Sở Tài chính"
    agreed(dialog)
    assert shown(units, DAY) == ["Sở Nội vụ", "Sở Tài chính", "Phòng Tổng hợp"]
    assert shown(units, date(2024, 6, 30))[:2] == ["Sở Nội vụ", "Phòng Tổng hợp"]


def test_spellings_are_learned_seen_and_forgotten(qtbot: QtBot, units: UnitsPane, office: Office) -> None:
    units.tree.show_unit(office.units["stc"])
    units.details.new.setText("Sở TC tỉnh")
    qtbot.keyClick(units.details.new, Qt.Key.Key_Return)
    assert [one.text for one in office.services.units.spellings(office.units["stc"])] == ["Sở TC tỉnh"]
    assert units.details.spellings.count() == 1
    units.details.spellings.setCurrentRow(0)
    qtbot.keyClick(units.details.spellings, Qt.Key.Key_Delete)
    assert office.services.units.spellings(office.units["stc"]) == ()


def test_the_day_of_an_event_is_corrected(units: UnitsPane, office: Office) -> None:
    held = office.services.units
    held.rename(office.units["stc"], "Sở Tài chính mới", DAY)
    units.reload()
    units.show_unit(office.units["stc"])
    assert units.correct_action.isEnabled()
    units.correct_action.trigger()
    dialog = dialog_of(units)
    assert isinstance(dialog, CorrectDialog)
    assert dialog.sentence().startswith("Ngày giữ nguyên 01/07/2024")
    dialog.set_day(date(2024, 6, 1))
    assert "đến hết 31/05/2024" in dialog.sentence()
    agreed(dialog, date(2024, 6, 1))
    assert held.tree().unit(office.units["stc"]).valid_to == date(2024, 5, 31)


def test_a_unit_entered_twice_becomes_one(units: UnitsPane, office: Office) -> None:
    twice = office.services.units.save(Unit("Sở Tài chánh")).created[0]
    units.reload()
    units.tree.show_unit(twice)  # type: ignore[arg-type]
    units.unify()
    dialog = dialog_of(units)
    assert isinstance(dialog, UnifyDialog)
    assert not dialog.yes.isEnabled()
    dialog.unit.setText("Sở Tài chính")
    assert "không phải sáp nhập" in dialog.told()
    dialog.accept()
    assert "Sở Tài chánh" not in units.tree.texts()
    assert [one.text for one in office.services.units.spellings(office.units["stc"])] == ["Sở Tài chánh"]


def test_a_unit_that_is_used_is_not_deleted(units: UnitsPane, office: Office, feedback: FakeFeedback) -> None:
    units.tree.show_unit(office.units["stc"])
    units.delete()
    assert [trouble.code for trouble in feedback.troubles] == ["unit.in_use"]
    assert "Sở Tài chính" in units.tree.texts()


def test_the_order_is_the_offices_own(units: UnitsPane, office: Office) -> None:
    units.tree.show_unit(office.units["stc"])
    units.up_action.trigger()
    assert units.tree.texts()[0] == "Sở Tài chính"
    office.services.undo.undo()


def test_old_provinces_are_shown_before_they_become_one(
    units: UnitsPane, office: Office, feedback: FakeFeedback, monkeypatch: pytest.MonkeyPatch
) -> None:
    units.provinces.open()
    assert feedback.said[-1].startswith("Không có đơn vị nào cần đổi")
    for name in ("Tỉnh Hà Giang", "Tỉnh Tuyên Quang"):
        office.services.units.save(Unit(name))
    monkeypatch.setattr(office.services.units, "_today", lambda: date(2025, 8, 1))
    units.provinces.open()
    dialog = units.provinces.dialog
    assert dialog is not None
    assert "“Tỉnh Hà Giang” và “Tỉnh Tuyên Quang” sáp nhập thành “Tỉnh Tuyên Quang”" in dialog.list.item(0).text()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.yes.isEnabled()
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    assert "Tỉnh Hà Giang" not in shown(units, date(2025, 8, 1))


def test_an_event_too_early_is_refused_and_nothing_changes(
    units: UnitsPane, office: Office, feedback: FakeFeedback
) -> None:
    units.show_unit(office.units["khoi"])
    units.rename()
    dialog = dialog_of(units)
    assert isinstance(dialog, RenameDialog)
    dialog.name.setText("Sở Đầu tư")
    agreed(dialog)
    assert len(feedback.troubles) == 1
    assert "Sở Đầu tư" not in [unit.name for unit in office.services.units.all()]


def test_everything_has_a_name(units: UnitsPane) -> None:
    assert unnamed(units) == []


def test_a_unit_shows_what_it_was_and_the_awards_of_its_former_names(
    qtbot: QtBot, units: UnitsPane, office: Office
) -> None:
    held, old = office.services.units, office.units["stc"]
    entry = RegisterEntry(
        office.people["an"], "lao_dong_tien_tien", 2020, "Nguyễn Văn An", unit="Sở Tài chính", unit_id=old
    )
    office.services.register.save(entry)
    first = UnitId(held.rename(old, "Sở Tài chính - Giá", date(2022, 1, 1)).created[0])
    second = UnitId(held.rename(first, "Sở Kinh tế", date(2024, 1, 1)).created[0])
    units.reload()
    units.show_unit(second)
    events, awards = units.details.events, units.details.awards
    assert [events.item(at).text()[:10] for at in range(events.count())] == ["01/01/2022", "01/01/2024"]
    assert [awards.item(at).text() for at in range(awards.count())] == [
        "2020: Lao động tiên tiến – Nguyễn Văn An, khi đó là “Sở Tài chính”"
    ]
    with qtbot.waitSignal(units.details.recipient_wanted) as wanted:
        awards.itemActivated.emit(awards.item(0))
    assert wanted.args == [office.people["an"]]
