"""The tab in the main window: records behind figures are shown where they are worked on, the search knows reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.ui.helpers import FakeFeedback
from tests.ui.reports.conftest import Filled
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.ids import RoundId, UnitId
from thidua_desktop.domain.movements import LaunchLevel, Movement, MovementMethod, MovementScope
from thidua_desktop.domain.nominations import Round
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.services.report_archive import Dispatch
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.palette.records import everything
from thidua_desktop.ui.reports.archive_window import ArchiveWindow
from thidua_desktop.ui.reports.movements_window import MovementsWindow
from thidua_desktop.ui.reports.parts import FORMS
from thidua_desktop.ui.showing import NOMINATIONS, REPORTS


def test_records_of_reports_are_shown_and_found(
    window: MainWindow, filled: Filled, services: Services, feedback: FakeFeedback, tmp_path: Path
) -> None:
    wanted = Movement("Thi đua chuyển đổi số", 2023, MovementScope.OFFICE, LaunchLevel.OFFICE, MovementMethod.TOPICAL)
    (movement,) = services.movements.save(wanted).created
    (tmp_path / "bao-cao.docx").write_bytes(b"Bao cao")
    sent = Dispatch("year", "Báo cáo tổng kết năm 2023", periods.year(2023), date(2023, 12, 15), "UBND tỉnh")
    (report,) = services.report_archive.keep(tmp_path / "bao-cao.docx", sent).created
    hits = {(hit.record and hit.record[0], hit.title) for hit in everything(services)}
    assert {(Kind.MOVEMENT, wanted.name), (Kind.SENT_REPORT, sent.title)} <= hits

    window.open_record(Kind.MOVEMENT.value, movement)
    assert window.tabs.currentIndex() == REPORTS
    movements = window.findChild(MovementsWindow)
    assert isinstance(movements, MovementsWindow)
    current = movements.grid.current()
    assert current is not None
    assert current.name == wanted.name
    movements.close()

    window.open_record(Kind.SENT_REPORT.value, report)
    archive = window.findChild(ArchiveWindow)
    assert isinstance(archive, ArchiveWindow)
    assert archive.grid.current_key() == report
    archive.close()

    window.open_record(Kind.FIGURE.value, 1)
    assert window.reports.parts.currentIndex() == FORMS
    window.open_record(Kind.REGISTRATION.value, 4711)
    assert len(feedback.troubles) == 1, "a registration that is not there is said, nothing else happens"


def test_what_a_unit_has_sent_is_shown_in_its_round(window: MainWindow, filled: Filled, services: Services) -> None:
    unit_id = UnitId(services.units.save(Unit("Xã Hòa Bình")).created[0])
    round_id = RoundId(services.nominations.save_round(Round("Tổng kết năm 2023", 2023)).created[0])
    (submission,) = services.submissions.expect(round_id, [unit_id]).created
    window.open_record(Kind.SUBMISSION.value, submission)
    assert (window.tabs.currentIndex(), window.year()) == (NOMINATIONS, 2023)
    assert window.pages.submitting.board.cards.chosen_id() == submission
