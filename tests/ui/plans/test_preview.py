"""The preview: both sides at the same place, every correction undoable, nothing saved by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.ui.helpers import compose
from thidua_desktop.domain.documents import Block, Source
from thidua_desktop.domain.findings import Finding, Severity
from thidua_desktop.domain.plans import Doubt, PlanDraft, PlanPart, Responsibility, Role, TaskDraft
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.plans.preview import ImportPreview
from thidua_desktop.ui.plans.preview_columns import DROPPED
from thidua_desktop.wording import messages

Key = Qt.Key
Modifier = Qt.KeyboardModifier

LINES = (
    (Role.TITLE, "KẾ HOẠCH Công tác thi đua năm 2024"),
    (Role.HEADING, "1. Quý I"),
    (Role.TASK, "- Ban hành kế hoạch; tổ chức hội nghị triển khai"),
    (Role.TASK, "- Đăng ký danh hiệu"),
    (Role.TASK, "thi đua của các đơn vị"),
    (Role.RESPONSIBILITY, "Các sở, ngành triển khai thực hiện"),
    (Role.TEXT, "Treo cờ Tổ quốc"),
)
DRAFT = PlanDraft(
    title="Kế hoạch công tác thi đua năm 2024",
    year=2024,
    tasks=(
        TaskDraft("Ban hành kế hoạch; tổ chức hội nghị triển khai", Source(2), quarter=1, blocks=(2,), label="-"),
        TaskDraft("Đăng ký danh hiệu", Source(3), quarter=1, blocks=(3,), label="-"),
        TaskDraft("thi đua của các đơn vị", Source(4), quarter=2, blocks=(4,), doubts=(Doubt.MAYBE_CONTINUATION,)),
    ),
    responsibilities=(Responsibility("Các sở, ngành triển khai thực hiện", Source(5), blocks=(5,)),),
    parts=tuple(PlanPart(role, text, Source(at)) for at, (role, text) in enumerate(LINES)),
    blocks=tuple(Block(Source(at), text) for at, (_, text) in enumerate(LINES)),
    source_name="ke-hoach.txt",
)


@pytest.fixture
def preview(qtbot: QtBot, preferences: Preferences) -> ImportPreview:
    return opened(qtbot, preferences, DRAFT)


def opened(qtbot: QtBot, preferences: Preferences, draft: PlanDraft) -> ImportPreview:
    made = ImportPreview(draft, unit_names=lambda: ("Sở Nội vụ",), this_year=2026, preferences=preferences)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def texts(preview: ImportPreview) -> list[str]:
    return [task.text for task in preview.draft().tasks]


def put_cursor(preview: ImportPreview, block: int) -> None:
    cursor = QTextCursor(preview.source.document().findBlockByNumber(block))
    preview.source.setTextCursor(cursor)


def highlighted(preview: ImportPreview) -> list[str]:
    return [selection.cursor.block().text() for selection in preview.source.extraSelections()]


def test_an_untouched_preview_gives_the_draft_back(preview: ImportPreview) -> None:
    assert preview.draft() == DRAFT


def test_it_begins_at_the_first_doubt(preview: ImportPreview) -> None:
    current = preview.grid.current()
    assert current is not None
    assert current.task == DRAFT.tasks[2]
    assert "1 chỗ cần xem" in preview._summary.text()


def test_a_click_in_the_source_chooses_the_task(preview: ImportPreview) -> None:
    put_cursor(preview, 3)
    current = preview.grid.current()
    assert current is not None
    assert current.task.text == "Đăng ký danh hiệu"
    assert highlighted(preview) == ["- Đăng ký danh hiệu"]


def test_a_task_chosen_in_the_grid_is_highlighted_in_the_source(qtbot: QtBot, preview: ImportPreview) -> None:
    preview.grid.go_to(1)
    assert highlighted(preview) == [LINES[2][1]]
    qtbot.keyClick(preview.grid, Key.Key_Down)
    assert highlighted(preview) == [LINES[3][1]]


def test_merging_and_taking_it_back(qtbot: QtBot, preview: ImportPreview) -> None:
    preview.grid.go_to(2, column=1)
    qtbot.keyClick(preview.grid, Key.Key_Down, Modifier.ShiftModifier)
    qtbot.keyClick(preview.grid, Key.Key_Down, Modifier.ShiftModifier)
    qtbot.keyClick(preview.grid, Key.Key_M, Modifier.ControlModifier)
    assert texts(preview)[1:] == ["Đăng ký danh hiệu thi đua của các đơn vị"]
    assert highlighted(preview) == [LINES[3][1], LINES[4][1]]
    qtbot.keyClick(preview.grid, Key.Key_Z, Modifier.ControlModifier)
    assert preview.draft() == DRAFT


def test_splitting_at_the_cursor(qtbot: QtBot, preview: ImportPreview) -> None:
    preview.grid.go_to(1)
    qtbot.keyClick(preview.grid, Key.Key_T, Modifier.ControlModifier)
    dialog = preview.split_dialog
    assert dialog is not None
    assert dialog.position() == len("Ban hành kế hoạch; ")
    qtbot.keyClick(dialog.field, Key.Key_Return)
    assert texts(preview)[:2] == ["Ban hành kế hoạch;", "tổ chức hội nghị triển khai"]


def test_dropping_and_bringing_back(qtbot: QtBot, preview: ImportPreview) -> None:
    preview.grid.go_to(3)
    qtbot.keyClick(preview.grid, Key.Key_Delete)
    assert texts(preview) == [task.text for task in DRAFT.tasks[:2]]
    groups = [preview.grid.proxy.index(at, 0).data() for at in range(preview.grid.proxy.rowCount())]
    assert f"{DROPPED} – 1 nhiệm vụ" in groups
    preview.grid.go_to(3)
    qtbot.keyClick(preview.grid, Key.Key_Delete)
    assert preview.draft() == DRAFT


def test_the_quarter_is_changed_in_the_grid(qtbot: QtBot, preview: ImportPreview) -> None:
    preview.grid.go_to(1, column=2)
    qtbot.keyClick(preview.grid, Key.Key_F2)
    combo = preview.grid.viewport().findChild(QComboBox)
    qtbot.waitUntil(combo.view().isVisible)
    qtbot.keyClick(combo.view(), Key.Key_Down)
    qtbot.keyClick(combo.view(), Key.Key_Return)
    qtbot.waitUntil(lambda: preview.draft().tasks[0].quarter == 2)


def test_units_typed_through_an_input_method_arrive_as_nfc(qtbot: QtBot, preview: ImportPreview) -> None:
    preview.grid.go_to(1, column=5)
    qtbot.keyClick(preview.grid, Key.Key_F2)
    editor = preview.grid.viewport().focusWidget()
    compose(editor, "So\u031b\u0309 No\u0323\u0302i vu\u0323")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: preview.draft().tasks[0].lead == ("Sở Nội vụ",))


def test_a_line_of_the_source_becomes_a_task(qtbot: QtBot, preview: ImportPreview) -> None:
    put_cursor(preview, 2)
    assert not preview.take_action.isEnabled()
    put_cursor(preview, 6)
    assert preview.take_action.isEnabled()
    preview.take_action.trigger()
    assert texts(preview)[-1] == "Treo cờ Tổ quốc"


def test_a_standing_duty_becomes_a_task(qtbot: QtBot, preview: ImportPreview) -> None:
    preview.duties.setCurrentRow(0)
    qtbot.keyClick(preview.duties, Key.Key_Return)
    assert preview.draft().responsibilities == ()
    assert texts(preview)[-1] == "Các sở, ngành triển khai thực hiện"
    assert preview.duties.count() == 0


def test_looked_at_is_no_doubt_any_more(qtbot: QtBot, preview: ImportPreview) -> None:
    qtbot.keyClick(preview.grid, Key.Key_F8)
    preview.settle_action.trigger()
    assert preview.review().doubtful == ()
    assert not preview.next_action.isEnabled()


def test_the_header_is_corrected_and_checked(qtbot: QtBot, preview: ImportPreview) -> None:
    preview.header.number.setText("12/KH-UBND")
    preview.header.issued_on.setText("3/1")
    preview.header.year.set_value(2025)
    draft = preview.draft()
    assert (draft.number, draft.year) == ("12/KH-UBND", 2025)
    assert draft.issued_on is not None
    preview.header.issued_on.setText("30/2")
    assert not preview.keep_and_export.isEnabled()
    preview.header.issued_on.setText("")
    preview.header.title.setText(" ")
    assert not preview.keep.isEnabled()
    qtbot.keyClick(preview, Key.Key_S, Modifier.ControlModifier)
    assert preview.isVisible()


def test_a_document_that_cannot_be_used_cannot_be_saved(qtbot: QtBot, preferences: Preferences) -> None:
    code = "plan.empty"
    finding = Finding(code, Severity.BLOCKING, {"text": "x", "count": 1})
    messages.finding(finding)
    blocked = opened(qtbot, preferences, PlanDraft(title="Kế hoạch", findings=(finding,)))
    assert not blocked.keep.isEnabled()
    assert blocked.banner.text() == messages.finding(finding)
