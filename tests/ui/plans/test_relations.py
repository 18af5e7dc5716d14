"""Several plans a year: links shown, edited and followed; look-alikes settled; approval and adjustments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, compose, unnamed
from thidua_desktop.domain.adjustments import AdjustmentKind
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plan_links import LinkKind, PlanLink
from thidua_desktop.domain.plans import Plan, PlanKind, PlanState
from thidua_desktop.domain.tasks import Task, TaskState
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.approval_dialog import ApprovalDialog
from thidua_desktop.ui.plans.duplicates_dialog import DuplicatesDialog
from thidua_desktop.ui.plans.links_dialog import LinksDialog
from thidua_desktop.ui.plans.page import PlansPage
from thidua_desktop.ui.plans.tracker_return import TrackerDialog
from thidua_desktop.wording import adjustments, tracker
from thidua_desktop.wording.tracker import Key as TrackerKey

Key = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def in_front(plans: PlansPage) -> PlanId:
    plan = plans.plan()
    assert plan is not None and plan.id is not None
    return plan.id


@pytest.fixture
def other(window: MainWindow, plans: PlansPage) -> PlanId:
    """A plan of the same year that repeats three tasks of the one in front."""
    made = PlanId(
        window.services.plans.create(
            Plan("Kế hoạch kiểm tra năm 2024", 2024, number="31/KH-SNV", kind=PlanKind.INSPECTION)
        ).created[0]
    )
    first = window.services.tasks.of_plan(in_front(plans))[:3]
    window.services.tasks.save_many([replace(task, id=None, plan_id=made, part_id=None, position=0) for task in first])
    window.navigation.changes_made.emit(
        window.services.plan_links.save(PlanLink(in_front(plans), LinkKind.RELATED, other_id=made))
    )
    return made


# links


def test_a_link_is_shown_and_leads_to_the_plan(
    qtbot: QtBot, window: MainWindow, plans: PlansPage, other: PlanId
) -> None:
    here = in_front(plans)
    assert plans.strip.buttons()[0].text().startswith("Có liên quan: số 31/KH-SNV")
    assert unnamed(plans.strip) == []
    qtbot.mouseClick(plans.strip.buttons()[0], Qt.MouseButton.LeftButton)
    assert in_front(plans) == other
    assert "Có liên quan" in plans.strip.buttons()[0].text()
    qtbot.mouseClick(plans.strip.buttons()[0], Qt.MouseButton.LeftButton)
    assert in_front(plans) == here


def test_links_are_made_and_removed_in_the_dialog(
    qtbot: QtBot, window: MainWindow, plans: PlansPage, other: PlanId
) -> None:
    plans.list.setFocus()
    qtbot.keyClick(plans.list, Key.Key_E, CONTROL | SHIFT)
    dialog = plans.relations.dialog
    assert isinstance(dialog, LinksDialog)
    assert unnamed(dialog) == []
    assert not dialog.add.isEnabled()
    compose(dialog.number, "215/KH-UBND")
    dialog.day.setText("31/2/2024")
    assert not dialog.add.isEnabled()
    dialog.day.setText("5/1/2024")
    compose(dialog.title, "Phát động phong trào thi đua năm 2024")
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    links = window.services.plan_links.of_plan(in_front(plans))
    assert {(link.kind, link.number, link.issued_on) for link in links} == {
        (LinkKind.RELATED, None, None),
        (LinkKind.ANSWERS, "215/KH-UBND", date(2024, 1, 5)),
    }
    assert dialog.links.count() == 2
    row = next(row for row in range(2) if "31/KH-SNV" in dialog.links.item(row).text())
    dialog.links.setCurrentRow(row)
    qtbot.keyClick(dialog.links, Key.Key_Delete)
    assert [link.number for link in window.services.plan_links.of_plan(in_front(plans))] == ["215/KH-UBND"]
    dialog.accept()
    assert [made.accessibleName() for made in plans.strip.buttons()] == [
        "Thực hiện: số 215/KH-UBND ngày 05/01/2024: Phát động phong trào thi đua năm 2024"
    ]


def test_a_plan_that_the_text_names_is_offered(qtbot: QtBot, window: MainWindow, plans: PlansPage) -> None:
    plan = window.services.plans.get(in_front(plans))
    basis = "Thực hiện Kế hoạch số 12/KH-TW ngày 02/01/2024 của Hội đồng Thi đua - Khen thưởng Trung ương;"
    window.navigation.changes_made.emit(
        window.services.plans.save(replace(plan, legal_bases=(basis, *plan.legal_bases)))
    )
    assert plans.strip.isVisible()
    assert "1 văn bản được nhắc tới" in plans.strip._more.text()
    qtbot.mouseClick(plans.strip._more, Qt.MouseButton.LeftButton)
    dialog = plans.relations.dialog
    assert isinstance(dialog, LinksDialog)
    assert "12/KH-TW" in dialog.proposed.item(0).text()
    qtbot.keyClick(dialog.proposed, Key.Key_Return)
    assert [link.number for link in window.services.plan_links.of_plan(in_front(plans))] == ["12/KH-TW"]
    assert dialog.proposed.count() == 0


# duplicates


def test_look_alikes_are_counted_and_settled_by_one_key_each(
    qtbot: QtBot, window: MainWindow, plans: PlansPage, other: PlanId
) -> None:
    assert plans.duplicates_action.text().startswith("3 nhiệm vụ giống")
    plans.list.setFocus()
    qtbot.keyClick(plans.list, Key.Key_D, CONTROL | SHIFT)
    dialog = plans.relations.dialog
    assert isinstance(dialog, DuplicatesDialog)
    assert unnamed(dialog) == []
    first = dialog.grid.current()
    assert first is not None and first.first.id is not None and first.second.id is not None
    qtbot.keyClick(dialog.grid, Key.Key_T)
    assert first.second.id in window.services.task_details.of_task(first.first.id).same
    assert len(dialog.model.rows()) == 2
    qtbot.keyClick(dialog.grid, Key.Key_K)
    assert len(dialog.model.rows()) == 1
    assert plans.duplicates_action.text().startswith("1 nhiệm vụ giống")
    wanted = dialog.model.rows()[0].second
    dialog.grid.go_to((dialog.model.rows()[0].first.id, wanted.id), column=1)
    qtbot.keyClick(dialog.grid, Key.Key_Return, CONTROL)
    assert in_front(plans) == other
    current = plans.table.grid.current()
    assert current is not None and current.id == wanted.id
    qtbot.keyClick(plans.table.grid, Key.Key_Z, CONTROL)
    assert len(window.services.duplicates.of_year(2024)) == 2


# approval and adjustments


def approve(qtbot: QtBot, plans: PlansPage, number: str, day: str) -> None:
    plans.approve_action.trigger()
    dialog = plans.deeds.dialog
    assert isinstance(dialog, ApprovalDialog)
    dialog._number.setText(number)
    dialog.day.setText(day)
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)


def test_what_changes_after_the_approval_is_listed_with_its_reason(
    qtbot: QtBot, window: MainWindow, plans: PlansPage, feedback: FakeFeedback
) -> None:
    plans.show_view(2)
    assert plans.adjustments._pages.currentWidget() is plans.adjustments._draft
    approve(qtbot, plans, "16/KH-UBND", "12/1/2024")
    plan = plans.plan()
    assert plan is not None
    assert (plan.state, plan.number, plan.issued_on) == (PlanState.APPROVED, "16/KH-UBND", date(2024, 1, 12))
    assert plans.adjustments._pages.currentWidget() is plans.adjustments._unchanged

    first, second = window.services.tasks.of_plan(in_front(plans))[:2]
    assert first.id is not None and second.id is not None
    changed = replace(first.placed(year=2024, quarter=4, month=None, due=None), lead=("Sở Tài chính",))
    window.navigation.changes_made.emit(window.services.tasks.save(changed))
    window.navigation.changes_made.emit(window.services.tasks.delete([second.id]))
    assert plans.tabs.tabText(2) == "Điều chỉnh (2)"
    rows = {row.task_id: row for row in plans.adjustments.model.rows()}
    assert set(rows[first.id].kinds) == {AdjustmentKind.TIME, AdjustmentKind.UNIT}
    assert rows[second.id].kinds == (AdjustmentKind.REMOVED,)
    assert "2 chưa ghi lý do" in plans.adjustments._count.text()

    grid = plans.adjustments.grid
    reason = next(at for at, column in enumerate(plans.adjustments.model.columns) if column.key == "reason")
    assert grid.go_to(first.id, column=reason)
    grid.setFocus()
    qtbot.keyClick(grid, Key.Key_F2)
    compose(grid.viewport().findChild(QPlainTextEdit), "Chờ kinh phí")
    for at in range(grid.proxy.rowCount()):
        index = grid.proxy.index(at, reason)
        grid.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
    with qtbot.waitSignal(plans.adjustments.model.edited):
        qtbot.keyClick(grid.viewport().findChild(QPlainTextEdit), Key.Key_Return, CONTROL)
    found = window.services.adjustments.of_plan(in_front(plans))
    assert [change.reason for change in found] == ["Chờ kinh phí"] * 2

    approve(qtbot, plans, "45/QĐ-UBND", "20/5/2024")
    assert plans.tabs.tabText(2) == "Điều chỉnh"
    assert plans.adjustments.since.count() == 2
    plans.adjustments.since.setCurrentIndex(1)
    plans.adjustments.since.activated.emit(1)
    assert len(plans.adjustments.model.rows()) == 2
    assert not plans.adjustments.model.editable
    assert "45/QĐ-UBND" in plans.adjustments.since.currentText()


def test_an_approval_without_changes_is_told(qtbot: QtBot, plans: PlansPage, feedback: FakeFeedback) -> None:
    approve(qtbot, plans, "16/KH-UBND", "12/1/2024")
    plans.deeds.dialog = None
    plans.approve_action.trigger()
    assert plans.deeds.dialog is None
    assert "không có gì khác" in feedback.said[-1]


def test_the_list_of_adjustments_is_previewed(qtbot: QtBot, window: MainWindow, plans: PlansPage) -> None:
    assert not plans.adjustments.print_action.isEnabled()
    approve(qtbot, plans, "16/KH-UBND", "12/1/2024")
    task = window.services.tasks.of_plan(in_front(plans))[0]
    window.navigation.changes_made.emit(window.services.tasks.save(replace(task, product="Báo cáo")))
    plans.adjustments.print_action.trigger()
    preview = plans.papers.preview
    assert preview is not None and preview.page_count() >= 1
    preview.close()


def test_the_words_of_an_adjustment_say_only_what_has_changed(window: MainWindow, plans: PlansPage) -> None:
    window.services.adjustments.approve(in_front(plans), None, None)
    task = window.services.tasks.of_plan(in_front(plans))[0]
    window.services.tasks.save(replace(task, product="Báo cáo tổng hợp"))
    added = Task(in_front(plans), "Việc bổ sung", 2024, quarter=3, lead=("Sở Y tế",))
    window.services.tasks.add(added)
    first, second = window.services.adjustments.of_plan(in_front(plans))
    assert adjustments.kinds(first) == "Điều chỉnh sản phẩm"
    assert adjustments.after(first) == f"{task.text}\nSản phẩm: Báo cáo tổng hợp"
    assert adjustments.before(second) == "(chưa có trong kế hoạch đã duyệt)"
    assert adjustments.after(second) == "Việc bổ sung\nThời gian: Quý III/2024; Chủ trì: Sở Y tế"


# a tracker that comes back


def test_a_tracker_with_two_conflicts_shows_mine_theirs_and_the_result(
    qtbot: QtBot, window: MainWindow, plans: PlansPage, feedback: FakeFeedback, tmp_path: Path
) -> None:
    path = window.services.trackers.export(2024, tmp_path / "theo dõi.xlsx", plan_id=in_front(plans))
    book = openpyxl.load_workbook(path)
    sheet = book[tracker.SHEET]
    ordinal, state, note = (tracker.INDEX[key] + 1 for key in (TrackerKey.ORDINAL, TrackerKey.STATE, TrackerKey.NOTE))
    first = next(row for row in range(1, sheet.max_row) if sheet.cell(row, ordinal).value == 1)
    sheet.cell(first, state).value = "Hoàn thành"
    sheet.cell(first + 1, note).value = "Đơn vị đã gửi văn bản"
    book.save(path)
    one, two = window.services.tasks.of_plan(in_front(plans))[:2]
    assert one.id is not None and two.id is not None
    window.services.tasks.move([one.id], TaskState.IN_PROGRESS)
    window.services.tasks.save(replace(two, note="Đã gọi điện"))

    window.files.take(path)
    dialog = plans.receipt.dialog
    assert isinstance(dialog, TrackerDialog)
    numbers = {column.key: at for at, column in enumerate(dialog.model.columns)}

    def cells(task_id: object, *keys: str) -> tuple[str, ...]:
        row = next(row for row in dialog.model.rows() if row.change.task_id == task_id and row.change.conflict)
        return tuple(dialog.model.columns[numbers[key]].text(row) for key in keys)

    assert sum(row.change.conflict for row in dialog.model.rows()) == 2
    assert "2 chỗ hai bên cùng sửa" in dialog._told.text()
    assert cells(one.id, "mine", "theirs", "result") == ("Đang làm", "Hoàn thành", "Đang làm")
    assert cells(two.id, "mine", "theirs", "result") == ("Đã gọi điện", "Đơn vị đã gửi văn bản", "Đã gọi điện")

    wanted = next(row for row in dialog.model.rows() if row.change.task_id == two.id and row.change.conflict)
    dialog.grid.go_to(wanted.at)
    qtbot.keyClick(dialog.grid, Key.Key_Space)
    assert cells(two.id, "result") == ("Đơn vị đã gửi văn bản",)
    qtbot.waitUntil(dialog.yes.isEnabled)
    qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    kept = window.services.tasks.of_plan(in_front(plans))[:2]
    assert (kept[0].state, kept[1].note) == (TaskState.IN_PROGRESS, "Đơn vị đã gửi văn bản")
