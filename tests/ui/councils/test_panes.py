"""The pages of a meeting, each by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication

from tests.services.sittings import BANG_KHEN, CSTD, LDTT, sitting
from tests.ui.councils.conftest import Open
from tests.ui.helpers import FakeFeedback, ImmediateRunner
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.councils.meetings import Presence, Verdict
from thidua_desktop.domain.ids import MeetingId
from thidua_desktop.domain.nominations import Nomination
from thidua_desktop.domain.papers import PaperKind, PaperRef, PaperUnknown, WrittenPapers
from thidua_desktop.services.container import Services
from thidua_desktop.services.meeting_papers import Format
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.councils.attendance_pane import AttendancePane, quorum_text
from thidua_desktop.ui.councils.ballot_dialog import BallotDialog, CountersDialog
from thidua_desktop.ui.councils.ballots_pane import BallotsPane
from thidua_desktop.ui.councils.bring_dialog import BringDialog
from thidua_desktop.ui.councils.conflict_dialog import ConflictDialog
from thidua_desktop.ui.councils.conflicts_pane import ConflictsPane
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import load
from thidua_desktop.ui.councils.line_rows import GroupBy, rows
from thidua_desktop.ui.councils.lines_pane import LinesPane
from thidua_desktop.ui.councils.papers_pane import PapersPane
from thidua_desktop.ui.councils.verdict_dialogs import LowerDialog
from thidua_desktop.ui.councils.verdicts_pane import VerdictsPane

T = TypeVar("T")
_FLAG = QItemSelectionModel.SelectionFlag


def select(grid: Grid, *lines: int) -> None:
    grid.selectionModel().clearSelection()
    for line in lines:
        index = grid.proxy.index(line, 0)
        grid.selectionModel().setCurrentIndex(index, _FLAG.Select | _FLAG.Rows)


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


# the lines


def test_lines_are_gathered_in_any_order_and_counted(open_pane: Open[LinesPane], services: Services) -> None:
    held = sitting(services, [LDTT, CSTD, BANG_KHEN])
    pane = open_pane(LinesPane, held.meeting)
    assert pane._counts.text() == "3 đề nghị: 3 cá nhân; 1 phải bỏ phiếu"
    shown = [row.line.award_id for row in pane.model.rows()]
    assert shown == [BANG_KHEN, CSTD, LDTT], "higher awards first"
    facts = load(services, held.meeting)
    assert [row.number for row in rows(facts, GroupBy.KIND)] == [1, 2, 3]
    for group in GroupBy:
        assert {row.line.nomination_id for row in rows(facts, group)} == set(held.lines)
    pane.groups.setCurrentIndex(1)
    pane.groups.activated.emit(1)
    assert {row.group for row in pane.model.rows()} == {"Sở Y tế"}


def test_lines_are_taken_out_with_a_reason_and_brought_again(
    open_pane: Open[LinesPane], services: Services, deeds: Deeds, feedback: FakeFeedback
) -> None:
    held = sitting(services, [LDTT, CSTD])
    pane = open_pane(LinesPane, held.meeting)
    assert not pane.bring_action.isEnabled()
    pane.grid.go_to(held.lines[0])
    pane.out_action.trigger()
    assert feedback.questions == ["Vì sao rút “Người Thứ 0”?"]
    assert [row.line.nomination_id for row in pane.model.rows()] == [held.lines[1]]
    assert pane._waiting.text() == "1 đủ điều kiện chưa trình"
    services.nominations.add(Nomination(held.round, RecipientKind.PERSON, "Người Mới", LDTT))
    pane.show_facts(load(services, held.meeting), editable=True)
    assert pane._waiting.text() == "1 đủ điều kiện chưa trình · 1 chưa trình được"
    assert pane._waiting.toolTip() == "Không đưa ra danh sách này: 1 “Mới nhập”."
    pane.bring_action.trigger()
    dialog = deeds.dialog
    assert isinstance(dialog, BringDialog)
    assert dialog.yes.text() == "Trình 1 đề nghị"
    dialog.choices.none.click()
    assert not dialog.yes.isEnabled()
    dialog.choices.search.setText("nguoi thu")
    dialog.choices.all.click()
    dialog.accept()
    assert len(pane.model.rows()) == 2


# who came


def test_attendance_says_at_once_whether_enough_came(
    open_pane: Open[AttendancePane], services: Services, feedback: FakeFeedback
) -> None:
    held = sitting(services, [LDTT], size=9, present=0)
    pane = open_pane(AttendancePane, held.meeting)
    assert pane.quorum.text() == "Chưa điểm danh. Cần ít nhất 6/9 thành viên có mặt."
    select(pane.grid, 0, 1, 2, 3, 4)
    pane.present_action.trigger()
    assert "còn thiếu 1, phiên họp chưa hợp lệ" in pane.quorum.text()
    select(pane.grid, 5)
    pane.written_action.trigger()
    assert pane.quorum.text().startswith("Có mặt 5/9 thành viên; 1 ý kiến bằng văn bản.")
    pane.model.enter({(6, 4): "co mat", (7, 5): "Đi công tác"})
    settle()
    came = {one.member_id: one.presence for one in services.meetings.standing(held.meeting).attendance}
    assert came[held.members[6]] is Presence.PRESENT
    assert came[held.members[7]] is Presence.EXCUSED, "a reason alone says that somebody was not there"
    assert "đủ điều kiện họp" in quorum_text(load(services, held.meeting))
    select(pane.grid, 0)
    pane.absent_action.trigger()
    assert "chưa có người chủ trì" in pane._faults.text()
    assert feedback.troubles == []


class Queue(ImmediateRunner):
    """Does the work when it is told to, as a worker that is behind."""

    def __init__(self, feedback: FakeFeedback) -> None:
        super().__init__(feedback)
        self.waiting: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None] | None = None,
        *,
        label: str = "",
    ) -> None:
        self.waiting.append(lambda: ImmediateRunner.run(self, work, done, failed))

    def catch_up(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def test_what_is_typed_while_something_is_being_written_is_not_lost(
    open_pane: Open[AttendancePane], services: Services, deeds: Deeds, feedback: FakeFeedback
) -> None:
    held = sitting(services, [LDTT], size=5, present=0)
    pane = open_pane(AttendancePane, held.meeting)
    behind = Queue(feedback)
    pane.deeds = Deeds(services, behind, deeds.navigation, feedback, preferences=deeds.preferences, window=deeds.window)
    select(pane.grid, 0)
    pane.present_action.trigger()
    pane.model.enter({(1, 4): "Có mặt"})
    settle()
    pane.refresh()  # read before anything was written
    pane.model.enter({(1, 6): "Ông Phó phòng"})
    settle()
    select(pane.grid, 2)
    pane.written_action.trigger()
    pane.everybody_action.trigger()
    assert not services.meetings.standing(held.meeting).attendance
    behind.catch_up()
    noted = {one.member_id: one for one in services.meetings.standing(held.meeting).attendance}
    came = [noted[member].presence for member in held.members]
    assert came == [Presence.PRESENT, Presence.PRESENT, Presence.WRITTEN, Presence.PRESENT, Presence.PRESENT]
    assert noted[held.members[1]].deputy == "Ông Phó phòng"
    assert feedback.troubles == []


# who does not vote


def test_conflicts_are_proposed_kept_and_dropped(
    open_pane: Open[ConflictsPane], services: Services, deeds: Deeds, feedback: FakeFeedback
) -> None:
    held = sitting(services, [LDTT, CSTD])
    seat = services.councils.members(services.meetings.get(held.meeting).council_id)
    services.councils.save_members(seat[0].council_id, [*seat[:3], replace(seat[3], name="Người Thứ 1"), *seat[4:]])
    pane = open_pane(ConflictsPane, held.meeting)
    (likely,) = pane.model.rows()
    assert not likely.kept and "hãy xác nhận" in pane._told.text()
    pane.accept_action.trigger()
    (kept,) = pane.model.rows()
    assert kept.kept and kept.conflict.reason == "Trường hợp của chính thành viên"
    pane.model.enter({(0, 3): "Là em ruột"})
    settle()
    assert services.meetings.standing(held.meeting).conflicts[0].reason == "Là em ruột"
    pane.add_action.trigger()
    dialog = deeds.dialog
    assert isinstance(dialog, ConflictDialog)
    dialog.lines.tick([held.lines[0]])
    assert not dialog.yes.isEnabled(), "a reason is missing"
    dialog.reason.setText("Vợ của thành viên")
    dialog.accept()
    assert len(pane.model.rows()) == 2
    select(pane.grid, 0)
    pane.drop_action.trigger()
    assert len(services.meetings.standing(held.meeting).conflicts) == 1
    assert feedback.troubles == []


# ballots


def test_ballots_are_opened_for_lines_and_taken_away(
    open_pane: Open[BallotsPane], services: Services, deeds: Deeds, feedback: FakeFeedback
) -> None:
    held = sitting(services, [CSTD, LDTT, CSTD], size=5, present=4, written=1)
    pane = open_pane(BallotsPane, held.meeting)
    assert "Còn 2 đề nghị phải bỏ phiếu" in pane._waiting.text()
    pane.open_action.trigger()
    dialog = deeds.dialog
    assert isinstance(dialog, BallotDialog)
    assert dialog.chosen() == (held.lines[0], held.lines[2])
    dialog.lines.tick([held.lines[0]])
    dialog.counters.setText("Ủy viên 1; Ủy viên 2;")
    dialog.accept()
    (state,) = pane.model.rows()
    assert state.ballot.counters == ("Ủy viên 1", "Ủy viên 2")
    pane.tellers_action.trigger()
    counters = deeds.dialog
    assert isinstance(counters, CountersDialog)
    counters.counters.setText("Ủy viên 3")
    counters.accept()
    assert services.ballots.of_meeting(held.meeting)[0].ballot.counters == ("Ủy viên 3",)
    pane.open_ballot()
    second = deeds.dialog
    assert isinstance(second, BallotDialog)
    assert second.chosen() == (held.lines[2],), "another round of voting takes what is left"
    assert second.tellers() == ("Ủy viên 3",), "the same people count again"
    second.accept()
    assert [one.ballot.number for one in pane.model.rows()] == [1, 2]
    pane.grid.go_to(pane.model.rows()[1].ballot.id)
    pane.discard_action.trigger()
    assert feedback.questions == ["Bỏ lần bỏ phiếu 2?"]
    assert len(pane.model.rows()) == 1


def test_the_papers_of_a_ballot_are_those_that_are_listed(
    open_pane: Open[BallotsPane], services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = sitting(services, [CSTD], size=5, present=4)
    pane = open_pane(BallotsPane, held.meeting)
    asked: list[PaperRef] = []

    def write(_meeting: MeetingId, ref: PaperRef, _out: Path, _format: Format) -> Path:
        asked.append(ref)
        raise PaperUnknown(kind="", key="")

    monkeypatch.setattr(services.meeting_papers, "write", write)
    pane.opinion_action.trigger()
    assert asked == [PaperRef(PaperKind.OPINIONS)]
    assert asked[0] in {row.ref for row in services.meeting_papers.catalogue(held.meeting)}
    pane.deeds.do(lambda: services.ballots.open(held.meeting), "Đã lập phiếu.")
    asked.clear()
    for each in pane.of_papers:
        each.trigger()
    assert [ref.kind for ref in asked] == [PaperKind.BALLOT_A4, PaperKind.BALLOT_A5, PaperKind.OPINIONS]
    assert set(asked) <= {row.ref for row in services.meeting_papers.catalogue(held.meeting)}


# verdicts


def test_the_council_agrees_holds_lowers_and_refuses(
    open_pane: Open[VerdictsPane], services: Services, deeds: Deeds, feedback: FakeFeedback
) -> None:
    held = sitting(services, [CSTD, LDTT, BANG_KHEN, LDTT], size=10, present=10)
    held.vote([7])
    pane = open_pane(VerdictsPane, held.meeting)
    assert pane.told.text() == "4 đề nghị: đã ghi kết luận 0, có dự kiến 4, chờ kiểm phiếu 0."
    by_line = {row.line.nomination_id: row for row in pane.model.rows()}
    voted = by_line[held.lines[0]]
    assert (voted.votes.agree, voted.votes.base, voted.votes.needed) == (7, 10, 8)  # type: ignore[union-attr]
    assert voted.share == "70,00 %"
    pane.grid.go_to(held.lines[0])
    assert pane._basis.text().startswith("Căn cứ tỷ lệ: ")
    pane.agree_action.trigger()
    assert [trouble.code for trouble in feedback.troubles] == ["meeting.not_passed"]
    pane.grid.go_to(held.lines[1])
    feedback.text = "Chờ kết luận thanh tra"
    pane.hold_action.trigger()
    pane.grid.go_to(held.lines[2])
    pane.lower_action.trigger()
    dialog = deeds.dialog
    assert isinstance(dialog, LowerDialog)
    first = services.awards.get(dialog.lowered_to())
    assert first.kind == services.awards.get(BANG_KHEN).kind, "a form is lowered to a form"
    dialog.reason.setText("Chưa đủ thời gian")
    dialog.accept()
    pane.grid.clearSelection()
    pane.apply_action.trigger()
    said = {row.line.nomination_id: row.line.verdict for row in services.meetings.lines(held.meeting)}
    assert said == {
        held.lines[0]: Verdict.REFUSED,
        held.lines[1]: Verdict.POSTPONED,
        held.lines[2]: Verdict.LOWERED,
        held.lines[3]: Verdict.AGREED,
    }
    reason = next(at for at, column in enumerate(pane.model.columns) if column.key == "reason")
    line = pane.model.line_of(held.lines[1])
    assert line is not None
    pane.model.enter({(line, reason): "Chờ kết luận của Thanh tra tỉnh"})
    settle()
    kept = next(row.line for row in services.meetings.lines(held.meeting) if row.line.nomination_id == held.lines[1])
    assert kept.reason == "Chờ kết luận của Thanh tra tỉnh"


# papers


def test_every_paper_is_listed_shown_and_written(
    open_pane: Open[PapersPane],
    services: Services,
    feedback: FakeFeedback,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = sitting(services, [CSTD, LDTT], size=5, present=5)
    pane = open_pane(PapersPane, held.meeting)
    by_kind = {row.ref.kind: row for row in pane.model.rows()}
    assert by_kind[PaperKind.LIST_AWARD].lacks is None
    assert by_kind[PaperKind.MINUTES].lacks is not None
    pane.grid.go_to(by_kind[PaperKind.MINUTES].ref)
    assert not pane.show_action.isEnabled()
    pane.show_paper()
    assert feedback.said, "it says why"
    pane.grid.go_to(by_kind[PaperKind.LIST_AWARD].ref)
    assert pane.excel_action.isEnabled()
    written: list[tuple[Path, PaperRef, Format]] = []
    wholes: list[tuple[Path, tuple[Format, ...]]] = []

    def write(_meeting: MeetingId, ref: PaperRef, out: Path, format: Format) -> Path:
        written.append((out, ref, format))
        return out

    def write_all(_meeting: MeetingId, folder: Path, formats: tuple[Format, ...]) -> WrittenPapers:
        folder.mkdir()
        wholes.append((folder, formats))
        return WrittenPapers(folder, (folder / "Giấy mời.pdf",), tuple(row for row in rows_ if row.lacks is not None))

    rows_ = pane.model.rows()
    monkeypatch.setattr(services.meeting_papers, "write", write)
    monkeypatch.setattr(services.meeting_papers, "write_all", write_all)
    feedback.target = tmp_path / "Danh sách.docx"
    pane.write(Format.DOCX)
    assert written == [(feedback.target, PaperRef(PaperKind.LIST_AWARD), Format.DOCX)]
    feedback.folder = tmp_path
    pane.write_all()
    pane.with_word.setChecked(True)
    pane.write_all()
    assert [folder.parent for folder, _ in wholes] == [tmp_path, tmp_path]
    assert wholes[0][0] != wholes[1][0], "the papers of before stay as they are"
    assert [formats for _, formats in wholes] == [(Format.PDF,), (Format.PDF, Format.DOCX)]
    lacking = sum(row.lacks is not None for row in rows_)
    assert feedback.said[-1].endswith(f"Còn {lacking} giấy tờ chưa lập được; xem cột Tình trạng.")


# the line at the cursor


def test_a_deed_is_done_to_the_line_at_the_cursor_where_none_is_selected(
    open_pane: Open[AttendancePane], services: Services
) -> None:
    """Ctrl+Home goes to the first line and selects nothing; the key after it must not be lost."""
    held = sitting(services, [LDTT], size=5, present=0)
    pane = open_pane(AttendancePane, held.meeting)
    pane.grid.selectionModel().setCurrentIndex(pane.grid.proxy.index(0, 0), _FLAG.NoUpdate)
    assert not pane.grid.selected()
    pane.present_action.trigger()
    (noted,) = services.meetings.standing(held.meeting).attendance
    assert noted.member_id == held.members[0]
