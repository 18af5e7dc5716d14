"""The pictures of the plans: sixty tasks in a quarter, the document, adjustments, links, duplicates."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain import plan_tree
from thidua_desktop.domain.plan_numbering import renumbered
from thidua_desktop.services import demo_busy
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.plans.numbering_dialog import NumberingDialog
from thidua_desktop.ui.screen import Screen, settle


def _busy(view: int = 0) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        plan_id = demo_busy.busy(window.services, window.year())
        window.show_page(0)
        window.plans.show_year(window.year())
        window.plans.show_plan(plan_id)
        window.plans.show_view(view)
        settle(window)
        window.plans.structure.setFocus()
        return window

    return show


def _tasks(window: MainWindow) -> QWidget:
    _busy()(window)
    window.plans.table.grid.setFocus()
    return window


def _scrolled(window: MainWindow) -> QWidget:
    _tasks(window)
    grid = window.plans.table.grid
    grid.verticalScrollBar().setValue(200)
    grid.horizontalScrollBar().setValue(grid.horizontalScrollBar().maximum())
    return window


def _filtered(window: MainWindow) -> QWidget:
    _tasks(window)
    table = window.plans.table
    numbers = {column.key: number for number, column in enumerate(table.model.columns)}
    table.grid.filters.set_text(numbers["text"], "ho so")
    table.grid.filters.set_text(numbers["due"], "=")
    table.grid.filters.focus(numbers["text"])
    return window


def _bulk(window: MainWindow) -> QWidget:
    _tasks(window)
    table = window.plans.table
    table.grid.selectAll()
    table.change_selected()
    assert table.dialog is not None
    return table.dialog


def _carry(window: MainWindow) -> QWidget:
    _tasks(window)
    table = window.plans.table
    task = next(task for task in table.model.rows() if task.standing(window.services.today()).value == "overdue")
    assert task.id is not None
    table.show_task(task.id)
    table.carry_over()
    assert table.dialog is not None
    return table.dialog


def _columns(window: MainWindow) -> QWidget:
    _tasks(window)
    window.plans.table.grid.choose_columns()
    assert window.plans.table.grid.chooser is not None
    return window.plans.table.grid.chooser


def _new(window: MainWindow) -> QWidget:
    window.show_page(0)
    window.plans.new_action.trigger()
    assert window.plans.deeds.dialog is not None
    return window.plans.deeds.dialog


def _approve(window: MainWindow) -> QWidget:
    _busy()(window)
    window.plans.approve_action.trigger()
    assert window.plans.deeds.dialog is not None
    return window.plans.deeds.dialog


def _links(window: MainWindow) -> QWidget:
    _busy()(window)
    window.plans.links_action.trigger()
    assert window.plans.relations.dialog is not None
    return window.plans.relations.dialog


def _duplicates(window: MainWindow) -> QWidget:
    _busy()(window)
    window.plans.duplicates_action.trigger()
    assert window.plans.relations.dialog is not None
    return window.plans.relations.dialog


def _numbering(window: MainWindow) -> QWidget:
    plan_id = demo_busy.busy(window.services, window.year())
    parts = plan_tree.body(window.services.plans.parts(plan_id))
    first = next(at for at, part in enumerate(parts) if part.level == 1)
    dialog = NumberingDialog(renumbered(plan_tree.deleted(parts, first)), window)
    dialog.open()
    return dialog


SCREENS: tuple[Screen, ...] = (
    Screen("ke-hoach-60-viec", _tasks, large=True, dark=True),
    Screen("ke-hoach-60-viec-cuon-ngang", _scrolled, large=True, dark=True),
    Screen("ke-hoach-60-viec-dong-loc", _filtered, large=True),
    Screen("ke-hoach-van-ban", _busy(1), large=True, dark=True),
    Screen("ke-hoach-dieu-chinh", _busy(2), large=True, dark=True),
    Screen("sua-nhieu-nhiem-vu", _bulk),
    Screen("chuyen-ky", _carry),
    Screen("chon-cot", _columns),
    Screen("lap-ke-hoach-moi", _new),
    Screen("phe-duyet-dieu-chinh", _approve),
    Screen("lien-ket-ke-hoach", _links, large=True, dark=True),
    Screen("nhiem-vu-trung", _duplicates, large=True, dark=True),
    Screen("danh-so-lai", _numbering),
)
