"""A dialog goes when it is closed, and not before what it asked for has been answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.helpers import FakeFeedback
from tests.ui.test_undoable import LateRunner
from thidua_desktop.ui.common.dialogs import Form, TextDialog, delete_when_closed
from thidua_desktop.ui.common.widgets import label


def _let_qt_delete() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_closed_dialog_goes_after_the_answer_to_what_it_asked_for(qtbot: QtBot) -> None:
    above, runner = QWidget(), LateRunner(FakeFeedback())
    qtbot.addWidget(above)
    dialog = TextDialog("Lý do", "Vì sao?", yes="Ghi", parent=above)
    told: list[str] = []

    def keep() -> None:
        runner.run(lambda: "đã ghi", lambda answer: told.append(f"{dialog.windowTitle()}: {answer}"))

    dialog.accepted.connect(keep)
    delete_when_closed(dialog, runner)
    dialog.set_text("vì thế")
    dialog.open()
    dialog.accept()
    _let_qt_delete()
    assert isValid(dialog), "the answer is still to come"
    runner.answer()
    _let_qt_delete()
    assert told == ["Lý do: đã ghi"]
    assert not isValid(dialog)
    assert above.findChildren(TextDialog) == []


def test_a_dialog_that_went_with_its_window_is_no_trouble(qtbot: QtBot) -> None:
    above, runner = QWidget(), LateRunner(FakeFeedback())
    dialog = TextDialog("Lý do", "Vì sao?", yes="Ghi", parent=above)
    delete_when_closed(dialog, runner)
    dialog.open()
    dialog.reject()
    above.deleteLater()
    _let_qt_delete()
    assert not isValid(dialog)
    runner.answer()


def test_a_sentence_leaves_no_hole_above_the_buttons(qtbot: QtBot) -> None:
    form = Form("Ghi số", yes="Ghi")
    qtbot.addWidget(form)
    said = label("Danh sách được khóa theo đúng thứ tự đang xếp; thứ tự là số sổ vàng. " * 3, wrap=True)
    form.content.addWidget(said)
    form.content.addStretch(1)
    form.setMinimumWidth(700)
    form.show()
    assert said.height() == said.heightForWidth(said.width())
    layout = form.layout()
    assert layout is not None
    assert form.height() == layout.totalHeightForWidth(form.width())
