"""The pictures of the tab of decisions: the list, its dialogs, what went up, the register, the fund."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.services import demo_councils
from thidua_desktop.ui.decisions.decision_dialog import DecisionDialog
from thidua_desktop.ui.decisions.decisions_pane import DecisionsPane
from thidua_desktop.ui.decisions.fund_pane import FundPane
from thidua_desktop.ui.decisions.parts import DECISIONS as PART
from thidua_desktop.ui.decisions.parts import FUND, REGISTER, SENT_UP
from thidua_desktop.ui.decisions.register_pane import RegisterPane
from thidua_desktop.ui.decisions.sent_up_pane import SentUpPane
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.screen import Screen, settle
from thidua_desktop.ui.showing import DECISIONS

_S = DecisionState


def _pane(window: MainWindow, part: int) -> QWidget:
    demo_councils.build(window.services, window.year())  # nothing where the sample office has been there already
    window.show_page(DECISIONS)
    window.decisions.show_part(part)
    window.decisions.show_year(window.year())
    settle(window)
    return window.decisions.pane()


def _decisions(window: MainWindow, *states: DecisionState) -> DecisionsPane:
    """The list with a decision of one of these states in front, the first that there is."""
    pane = _pane(window, PART)
    assert isinstance(pane, DecisionsPane)
    held = window.services.decisions.of_year(window.year())
    wanted = next((one for state in states for one in held if one.state is state and one.lines), None)
    if wanted is not None and wanted.id is not None:
        pane.show_decision(wanted.id)
    settle(window)
    return pane


def _list(*states: DecisionState) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        _decisions(window, *states).take_focus()
        return window

    return show


def _dialog(pane: DecisionsPane, deed: QAction, window: MainWindow) -> QWidget:
    pane.grid.selectRow(0)
    deed.trigger()
    settle(window)
    return pane.deeds.dialog or window


def _asked(deed: Callable[[DecisionsPane], QAction], *states: DecisionState) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        pane = _decisions(window, *states)
        return _dialog(pane, deed(pane), window)

    return show


def _names(window: MainWindow) -> QWidget:
    """A name of a draft is written with another letter than the council's, as it comes in lists."""
    pane = _decisions(window, _S.DRAFT)
    decision = pane.current()
    if decision is not None and decision.id is not None and decision.lines:
        line = decision.lines[0]
        wrong = replace(line, name=f"{line.name.rstrip().replace('à', 'ả').replace('ị', 'i')} ")
        window.services.hand_decisions.change_lines(decision.id, [wrong])
    return _dialog(pane, pane.names_action, window)


def _bases(window: MainWindow) -> QWidget:
    pane = _decisions(window, _S.DRAFT, _S.TO_SIGN)
    dialog = _dialog(pane, pane.edit, window)
    if isinstance(dialog, DecisionDialog):
        dialog.tabs.setCurrentIndex(1)
    return dialog


def _certificates(*states: DecisionState) -> Callable[[MainWindow], QWidget]:
    def show(window: MainWindow) -> QWidget:
        pane = _decisions(window, *states)
        pane.grid.clearSelection()
        pane.certificates.trigger()
        settle(window)
        return pane.certifying.dialog or window

    return show


def _certificate(window: MainWindow) -> QWidget:
    """On plain paper, so that all of it is seen."""
    pane = _decisions(window, _S.CORRECTED, _S.SIGNED, _S.ISSUED)
    pane.certificates.trigger()
    settle(window)
    dialog = pane.certifying.dialog
    if dialog is None:
        return window
    dialog.choose("giay-khen-a4-trang", "")
    dialog.yes.click()
    settle(window)
    return pane.deeds.preview or window


def _paper(window: MainWindow) -> QWidget:
    pane = _decisions(window, _S.SIGNED, _S.ISSUED)
    pane.preview.trigger()
    settle(window)
    return pane.deeds.preview or window


def _papers(window: MainWindow) -> QWidget:
    pane = _decisions(window, _S.SIGNED, _S.ISSUED)
    pane.paper_menu.popup(window.mapToGlobal(window.rect().center()))
    settle(window)
    return pane.paper_menu


def _no_decisions(window: MainWindow) -> QWidget:
    _pane(window, PART)
    window.show_year(window.year() + 1)
    return window


def _sent_up(window: MainWindow) -> SentUpPane:
    pane = _pane(window, SENT_UP)
    assert isinstance(pane, SentUpPane)
    return pane


def _sent_up_list(window: MainWindow) -> QWidget:
    _sent_up(window).take_focus()
    return window


def _answer(window: MainWindow) -> QWidget:
    pane = _sent_up(window)
    pane.grid.selectAll()
    pane.answer.trigger()
    settle(window)
    return pane.deeds.dialog or window


def _register(window: MainWindow) -> RegisterPane:
    pane = _pane(window, REGISTER)
    assert isinstance(pane, RegisterPane)
    return pane


def _register_list(window: MainWindow) -> QWidget:
    _register(window).table.setFocus()
    settle(window)
    return window


def _register_found(window: MainWindow) -> QWidget:
    pane = _register(window)
    pane.search.setText("nguyen thi")
    pane.look()
    settle(window)
    return window


def _confirmation(window: MainWindow) -> QWidget:
    pane = _register(window)
    pane.table.setFocus()
    settle(window)
    pane.confirm.trigger()
    settle(window)
    return pane.deeds.dialog or window


def _fund(window: MainWindow) -> QWidget:
    pane = _pane(window, FUND)
    pane.setFocus()
    return window


def _booked(window: MainWindow) -> QWidget:
    pane = _pane(window, FUND)
    assert isinstance(pane, FundPane)
    pane.expense.trigger()
    settle(window)
    return pane.deeds.dialog or window


SCREENS: tuple[Screen, ...] = (
    Screen("quyet-dinh", _list(_S.CORRECTED, _S.ISSUED, _S.SIGNED), large=True, dark=True),
    Screen("quyet-dinh-du-thao", _list(_S.DRAFT)),
    Screen("quyet-dinh-trong", _no_decisions),
    Screen("sua-quyet-dinh", _asked(lambda pane: pane.edit, _S.DRAFT, _S.TO_SIGN)),
    Screen("can-cu-quyet-dinh", _bases),
    Screen("lap-du-thao", _asked(lambda pane: pane.draft, _S.DRAFT)),
    Screen("them-dong-quyet-dinh", _asked(lambda pane: pane.add_lines, _S.DRAFT)),
    Screen("doi-chieu-ho-ten", _names, large=True, dark=True),
    Screen("ghi-so-ngay-ky", _asked(lambda pane: pane.sign, _S.TO_SIGN)),
    Screen("dinh-chinh", _asked(lambda pane: pane.correct, _S.SIGNED, _S.ISSUED, _S.CORRECTED)),
    Screen("thu-hoi", _asked(lambda pane: pane.withdraw, _S.SIGNED, _S.ISSUED, _S.CORRECTED)),
    Screen("tien-thuong", _asked(lambda pane: pane.bonus, _S.SIGNED, _S.ISSUED), large=True),
    Screen("ban-in-quyet-dinh", _paper),
    Screen("menu-in-quyet-dinh", _papers),
    Screen("in-giay-khen", _certificates(_S.CORRECTED, _S.SIGNED, _S.ISSUED), large=True, dark=True),
    Screen("in-giay-khen-du-thao", _certificates(_S.DRAFT)),
    Screen("ban-in-giay-khen", _certificate),
    Screen("trinh-cap-tren", _sent_up_list),
    Screen("ket-qua-cap-tren", _answer),
    Screen("so-khen-thuong", _register_list, large=True, dark=True),
    Screen("so-khen-thuong-tim", _register_found),
    Screen("giay-xac-nhan", _confirmation),
    Screen("quy-khen-thuong", _fund, large=True),
    Screen("ghi-so-quy", _booked),
)
