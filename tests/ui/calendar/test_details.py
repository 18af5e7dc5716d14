"""Steps, evidence, urging, waiting, conditional and recurring work, driven in the panel by keys and mouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.calendar.conftest import Year
from tests.ui.calendar.driving import LEFT, chip, drag, press
from tests.ui.helpers import FakeFeedback, compose
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.recurrence import Rule
from thidua_desktop.domain.task_details import TaskDetails, UrgingWay
from thidua_desktop.domain.tasks import Recurrence, TaskState
from thidua_desktop.services.container import Services
from thidua_desktop.storage.attachments import folder_of
from thidua_desktop.ui.calendar.dialogs import CompletionDialog, DueDialog
from thidua_desktop.ui.calendar.evidence_part import EvidenceDialog
from thidua_desktop.ui.calendar.page import CalendarPage
from thidua_desktop.ui.calendar.series_dialog import SeriesDialog
from thidua_desktop.ui.calendar.toolbar import View
from thidua_desktop.ui.calendar.urging_dialogs import UrgingDialog, WaitDialog
from thidua_desktop.ui.common.theme import Tone
from thidua_desktop.ui.navigation import Navigation

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def details(services: Services, year: Year, name: str = "late") -> TaskDetails:
    return services.task_details.of_task(year.ids[name])


def drop_file(widget: QWidget, path: Path) -> None:
    """Drop a file on a widget."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    where, keys = widget.rect().center(), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(where, action, mime, buttons, keys))
    QApplication.sendEvent(widget, QDropEvent(QPointF(where), action, mime, buttons, keys))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(b"%PDF-1.7 sao chup")
    return path


# steps


def add_steps(qtbot: QtBot, page: CalendarPage, *texts: str) -> None:
    new = page.panel.steps.new
    for text in texts:
        compose(new, text)
        qtbot.keyClick(new, Qt.Key.Key_Return)


def test_steps_are_typed_ticked_ordered_and_dropped_by_key(
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services
) -> None:
    page.choose(year.ids["late"])
    qtbot.keyClick(page.views[View.MONTH], Qt.Key.Key_B, CTRL)
    assert page.panel.steps.new.hasFocus()
    add_steps(qtbot, page, "Lấy số liệu", "Trình ký 25/6", "Gửi Ban 31/2")
    kept = details(services, year).steps
    assert [(step.text, step.due) for step in kept] == [
        ("Lấy số liệu", None),
        ("Trình ký", date(2024, 6, 25)),
        ("Gửi Ban 31/2", None),
    ]
    steps = page.panel.steps.list
    steps.setCurrentRow(0)
    qtbot.keyClick(steps, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: details(services, year).steps[0].done_on == date(2024, 6, 20))
    assert year.task("late").progress == 33
    assert page.panel.tabs.tabText(1) == "Bước 1/3"
    steps.setCurrentRow(2)
    qtbot.keyClick(steps, Qt.Key.Key_Up, ALT)
    assert [step.text for step in details(services, year).steps] == ["Lấy số liệu", "Gửi Ban 31/2", "Trình ký"]
    assert steps.currentRow() == 1
    qtbot.keyClick(steps, Qt.Key.Key_Delete)
    assert [step.text for step in details(services, year).steps] == ["Lấy số liệu", "Trình ký"]


def test_a_step_is_edited_with_enter(qtbot: QtBot, page: CalendarPage, year: Year, services: Services) -> None:
    page.choose(year.ids["late"])
    page.panel.show_part(page.panel.steps)
    add_steps(qtbot, page, "Trình ký")
    qtbot.keyClick(page.panel.steps.list, Qt.Key.Key_Return)
    dialog = page.panel.steps.dialog
    assert dialog is not None
    compose(dialog.unit, "Văn phòng")
    dialog.starts.setText("30/6/2024")
    dialog.due.setText("28/6/2024")
    assert not dialog.yes.isEnabled()
    dialog.starts.setText("24/6/2024")
    qtbot.mouseClick(dialog.yes, LEFT)
    (step,) = details(services, year).steps
    assert (step.unit, step.starts, step.due) == ("Văn phòng", date(2024, 6, 24), date(2024, 6, 28))


def test_nothing_is_added_to_a_task_of_a_closed_year(
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services
) -> None:
    services.years.close(2024)
    page.lock(True)
    page.choose(year.ids["late"])
    for part in page.panel.parts:
        page.panel.show_part(part)
        assert not page.panel.steps.new.isVisible()
    qtbot.keyClick(page.views[View.MONTH], Qt.Key.Key_U, CTRL)
    assert page.asking.dialog is None


# time


def test_first_day_and_due_day_are_set_together_and_taken_back(
    qtbot: QtBot, page: CalendarPage, year: Year, feedback: FakeFeedback
) -> None:
    page.choose(year.ids["july"])
    qtbot.keyClick(page.views[View.MONTH], Qt.Key.Key_H, CTRL)
    dialog = page.asking.dialog
    assert isinstance(dialog, DueDialog)
    dialog.starts.setText("15/7/2024")
    assert not dialog.yes.isEnabled()
    dialog.field.setText("19/7/2024")
    assert dialog.note() == "Còn 21 ngày làm việc. Thứ Sáu."
    qtbot.mouseClick(dialog.yes, LEFT)
    assert (year.task("july").starts, year.task("july").due) == (date(2024, 7, 15), date(2024, 7, 19))
    feedback.offers[-1].do()
    assert (year.task("july").starts, year.task("july").due) == (None, date(2024, 7, 10))


def test_the_reason_of_a_delay_is_kept_while_the_task_is_open(
    qtbot: QtBot, page: CalendarPage, year: Year, feedback: FakeFeedback
) -> None:
    keys = CTRL | Qt.KeyboardModifier.ShiftModifier
    feedback.text = "Đơn vị gửi số liệu chậm"
    page.choose(year.ids["late"])
    qtbot.keyClick(page.views[View.MONTH], Qt.Key.Key_D, keys)
    assert (year.task("late").delay_reason, year.task("late").state) == (feedback.text, TaskState.NOT_STARTED)
    page.choose(year.ids["july"])
    qtbot.keyClick(page.views[View.MONTH], Qt.Key.Key_D, keys)
    assert feedback.said[-1] == "Nhiệm vụ này không quá hạn."


# evidence


def test_finishing_keeps_the_document_and_its_file(
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services, scan: Path
) -> None:
    page.choose(year.ids["late"])
    press(page, "Hoàn thành…")
    dialog = page.asking.dialog
    assert isinstance(dialog, CompletionDialog)
    qtbot.keyClicks(dialog.number, "125/BC-SNV")
    dialog.issued.setText("18/6/2024")
    drop_file(dialog.file, scan)
    assert dialog.file.path() == scan
    qtbot.mouseClick(dialog.yes, LEFT)
    (kept,) = details(services, year).evidence
    assert (kept.number, kept.issued_on, kept.file_name) == ("125/BC-SNV", date(2024, 6, 18), "bao-cao.pdf")
    found = services.task_details.evidence_file(kept)
    assert found is not None
    assert found.read_bytes() == scan.read_bytes()
    assert (year.task("late").state, year.task("late").evidence) == (TaskState.DONE, "125/BC-SNV ngày 18/06/2024")
    press(page, "Sửa kết quả…")
    again = page.asking.dialog
    assert isinstance(again, CompletionDialog)
    assert (again.number.text(), again.issued.text()) == ("125/BC-SNV", "18/06/2024")
    qtbot.mouseClick(again.yes, LEFT)
    assert len(details(services, year).evidence) == 1


def test_a_file_that_is_gone_leaves_the_task_open(
    page: CalendarPage, year: Year, services: Services, feedback: FakeFeedback, scan: Path
) -> None:
    page.requests.ask_completion(year.ids["late"])
    dialog = page.asking.dialog
    assert isinstance(dialog, CompletionDialog)
    dialog.number.setText("125/BC-SNV")
    dialog.file.set_path(scan)
    content = scan.read_bytes()
    scan.unlink()
    dialog.accept()
    assert year.task("late").state is TaskState.NOT_STARTED
    assert feedback.tones[-1] is Tone.DANGER
    (again,) = feedback.offers
    scan.write_bytes(content)  # the stick is back: what was typed was kept
    again.do()
    assert (year.task("late").state, year.task("late").evidence) == (TaskState.DONE, "125/BC-SNV")


def test_a_file_dropped_on_the_part_is_asked_about_and_opened(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services, feedback: FakeFeedback, scan: Path
) -> None:
    page.choose(year.ids["today"])
    page.panel.show_part(page.panel.evidence)
    drop_file(page.panel.evidence, scan)
    dialog = page.asking.dialog
    assert isinstance(dialog, EvidenceDialog)
    assert dialog.yes.isEnabled()
    compose(dialog.title, "Biên bản họp Hội đồng")
    qtbot.mouseClick(dialog.yes, LEFT)
    assert page.panel.tabs.tabText(3) == "Kết quả 1"
    lines = page.panel.evidence.list
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    assert [path.read_bytes() for path in feedback.opened] == [scan.read_bytes()]
    qtbot.keyClick(lines, Qt.Key.Key_Delete)
    assert details(services, year, "today").evidence == ()


def test_a_lost_file_is_told_in_a_sentence(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services, feedback: FakeFeedback, scan: Path
) -> None:
    page.choose(year.ids["today"])
    page.details.ask_evidence(year.ids["today"], scan)
    assert page.asking.dialog is not None
    page.asking.dialog.accept()
    (kept,) = details(services, year, "today").evidence
    assert kept.sha256 is not None
    (folder_of(services.path) / kept.sha256).unlink()
    qtbot.keyClick(page.panel.evidence.list, Qt.Key.Key_Return)
    assert feedback.opened == []
    assert feedback.said[-1].startswith("Không còn tệp bao-cao.pdf")


# urging and waiting


def test_units_are_urged_and_answer(
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services, feedback: FakeFeedback
) -> None:
    page.choose(year.ids["late"])
    qtbot.keyClick(page.views[View.MONTH], Qt.Key.Key_U, CTRL)
    dialog = page.asking.dialog
    assert isinstance(dialog, UrgingDialog)
    compose(dialog.units.others, "Sở Tài chính; Công an tỉnh")
    compose(dialog.number, "345/SNV-TĐKT")
    assert dialog.by.text() == "27/06/2024"
    qtbot.mouseClick(dialog.yes, LEFT)
    kept = details(services, year).urgings
    assert {(each.unit, each.way, each.letter_number, each.answer_by) for each in kept} == {
        (unit, UrgingWay.LETTER, "345/SNV-TĐKT", date(2024, 6, 27))
        for unit in ("Văn phòng", "Sở Tài chính", "Công an tỉnh")
    }
    assert feedback.said[-1] == "Đã ghi đôn đốc Văn phòng; Sở Tài chính; Công an tỉnh."
    assert page.panel.tabs.tabText(2) == "Đôn đốc 3"
    lines = page.panel.urging.list
    lines.setFocus()
    lines.setCurrentRow(0)
    first = kept[0].unit
    qtbot.keyClick(lines, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: {each.unit for each in details(services, year).urgings if not each.waits()} == {first})
    assert set(page.panel.urging.units_to_write_to()) == {each.unit for each in kept} - {first}
    with qtbot.waitSignal(page.panel.urging.letter_wanted) as asked:
        press(page, "In công văn đôn đốc…")
    assert asked.args == [year.ids["late"], page.panel.urging.units_to_write_to()]


def test_an_entry_of_the_log_is_corrected(qtbot: QtBot, page: CalendarPage, year: Year, services: Services) -> None:
    page.choose(year.ids["late"])
    page.details.ask_urging(year.ids["late"])
    assert page.asking.dialog is not None
    page.asking.dialog.accept()
    lines = page.panel.urging.list
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    dialog = page.asking.dialog
    assert isinstance(dialog, UrgingDialog)
    dialog.by.setText("19/6/2024")
    assert not dialog.yes.isEnabled()
    dialog.on.setText("12/6/2024")
    qtbot.mouseClick(dialog.yes, LEFT)
    (kept,) = details(services, year).urgings
    assert (kept.urged_on, kept.answer_by) == (date(2024, 6, 12), date(2024, 6, 19))
    assert "quá 1 ngày làm việc" in lines.item(0).text()
    qtbot.keyClick(lines, Qt.Key.Key_Delete)
    assert details(services, year).urgings == ()


def test_who_is_waited_for_is_kept_and_shown(qtbot: QtBot, page: CalendarPage, year: Year) -> None:
    page.choose(year.ids["late"])
    press(page, "Chờ đơn vị")
    dialog = page.asking.dialog
    assert isinstance(dialog, WaitDialog)
    assert not dialog.yes.isEnabled()
    qtbot.mouseClick(dialog.units.boxes[0], LEFT, pos=QPoint(8, dialog.units.boxes[0].height() // 2))
    compose(dialog.units.others, "Sở Tài chính")
    qtbot.mouseClick(dialog.yes, LEFT)
    task = year.task("late")
    assert (task.state, task.waiting_for) == (TaskState.WAITING, ("Văn phòng", "Sở Tài chính"))


# conditional and recurring work


def test_conditional_work_is_confirmed_or_closed(
    page: CalendarPage, year: Year, services: Services, navigation: Navigation
) -> None:
    for name in ("late", "today"):
        services.tasks.save(replace(year.task(name), conditional=True))
    tell(navigation)
    page.choose(year.ids["late"])
    press(page, "Có phát sinh")
    assert year.task("late").arisen is True
    assert year.task("late").state is TaskState.NOT_STARTED
    page.choose(year.ids["today"])
    press(page, "Không phát sinh")
    assert (year.task("today").state, year.task("today").arisen) == (TaskState.CANCELLED, False)
    assert chip(page, year, "today").accessibleName().startswith("Không phát sinh")


def test_a_task_becomes_recurring_work(qtbot: QtBot, page: CalendarPage, year: Year, services: Services) -> None:
    page.choose(year.ids["july"])
    qtbot.keyClick(page.views[View.MONTH], Qt.Key.Key_R, CTRL)
    dialog = page.asking.dialog
    assert isinstance(dialog, SeriesDialog)
    dialog.source.setCurrentIndex(0)
    assert [found.due for found in dialog.occurrences()] == [
        date(2024, 1, 10),
        date(2024, 4, 10),
        date(2024, 7, 10),
        date(2024, 10, 10),
    ]
    dialog.month.setCurrentIndex(2)
    assert dialog.preview.item(0).text() == (
        "Chủ nhật, 10/03/2024 – ngày nghỉ, ngày làm việc liền trước: Thứ Sáu, 08/03/2024"
    )
    dialog.month.setCurrentIndex(3)
    assert dialog.occurrences()[0].due == date(2024, 4, 10)
    qtbot.mouseClick(dialog.yes, LEFT)
    made = [task for task in page.scene.known if task.text == "Tập huấn nghiệp vụ"]
    assert sorted(task.deadline for task in made) == [
        date(2024, 4, 10),
        date(2024, 7, 10),
        date(2024, 10, 10),
        date(2025, 1, 10),
    ]


def test_a_moved_instance_can_take_all_that_follow_along(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, page: CalendarPage, year: Year, services: Services, feedback: FakeFeedback, navigation: Navigation
) -> None:
    made = services.series.make(year.task("july"), Rule(Recurrence.QUARTERLY, 3, 20), 2024)
    tell(navigation)
    second = next(task for task in page.scene.tasks if task.id == made.created[1])
    assert second.due == date(2024, 6, 20)
    view = page.views[View.WEEK]
    page.show_view(View.WEEK)
    held = view.chip(second.id or 0)  # type: ignore[arg-type]
    target = next(widget for widget in view.drop_targets() if getattr(widget, "day", None) == date(2024, 6, 18))
    assert held is not None
    assert isinstance(target, QWidget)
    drag(held, target, qtbot)
    assert feedback.said[-1].endswith("Chỉ kỳ này được đổi.")
    assert due_days(services, made) == [date(2024, 3, 20), date(2024, 6, 18), date(2024, 9, 20), date(2024, 12, 20)]
    feedback.offers[0].do()
    assert due_days(services, made) == [date(2024, 3, 20), date(2024, 6, 18), date(2024, 9, 18), date(2024, 12, 18)]


def test_the_later_instances_can_be_dropped(
    page: CalendarPage, year: Year, services: Services, navigation: Navigation
) -> None:
    made = services.series.make(year.task("july"), Rule(Recurrence.QUARTERLY, 3, 20), 2024)
    tell(navigation)
    page.details.ask_to_stop(made.created[1])  # type: ignore[arg-type]
    left = [task.deadline for task in page.scene.tasks if task.text == "Tập huấn nghiệp vụ"]
    assert left == [date(2024, 3, 20), date(2024, 6, 20)]


def tell(navigation: Navigation) -> None:
    """What the page hears when somebody else has written."""
    navigation.changes_made.emit(Changes("task.save", frozenset({Kind.TASK})))


def due_days(services: Services, made: Changes) -> list[date | None]:
    return [services.tasks.get(task_id).due for task_id in made.created]  # type: ignore[arg-type]
