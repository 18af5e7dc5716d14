"""The checklist beside the lines: whole by keyboard, for one line, for many, for the whole submission."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Make
from tests.ui.helpers import FakeFeedback, ImmediateRunner, unnamed
from tests.ui.submissions.conftest import AN, BINH, HEALTH
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.dossiers import Checklist, DocumentState
from thidua_desktop.domain.ids import NominationId, RoundId
from thidua_desktop.domain.nominations import NominationState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.preferences import Preferences
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.submissions.dossier_panel import DossierPanel

D, Key = DocumentState, Qt.Key


@pytest.fixture
def panel(services: Services, make: Make, round_id: RoundId) -> DossierPanel:
    made = make(DossierPanel, 366, 600)
    made.show()
    show(made, services, AN)
    return made


def show(panel: DossierPanel, services: Services, *ids: NominationId) -> None:
    panel.show_lines([services.nominations.get(each) for each in ids], "Sở Y tế")
    panel.table.selectRow(0)


def states(services: Services, line: NominationId = AN) -> list[DocumentState]:
    return [each.state for each in services.dossiers.of_lines([line])[line].documents]


def test_space_and_figures_say_what_was_found(qtbot: QtBot, services: Services, panel: DossierPanel) -> None:
    for expected in (D.PRESENT, D.MISSING, D.UNCHECKED, D.PRESENT):
        qtbot.keyClick(panel.table, Key.Key_Space)
        assert states(services)[0] is expected
    for key, expected in (
        (Key.Key_2, D.COPY),
        (Key.Key_3, D.FAULTY),
        (Key.Key_5, D.NOT_NEEDED),
        (Key.Key_0, D.UNCHECKED),
    ):
        qtbot.keyClick(panel.table, key)
        assert states(services)[0] is expected
    assert all(state is D.UNCHECKED for state in states(services)[1:])


def test_several_documents_at_once(qtbot: QtBot, services: Services, panel: DossierPanel) -> None:
    panel.table.selectAll()
    qtbot.keyClick(panel.table, Key.Key_1)
    assert set(states(services)) == {D.PRESENT}


def test_many_lines_are_marked_together_and_tell_their_differences(
    qtbot: QtBot, services: Services, panel: DossierPanel
) -> None:
    code = services.dossiers.of_lines([BINH])[BINH].documents[0].code
    services.dossiers.mark([BINH], [code], D.MISSING)
    show(panel, services, AN, BINH)
    assert "Thiếu 1" in panel.table.model().index(0, 1).data()
    qtbot.keyClick(panel.table, Key.Key_1)
    assert states(services, AN)[0] is states(services, BINH)[0] is D.PRESENT


def test_what_is_said_of_the_submission_stands_on_it(qtbot: QtBot, services: Services, panel: DossierPanel) -> None:
    panel.scope.setCurrentIndex(1)
    qtbot.keyClick(panel.table, Key.Key_1)
    assert states(services, AN)[0] is states(services, BINH)[0] is D.PRESENT
    assert services.dossiers.of_submission(HEALTH).documents[0].state is D.PRESENT
    assert "chung" in panel.table.model().index(0, 1).data()
    assert panel.scope.currentIndex() == 1


def test_the_proposal_is_taken_by_key(
    qtbot: QtBot, services: Services, panel: DossierPanel, navigation: Navigation
) -> None:
    heard: list[Changes] = []
    navigation.changes_made.connect(heard.append)
    assert not panel.settle.isVisible()
    qtbot.keyClick(panel.table, Key.Key_4)
    assert panel.settle.isVisible()
    qtbot.keyClick(panel.table, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert services.nominations.get(AN).state is NominationState.DOSSIER_MISSING
    assert [changes.operation for changes in heard] == ["dossier.mark", "dossier.settle"]


def test_a_file_is_chosen_opened_and_taken_away(
    qtbot: QtBot, services: Services, panel: DossierPanel, feedback: FakeFeedback, tmp_path: Path
) -> None:
    feedback.file = tmp_path / "to-trinh.pdf"
    feedback.file.write_bytes(b"%PDF")
    panel.attach_action.trigger()
    (file,) = services.dossiers.of_lines([AN])[AN].documents[0].files
    assert states(services)[0] is D.PRESENT
    qtbot.keyClick(panel.table, Key.Key_Return)
    assert [path.name for path in feedback.opened] == ["to-trinh.pdf"]
    menu = panel.file_menu((file,))
    assert [action.text() for action in menu.actions()] == ["to-trinh.pdf", "Bỏ tệp"]
    panel.detach(file)
    assert services.dossiers.of_lines([AN])[AN].documents[0].files == ()


def test_files_are_dropped_on_a_document(services: Services, panel: DossierPanel, tmp_path: Path) -> None:
    paths = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for path in paths:
        path.write_bytes(path.name.encode())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where = panel.table.visualRect(panel.table.model().index(1, 0)).center()
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    panel.table.dropEvent(event)
    files = services.dossiers.of_lines([AN])[AN].documents[1].files
    assert [file.file_name for file in files] == ["a.pdf", "b.pdf"]


def test_a_file_for_many_lines_asks_whose_it_is(
    services: Services, panel: DossierPanel, feedback: FakeFeedback, tmp_path: Path
) -> None:
    show(panel, services, AN, BINH)
    assert not panel.attach_action.isEnabled()
    panel.table.files_wanted.emit("to_trinh", (tmp_path / "a.pdf",))
    assert "Ghi cho" in feedback.said[-1]


def test_a_note_and_a_document_that_the_law_does_not_name(
    qtbot: QtBot, services: Services, panel: DossierPanel, feedback: FakeFeedback
) -> None:
    feedback.text = "thiếu dấu"
    qtbot.keyClick(panel.table, Key.Key_3)
    qtbot.keyClick(panel.table, Key.Key_F2)
    assert services.dossiers.of_lines([AN])[AN].documents[0].note == "thiếu dấu"
    feedback.text = "Bản sao CCCD"
    panel.add_action.trigger()
    last = services.dossiers.of_lines([AN])[AN].documents[-1]
    assert (last.code, last.state) == ("Bản sao CCCD", D.MISSING)


def test_nothing_chosen_says_what_to_do_and_a_closed_year_is_left_alone(
    qtbot: QtBot, services: Services, panel: DossierPanel
) -> None:
    panel.lock(True)
    qtbot.keyClick(panel.table, Key.Key_Space)
    assert states(services)[0] is D.UNCHECKED
    panel.show_lines((), "")
    assert panel.pages.currentIndex() == 1
    assert "Chọn một hay nhiều dòng" in panel._empty.text()


def test_names_and_model(panel: DossierPanel, qtmodeltester: ModelTester) -> None:
    assert unnamed(panel) == []
    qtmodeltester.check(panel.table._model)


def test_before_a_line_is_chosen_nothing_can_be_done(  # noqa: PLR0917 - fixtures
    qtbot: QtBot,
    services: Services,
    runner: ImmediateRunner,
    navigation: Navigation,
    feedback: FakeFeedback,
    preferences: Preferences,
) -> None:
    made = DossierPanel(services, runner, navigation, feedback, preferences=preferences)
    qtbot.addWidget(made)
    made.show()
    assert made.pages.currentIndex() == 1
    assert not made.settle.isVisible()
    assert not made.every_action.isEnabled()


def test_lines_told_again_are_looked_at_again_only_after_a_change(
    services: Services, navigation: Navigation, panel: DossierPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[NominationId]] = []
    of_lines = services.dossiers.of_lines

    def counted(ids: Iterable[NominationId]) -> Mapping[NominationId, Checklist]:
        asked.append(list(ids))
        return of_lines(asked[-1])

    monkeypatch.setattr(services.dossiers, "of_lines", counted)
    lines = (services.nominations.get(AN),)
    panel.show_lines(lines, "Sở Y tế")
    panel.show_lines(lines, "Sở Y tế")
    panel.show_lines(tuple(lines), "Sở Y tế")
    assert len(asked) == 1
    code = panel.table.rows()[0].code
    navigation.changes_made.emit(services.dossiers.mark([AN], [code], D.MISSING))
    panel.show_lines(lines, "Sở Y tế")
    assert len(asked) > 1
    assert panel.table.rows()[0].state is D.MISSING
