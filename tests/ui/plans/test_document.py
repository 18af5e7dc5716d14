"""The whole document typed into where it stands: letterhead, căn cứ, headings, tasks, nơi nhận, signature."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, compose, unnamed
from thidua_desktop.domain.ids import PlanId
from thidua_desktop.domain.plans import Plan, Role, Signer
from thidua_desktop.ui.common.entry import DayNotRead, NothingTyped
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.document_lines import DocumentLine, Place, lines_of, plan_with, plan_with_entry, typed
from thidua_desktop.ui.plans.document_table import DocumentTable
from thidua_desktop.ui.plans.page import PlansPage

Key = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAN = Plan(
    "Kế hoạch",
    2026,
    number="1/KH",
    issued_on=date(2026, 1, 5),
    legal_bases=("Căn cứ một;", "Căn cứ hai;"),
    signer=Signer(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Nguyễn Văn An"),
    id=PlanId(1),
)


@pytest.fixture
def document(qtbot: QtBot, plans: PlansPage) -> DocumentTable:
    plans.list.setFocus()
    qtbot.keyClick(plans.list, Key.Key_2, CONTROL | ALT)
    assert plans.views.currentWidget() is plans.document
    return plans.document


def kept(plans: PlansPage) -> Plan:
    plan = plans.plan()
    assert plan is not None and plan.id is not None
    return plans._services.plans.get(plan.id)


def line(document: DocumentTable, place: Place, words: str = "") -> DocumentLine:
    return next(row for row in document.model.rows() if row.place is place and words in row.text)


def write(qtbot: QtBot, document: DocumentTable, at: DocumentLine, text: str) -> None:
    assert document.grid.go_to(at.key, column=1)
    document.grid.setFocus()
    qtbot.keyClick(document.grid, Key.Key_F2)
    editor = document.grid.viewport().findChild(QPlainTextEdit)
    editor.selectAll()
    compose(editor, text)
    with qtbot.waitSignal(document.model.edited):
        qtbot.keyClick(editor, Key.Key_Return)


# lines


def test_the_lines_follow_the_paper() -> None:
    lines = lines_of(PLAN, ())
    assert [row.place for row in lines] == [
        *(Place.SUPERIOR, Place.ISSUER, Place.NUMBER, Place.PLACE, Place.DAY, Place.TITLE),
        *(Place.LEGAL_BASIS, Place.LEGAL_BASIS, Place.RECIPIENT, Place.POST, Place.POST, Place.SIGNER),
    ]
    assert len({row.key for row in lines}) == len(lines)


def test_a_day_is_typed_short_and_nonsense_is_refused() -> None:
    day = next(row for row in lines_of(PLAN, ()) if row.place is Place.DAY)
    assert typed(day, "12/3").text == "12/03/2026"
    assert plan_with(PLAN, [typed(day, "12/3")]).issued_on == date(2026, 3, 12)
    assert plan_with(PLAN, [typed(day, " ")]).issued_on is None
    with pytest.raises(DayNotRead):
        typed(day, "hôm qua")


def test_the_title_may_not_go() -> None:
    title = next(row for row in lines_of(PLAN, ()) if row.place is Place.TITLE)
    with pytest.raises(NothingTyped):
        typed(title, "  ")


def test_an_entry_without_words_goes_and_the_others_stay() -> None:
    first = next(row for row in lines_of(PLAN, ()) if row.place is Place.LEGAL_BASIS)
    assert plan_with(PLAN, [typed(first, "")]).legal_bases == ("Căn cứ hai;",)
    recipient = next(row for row in lines_of(PLAN, ()) if row.place is Place.RECIPIENT)
    assert plan_with(PLAN, [typed(recipient, "- Như trên;")]).recipients == ("- Như trên;",)
    assert plan_with(PLAN, []) == PLAN


@pytest.mark.parametrize(("place", "field"), [(Place.LEGAL_BASIS, "legal_bases"), (Place.RECIPIENT, "recipients")])
def test_an_entry_comes_where_it_is_wanted(place: Place, field: str) -> None:
    longer = getattr(plan_with_entry(PLAN, place, 1, "mới"), field)
    assert longer == (*getattr(PLAN, field)[:1], "mới", *getattr(PLAN, field)[1:])
    assert plan_with_entry(PLAN, Place.POST, 0, "TM.").signer.posts == ("TM.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")


# the table


def test_the_whole_plan_can_be_read(plans: PlansPage, document: DocumentTable) -> None:
    texts = "\n".join(row.text for row in document.model.rows())
    plan = kept(plans)
    assert plan.title in texts and plan.legal_bases[0] in texts and (plan.signer.name or "") in texts
    assert plan.id is not None
    for task in plans._services.tasks.of_plan(plan.id):
        assert task.text in texts
    assert unnamed(document) == []


def test_the_letterhead_is_corrected_in_place(qtbot: QtBot, plans: PlansPage, document: DocumentTable) -> None:
    write(qtbot, document, line(document, Place.NUMBER), "77/KH-UBND")
    write(qtbot, document, line(document, Place.DAY), "9/1/2024")
    write(qtbot, document, line(document, Place.SIGNER), "Lê Thị Ánh")
    plan = kept(plans)
    assert (plan.number, plan.issued_on, plan.signer.name) == ("77/KH-UBND", date(2024, 1, 9), "Lê Thị Ánh")


def test_a_further_legal_basis_is_open_for_typing(qtbot: QtBot, plans: PlansPage, document: DocumentTable) -> None:
    before = kept(plans).legal_bases
    first = line(document, Place.LEGAL_BASIS)
    assert document.grid.go_to(first.key, column=1)
    document.grid.setFocus()
    qtbot.keyClick(document.grid, Key.Key_N, CONTROL | SHIFT)
    editor = document.grid.viewport().findChild(QPlainTextEdit)
    editor.selectAll()
    compose(editor, "Căn cứ Nghị quyết số 22/NQ-HĐND;")
    with qtbot.waitSignal(document.model.edited):
        qtbot.keyClick(editor, Key.Key_Return)
    assert kept(plans).legal_bases == (before[0], "Căn cứ Nghị quyết số 22/NQ-HĐND;", *before[1:])


def test_the_words_of_a_task_are_the_same_in_document_and_table(
    qtbot: QtBot, plans: PlansPage, document: DocumentTable
) -> None:
    row = next(row for row in document.model.rows() if row.task is not None)
    write(qtbot, document, row, "Ban hành Chỉ thị mới")
    assert row.task is not None and row.task.id is not None
    assert plans._services.tasks.get(row.task.id).text == "Ban hành Chỉ thị mới"
    assert any(task.text == "Ban hành Chỉ thị mới" for task in plans.table.model.rows())
    assert "Ban hành Chỉ thị mới" in [item.text(0).split(" ", 1)[1] for item in plans.structure._items()]


def test_a_paragraph_is_added_written_and_deleted(
    qtbot: QtBot, window: MainWindow, plans: PlansPage, document: DocumentTable
) -> None:
    plan = kept(plans)
    assert plan.id is not None
    heading = next(row for row in document.model.rows() if row.heading)
    assert document.grid.go_to(heading.key, column=1)
    document.add_text()
    editor = document.grid.viewport().findChild(QPlainTextEdit)
    editor.selectAll()
    compose(editor, "Bảo đảm thiết thực, tiết kiệm.")
    with qtbot.waitSignal(document.model.edited):
        qtbot.keyClick(editor, Key.Key_Return)
    parts = window.services.plans.parts(plan.id)
    new = next(part for part in parts if part.text == "Bảo đảm thiết thực, tiết kiệm.")
    assert new.role is Role.TEXT
    assert parts[parts.index(new) - 1].id == (heading.part.id if heading.part is not None else None)
    assert document.grid.go_to(line(document, Place.BODY, "tiết kiệm.").key, column=1)
    document.grid.setFocus()
    qtbot.keyClick(document.grid, Key.Key_Minus, CONTROL)
    assert new.id not in [part.id for part in window.services.plans.parts(plan.id)]
    qtbot.keyClick(document.grid, Key.Key_Z, CONTROL)
    assert any(part.text == new.text for part in window.services.plans.parts(plan.id))


def test_the_structure_leads_through_the_document(plans: PlansPage, document: DocumentTable) -> None:
    item = next(item for item in plans.structure._items() if "QUÝ II" in item.text(0).upper())
    plans.structure.setCurrentItem(item)
    current = document.grid.current()
    assert current is not None and "QUÝ II" in current.text.upper()


def test_from_a_task_of_the_document_one_comes_to_the_table(
    qtbot: QtBot, plans: PlansPage, document: DocumentTable
) -> None:
    row = next(row for row in document.model.rows() if row.task is not None)
    assert document.grid.go_to(row.key, column=1)
    document.grid.setFocus()
    qtbot.keyClick(document.grid, Key.Key_Return, CONTROL)
    assert plans.views.currentWidget() is plans.table
    current = plans.table.grid.current()
    assert current is not None and row.task is not None and current.id == row.task.id


def test_what_cannot_be_kept_is_told_and_the_old_words_stay(
    qtbot: QtBot, plans: PlansPage, document: DocumentTable, feedback: FakeFeedback
) -> None:
    before = kept(plans)
    assert document.grid.go_to(line(document, Place.TITLE).key, column=1)
    document.grid.setFocus()
    qtbot.keyClick(document.grid, Key.Key_Delete)
    assert len(feedback.troubles) == 1
    assert kept(plans) == before


def test_the_document_is_only_looked_at_in_a_closed_year(plans: PlansPage, document: DocumentTable) -> None:
    plans.lock(True)
    index = document.model.index(1, 1)
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    before = kept(plans)
    document.delete()
    assert kept(plans) == before
