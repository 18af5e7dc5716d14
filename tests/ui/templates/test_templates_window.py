"""The window of the templates: what is used, what is wrong with it, going back to the original."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.reports.templates.fillings import template
from tests.ui.helpers import FakeFeedback, ImmediateRunner, unnamed
from thidua_desktop.domain.paper_templates import TemplateKind, every_field
from thidua_desktop.services.templates import TemplateService
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.templates.window import TemplatesWindow

Key = Qt.Key


class Desk:
    """As much of the services as the window asks for."""

    def __init__(self, folder: Path) -> None:
        self.templates = TemplateService(folder)
        self.read_only = False


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "mau-van-ban")


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, feedback: FakeFeedback, preferences: Preferences) -> Iterator[TemplatesWindow]:
    window = TemplatesWindow(desk, ImmediateRunner(feedback), preferences=preferences, feedback=feedback)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    yield window


def test_every_paper_is_there_and_uses_the_original(shown: TemplatesWindow) -> None:
    assert [row.kind for row in shown.papers.rows()] == list(TemplateKind)
    assert {shown.grid.proxy.index(at, 1).data() for at in range(6)} == {"Mẫu gốc của chương trình"}
    assert not shown.back.isEnabled()
    assert shown.remarks.isHidden()


def test_the_models_keep_qts_rules(shown: TemplatesWindow, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(shown.papers)
    qtmodeltester.check(shown.fields)


def test_everything_has_a_name(shown: TemplatesWindow) -> None:
    assert unnamed(shown) == []


def test_control_and_enter_open_the_offices_own_copy(
    qtbot: QtBot, shown: TemplatesWindow, desk: Desk, feedback: FakeFeedback
) -> None:
    shown.grid.go_to(TemplateKind.MINUTES)
    qtbot.keyClick(shown.grid, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert feedback.opened == [desk.templates.folder / "bien-ban.docx"]
    assert shown.grid.proxy.index(2, 1).data() == "Mẫu của cơ quan"
    assert shown.grid.proxy.index(2, 3).data() == "Dùng được"
    assert shown.back.isEnabled()


def test_what_is_wrong_is_told_with_field_and_place(
    qtbot: QtBot, shown: TemplatesWindow, desk: Desk, tmp_path: Path
) -> None:
    desk.templates.folder.mkdir()
    template(tmp_path, "{{ nguoi_kyy }}").replace(desk.templates.folder / "quyet-dinh.docx")
    qtbot.keyClick(shown, Key.Key_F5)
    assert shown.grid.proxy.index(0, 3).data() == "Chưa dùng được"
    assert shown.remarks.isVisible()
    assert "Không có trường “nguoi_kyy”: thân văn bản, đoạn 1" in shown.remarks.text()


def test_the_original_comes_back_after_a_question(
    qtbot: QtBot, shown: TemplatesWindow, desk: Desk, feedback: FakeFeedback
) -> None:
    qtbot.mouseClick(shown.edit, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shown.back, Qt.MouseButton.LeftButton)
    assert "Quyết định khen thưởng" in feedback.questions[0]
    assert desk.templates.own(TemplateKind.DECISION) is None
    assert "quyet-dinh - bản cũ.docx" in feedback.said[-1]
    assert not shown.back.isEnabled()


def test_the_fields_are_those_of_the_paper_in_front(shown: TemplatesWindow) -> None:
    for kind in TemplateKind:
        shown.grid.go_to(kind)
        assert [(one.field, one.owner) for one in shown.fields.rows()] == list(every_field(kind))


def test_a_file_that_is_only_read_keeps_its_templates(
    qtbot: QtBot, shown: TemplatesWindow, desk: Desk, feedback: FakeFeedback
) -> None:
    desk.read_only = True
    shown.reload()
    assert not shown.edit.isEnabled()
    shown.open_in_word()
    assert feedback.opened == []


def test_an_empty_folder_is_said(qtbot: QtBot, shown: TemplatesWindow, feedback: FakeFeedback) -> None:
    qtbot.mouseClick(shown.folder, Qt.MouseButton.LeftButton)
    assert "chưa có mẫu riêng" in feedback.said[-1]
