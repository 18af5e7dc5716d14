"""The window hands lists on: to the round in front, or to the directory while that is in front."""

from __future__ import annotations

from pathlib import Path

from tests.ui.doctor.conftest import CLEAN, write
from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.ids import RoundId
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.showing import DIRECTORY


def test_lists_go_where_one_is_and_a_template_is_written(
    round_id: RoundId, window: MainWindow, feedback: FakeFeedback, tmp_path: Path
) -> None:
    receiving = window.receiving
    window.show_year(2024)
    window.show_page(2)
    window.nominations.show_round(round_id)
    assert receiving.where().round_id == round_id
    receiving.take([write(tmp_path / "a.xlsx", CLEAN)])
    assert receiving.intake.shown is not None
    receiving.intake.shown.reject()
    receiving.take([tmp_path])
    assert receiving.board is not None
    receiving.board.close()
    exporting = receiving.exporting
    exporting.ask()
    assert exporting.dialog is not None
    first, second, *_ = exporting.dialog.columns()
    exporting.dialog.list.setCurrentRow(0)
    exporting.dialog._move(1)
    assert exporting.dialog.columns()[:2] == (second, first)
    feedback.text = "Mẫu của phòng"
    exporting.dialog.keep_wanted.emit()
    assert exporting.dialog.choices.currentText() == "Mẫu của phòng"
    assert exporting.dialog.columns()[:2] == (second, first)
    exporting.dialog.remove.click()
    assert exporting.dialog.choices.count() == 1
    assert not exporting.dialog.remove.isEnabled()
    feedback.target = tmp_path / "Trích ngang.xlsx"
    exporting.dialog.accept()
    assert feedback.target.exists()
    window.show_page(DIRECTORY)
    assert receiving.where().target is ListTarget.PEOPLE
    receiving.ask_template()
    assert receiving.dialog is not None
    assert receiving.dialog.target() is ListTarget.PEOPLE
    receiving.dialog.unit.setText("Đơn vị không có trong danh bạ")
    assert not receiving.dialog.yes.isEnabled()
    receiving.dialog.unit.clear()
    feedback.target = tmp_path / "Mẫu.xlsx"
    receiving.dialog.accept()
    assert feedback.target.exists()
    assert "Đã ghi tệp mẫu “Mẫu.xlsx”" in feedback.said[-1]
