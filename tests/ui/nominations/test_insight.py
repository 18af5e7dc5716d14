"""The findings beside the list: they follow the cursor and every change, and are answered where they are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback
from tests.ui.nominations.conftest import CSTDCS, RoundOf2024
from thidua_desktop.domain.changes import Changes, Kind
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind, Verdict
from thidua_desktop.domain.evidence import Initiative, MeritKind, Rating, Reach, YearRating
from thidua_desktop.domain.facts import KeptFact
from thidua_desktop.domain.ids import RecipientId
from thidua_desktop.domain.nominations import NominationState, Round
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.finding_lines import LineKind
from thidua_desktop.ui.navigation import Navigation
from thidua_desktop.ui.nominations.ask_dialog import AskDialog
from thidua_desktop.ui.nominations.fact_fields import RatingFields
from thidua_desktop.ui.nominations.found_columns import verdict_text
from thidua_desktop.ui.nominations.lines import GroupBy, Line
from thidua_desktop.ui.nominations.override_dialog import OverrideDialog
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.nominations.recipient_fields import InitiativeOrNone
from thidua_desktop.ui.nominations.tie_dialog import TieDialog

S = NominationState


@pytest.fixture
def tied(page: NominationsPage, round_2024: RoundOf2024, services: Services) -> NominationsPage:
    """All lines tied to recipients; the cursor is on Bùi Văn Đạt, who is nominated for CSTĐCS."""
    services.ties.tie_round(round_2024.id)
    page.reload()
    page.grid.go_to(round_2024.ids["dat"])
    return page


def line(page: NominationsPage, round_2024: RoundOf2024, name: str) -> Line:
    return next(one for one in page.model.rows() if one.nomination.id == round_2024.ids[name])


def recipient_of(round_2024: RoundOf2024, name: str) -> RecipientId:
    found = round_2024.line(name).recipient_id
    assert found is not None
    return found


def test_every_line_has_a_verdict_and_the_panel_follows_the_cursor(
    page: NominationsPage, round_2024: RoundOf2024
) -> None:
    assert all(one.judgement is not None for one in page.model.rows())
    page.grid.go_to(round_2024.ids["dat"])
    assert page.insight.panel.title.text() == "Ông Bùi Văn Đạt"
    page.grid.go_to(round_2024.ids["dung"])
    assert page.insight.panel.title.text() == "Bà Lê Thị Dung"
    assert any(found.kind is LineKind.TIE for found in page.insight.panel.list.lines())


def test_a_missing_fact_is_written_down_where_it_is_read_and_the_line_judged_anew(
    qtbot: QtBot, tied: NominationsPage, round_2024: RoundOf2024, services: Services, feedback: FakeFeedback
) -> None:
    tied.insight.enter(Ask(AskKind.RATING, (), (2024,)))
    dialog = tied.dialog
    assert isinstance(dialog, AskDialog)
    assert isinstance(dialog.fields, RatingFields)
    assert not dialog.yes.isEnabled()
    dialog.fields.boxes[2024].setCurrentText("Hoàn thành xuất sắc nhiệm vụ")
    before = line(tied, round_2024, "dat").judgement
    dialog.accept()
    (kept,) = services.evidence.of(recipient_of(round_2024, "dat"))
    assert kept.fact == YearRating(2024, Rating.EXCELLENT)
    after = line(tied, round_2024, "dat").judgement
    assert after is not None
    assert before is not None
    assert after.assessment != before.assessment
    assert "2024 hoàn thành xuất sắc nhiệm vụ" in " ".join(found.text for found in tied.insight.panel.list.lines())
    feedback.offers[0].do()
    assert services.evidence.of(recipient_of(round_2024, "dat")) == ()


def test_that_there_is_no_initiative_is_an_answer_too(
    tied: NominationsPage, round_2024: RoundOf2024, services: Services
) -> None:
    tied.insight.enter(Ask(AskKind.INITIATIVE, (), (2024,)))
    dialog = tied.dialog
    assert isinstance(dialog, AskDialog)
    assert isinstance(dialog.fields, InitiativeOrNone)
    dialog.fields.none.setChecked(True)
    dialog.accept()
    assert services.recipients.get(recipient_of(round_2024, "dat")).initiatives_known_from == 2024


def test_a_change_of_the_recipient_elsewhere_is_seen_at_once(
    tied: NominationsPage, round_2024: RoundOf2024, services: Services, navigation: Navigation
) -> None:
    merit = Initiative(2024, Reach.UNIT, "Số hóa hồ sơ", kind=MeritKind.INITIATIVE)
    navigation.changes_made.emit(services.evidence.save(KeptFact(recipient_of(round_2024, "dat"), merit)))
    assert "“Số hóa hồ sơ”" in " ".join(found.text for found in tied.insight.panel.list.lines())


def test_a_line_without_a_recipient_is_tied_first(
    page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    page.grid.go_to(round_2024.ids["dat"])
    page.insight.enter(Ask(AskKind.RATING, (), (2024,)))
    assert "chưa gắn với người nào trong danh bạ" in feedback.said[-1]
    feedback.offers[0].do()
    assert isinstance(page.dialog, TieDialog)


def test_the_clerk_decides_otherwise_and_takes_it_back(
    qtbot: QtBot, tied: NominationsPage, round_2024: RoundOf2024, services: Services, feedback: FakeFeedback
) -> None:
    qtbot.keyClick(tied.grid, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = tied.dialog
    assert isinstance(dialog, OverrideDialog)
    assert not dialog.yes.isEnabled()
    dialog.choices[Verdict.MET].setChecked(True)
    dialog.reason.setPlainText("Đơn vị đã gửi bản gốc")
    dialog.accept()
    found = line(tied, round_2024, "dat")
    assert verdict_text(found) == "Đủ (tay)"
    (own,) = services.judging.overrides(round_2024.ids["dat"])
    assert (own.override.by, own.override.reason) == (services.user, "Đơn vị đã gửi bản gốc")
    tied.insight.withdraw_action.trigger()
    assert verdict_text(line(tied, round_2024, "dat")) != "Đủ (tay)"
    feedback.offers[0].do()
    assert verdict_text(line(tied, round_2024, "dat")) == "Đủ (tay)"


def test_verdicts_filter_and_gather_the_lines(tied: NominationsPage, services: Services) -> None:
    ids = [one.nomination.id for one in tied.model.rows()][:2]
    services.judging.override([one for one in ids if one is not None], Verdict.MET, by="An", reason="đã rõ")
    tied.reload()
    at = next(at for at, column in enumerate(tied.model.columns) if column.key == "verdict")
    tied.grid.filters.set_text(at, "Đủ (tay)")
    assert [one.nomination.id for one in tied.shown_lines()] == ids
    tied.clear_filters()
    tied.header.groups.setCurrentIndex(tied.header.groups.findData(GroupBy.VERDICT.value))
    tied.header.grouping_changed.emit()
    assert [one.group for one in tied.model.rows()][-2:] == ["Đủ", "Đủ"]


def test_states_follow_the_verdicts_after_a_question(
    tied: NominationsPage, round_2024: RoundOf2024, services: Services, feedback: FakeFeedback
) -> None:
    round_2024.move("dat", S.DOSSIER_COMPLETE)
    services.judging.override([round_2024.ids["dat"]], Verdict.MET, by="An", reason="đã rõ")
    tied.reload()
    tied.grid.clearSelection()
    tied.insight.propose()
    assert feedback.questions == ["Chuyển 1 dòng theo kết quả xét?"]
    assert feedback.details == ["1 dòng sang “Đủ điều kiện”. Giữ nguyên: 4 dòng chưa đủ hồ sơ."]
    assert round_2024.line("dat").state is S.ELIGIBLE


def test_the_other_line_of_the_same_recipient_is_one_key_away(
    qtbot: QtBot, tied: NominationsPage, round_2024: RoundOf2024, services: Services, navigation: Navigation
) -> None:
    again = services.nominations.add(replace(round_2024.line("an"), award_id=CSTDCS, id=None)).created[0]
    tied.reload()
    tied.grid.go_to(round_2024.ids["an"])
    assert "được đề nghị hai lần" in tied.insight.panel.doubles.text()
    qtbot.keyClick(tied.grid, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert tied.grid.current_key() == again
    services.nominations.delete([again])
    elsewhere = services.nominations.add(replace(round_2024.line("an"), round_id=round_2024.other, id=None)).created[0]
    tied.reload()
    tied.grid.go_to(round_2024.ids["an"])
    with qtbot.waitSignal(navigation.open_requested) as opened:
        tied.insight.go_to_double()
    assert opened.args == [Kind.NOMINATION.value, elsewhere]


def test_a_round_without_lines_has_nothing_to_judge(page: NominationsPage, services: Services) -> None:
    services.nominations.save_round(Round("Chưa có gì", 2024, closes=date(2024, 6, 1)))
    page.reload()
    page.rounds.choose(page.rounds.rows()[-1].round.id)
    assert page.insight.panel.pages.currentIndex() == 1
    assert not page.insight.apply_action.isEnabled()


def test_the_panel_is_put_away_and_stays_so(qtbot: QtBot, page: NominationsPage) -> None:
    assert page.panes.panel_shown()
    qtbot.keyClick(page.grid, Qt.Key.Key_F4)
    assert not page.panes.panel_shown()
    assert not page.insight.panel_action.isChecked()
    assert page.preferences.number("nominations/panel", 1) == 0


def test_what_was_changed_without_the_list_is_judged_without_losing_the_cursor(
    tied: NominationsPage, navigation: Navigation
) -> None:
    here = tied.grid.current_key()
    navigation.changes_made.emit(Changes("recipient.save", frozenset({Kind.RECIPIENT})))
    assert tied.grid.current_key() == here


def test_other_rules_judge_anew(page: NominationsPage, services: Services, round_2024: RoundOf2024) -> None:
    own = services.rulebooks.start_own()
    (own / "tinh.toml").write_text(
        f'code = "tinh"\ntitle = "Quy định của tỉnh"\ncitation = "Quyết định 1/QĐ-UBND"\nconfidence = "seen"\n'
        f'valid_from = 2024-01-01\n[[award]]\nid = "{CSTDCS}"\n[award.quota]\npercent = 15\nof = "holders"\n',
        encoding="utf-8",
    )
    assert page.insight.strip.isHidden()
    services.rulebooks.reload()
    page.judge_again()
    assert page.insight.strip.chips.texts()[0].startswith("CSTĐCS – ")


def test_what_is_found_does_not_disturb_typing(
    qtbot: QtBot, page: NominationsPage, round_2024: RoundOf2024, services: Services
) -> None:
    page.header.groups.setCurrentIndex(page.header.groups.findData(GroupBy.VERDICT.value))
    page.header.grouping_changed.emit()
    page.grid.go_to(round_2024.ids["an"], column=1)
    page.grid.edit(page.grid.currentIndex())
    field = page.grid.viewport().findChild(QLineEdit)
    assert field is not None
    field.setText("Nguyễn Văn A")
    services.judging.override([round_2024.ids["an"]], Verdict.MET, by="An", reason="đã rõ")
    page.judge_again()  # the line belongs to another group now
    assert field.text() == "Nguyễn Văn A"
    assert line(page, round_2024, "an").group == "Chưa rõ"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: line(page, round_2024, "an").group == "Đủ")
