"""Ceilings beside the list: the worst first, what one line takes beyond them, a base typed by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback
from tests.ui.nominations.conftest import CSTDCS, LDTT, RoundOf2024
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.findings import Severity
from thidua_desktop.domain.ids import NominationId, RoundId, UnitId
from thidua_desktop.domain.legal import Confidence
from thidua_desktop.domain.nominations import Nomination, Round
from thidua_desktop.domain.quota_boards import BaseCount, BaseSource, Ceiling, QuotaBoard, UnitKey
from thidua_desktop.domain.rulebooks import Basis, Quota
from thidua_desktop.domain.units import Unit
from thidua_desktop.services.container import Services
from thidua_desktop.ui.nominations.gauges import crossed, raised, severity, worst_first
from thidua_desktop.ui.nominations.page import NominationsPage
from thidua_desktop.ui.nominations.quota_dialog import QuotaDialog
from thidua_desktop.ui.nominations.quota_strip import QuotaStrip
from thidua_desktop.wording.rules import Names

BASIS = Basis("khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP", Confidence.SEEN)
FIFTEEN = Quota(15, "holders", BASIS)
LINES = tuple(NominationId(number) for number in range(1, 5))
HEALTH, JUSTICE = UnitKey(UnitId(1), "Sở Y tế"), UnitKey(UnitId(2), "Sở Tư pháp")


def board(base: int | None = 13, *, chosen: int = 2) -> QuotaBoard:
    count = BaseCount(base, BaseSource.STATED if base is not None else BaseSource.UNKNOWN)
    health = Ceiling(CSTDCS, HEALTH, FIFTEEN, count, frozenset(LINES[:chosen]))
    justice = Ceiling(CSTDCS, JUSTICE, FIFTEEN, BaseCount(20, BaseSource.LINES), frozenset(LINES[3:]))
    return QuotaBoard((justice, health), frozenset(LINES))


def test_what_is_exceeded_comes_first_then_what_nobody_can_tell() -> None:
    assert [one.unit for one in worst_first(board().gauges())] == ["Sở Y tế", "Sở Tư pháp"]
    assert [severity(one) for one in worst_first(board().gauges())] == [Severity.BLOCKING, Severity.INFO]
    assert [severity(one) for one in worst_first(board(None).gauges())] == [Severity.WARNING, Severity.INFO]


def test_ceilings_without_lines_or_without_a_limit_are_left_out() -> None:
    free = Ceiling(LDTT, HEALTH, Quota(None, "holders", BASIS), BaseCount(9, BaseSource.LINES), frozenset(LINES))
    empty = Ceiling(CSTDCS, HEALTH, FIFTEEN, BaseCount(9, BaseSource.LINES), frozenset())
    assert worst_first(QuotaBoard((free, empty), frozenset(LINES)).gauges()) == ()


@pytest.mark.parametrize(
    ("base", "line", "counted", "expected"),
    [
        (13, LINES[1], None, ["Sở Y tế"]),
        (14, LINES[1], None, []),  # 2/14 = 14,3 %
        (13, LINES[3], None, []),
        (13, LINES[1], LINES[1:], []),  # the first one is not chosen
        (13, LINES[1], LINES, ["Sở Y tế"]),
        (13, LINES[1], LINES[2:], []),  # not among those chosen
        (None, LINES[1], None, []),
        (0, LINES[0], LINES[:1], ["Sở Y tế"]),
    ],
)
def test_the_line_that_goes_beyond(
    base: int | None, line: NominationId, counted: tuple[NominationId, ...] | None, expected: list[str]
) -> None:
    seen = board(base) if base != 14 else board(14)
    assert [one.unit for one in crossed(seen, line, counted)] == expected


def test_a_line_that_goes_beyond_is_said_with_its_share() -> None:
    (over,) = crossed(board(), LINES[1])
    assert over.gauge.share == Fraction(200, 13)
    assert raised(over, "CSTĐCS") == "Dòng này đưa CSTĐCS – Sở Y tế lên 15,4 % > 15 % (2/13, chọn nhiều nhất 1)"


def test_without_ceilings_there_is_no_strip_whatever_is_selected(qtbot: QtBot) -> None:
    strip = QuotaStrip()
    qtbot.addWidget(strip)
    strip.show_board(replace(board(), ceilings=()), Names(), {})
    strip.show_selection([LINES[0], LINES[3]], LINES[0])
    assert strip.isHidden()


def test_the_strip_follows_the_selection(qtbot: QtBot) -> None:
    strip = QuotaStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.show_board(board(), Names(), {CSTDCS: "CSTĐCS"})
    assert not strip.isHidden()
    assert strip.chips.texts()[0] == "CSTĐCS – Sở Y tế: 15,4 % > 15 % (2/13, chọn nhiều nhất 1)"
    strip.show_selection([LINES[0], LINES[3]], LINES[0])
    assert strip.heading.text() == "Tỷ lệ nếu chọn 2 dòng"
    assert strip.chips.texts()[0].startswith("CSTĐCS – Sở Y tế: 7,7 % ≤ 15 %")
    assert strip.warning.toolTip() == ""
    strip.show_selection(LINES, LINES[1])
    assert strip.warning.toolTip().startswith("Dòng này đưa CSTĐCS – Sở Y tế lên 15,4 % > 15 %")
    strip.show_board(QuotaBoard((), frozenset()), Names(), {})
    assert strip.isHidden()


# the window of bases, by the law of 2023 that sets a ceiling


@pytest.fixture
def old_round(page: NominationsPage, services: Services) -> RoundId:
    services.units.save(Unit("Sở Y tế"))
    known = services.units.find("Sở Y tế").unit_id
    round_id = RoundId(services.nominations.save_round(Round("Năm 2023", 2023, closes=date(2023, 6, 1))).created[0])
    lines = [
        Nomination(round_id, RecipientKind.PERSON, f"Trần Văn {name}", award, unit=unit, unit_id=found)
        for name, award, unit, found in (
            ("Hai", CSTDCS, "Sở Y tế", known),
            ("Ba", CSTDCS, "Sở Y tế", known),
            ("Tư", CSTDCS, "Đơn vị lạ", None),
        )
    ]
    services.nominations.save_many(lines)
    page.show_year(2023)
    page.show_round(round_id)
    return round_id


def opened(page: NominationsPage) -> QuotaDialog:
    page.insight.open_quotas()
    assert isinstance(page.dialog, QuotaDialog)
    return page.dialog


def test_a_base_is_typed_and_counted_again(
    qtbot: QtBot, page: NominationsPage, old_round: RoundId, services: Services
) -> None:
    assert "chưa có số làm gốc" in page.insight.strip.chips.texts()[0]
    dialog = opened(page)
    row = next(at for at, one in enumerate(dialog.model.rows()) if one.unit == "Sở Y tế")
    column = next(at for at, one in enumerate(dialog.model.columns) if one.key == "base")
    assert dialog.model.enter({(row, column): "13"})
    qtbot.waitUntil(lambda: bool(services.quotas.stated(old_round)))
    (stated,) = services.quotas.stated(old_round)
    assert (stated.amount, stated.base) == (13, "holders")
    assert page.insight.strip.chips.texts()[0] == "CSTĐCS – Sở Y tế: 15,4 % > 15 % (2/13, chọn nhiều nhất 1)"
    assert dialog.model.rows()[0].unit == "Sở Y tế"  # the worst comes first now
    dialog.grid.go_to((CSTDCS, stated.unit_id, "Sở Y tế"))
    dialog.count_action.trigger()
    assert services.quotas.stated(old_round) == ()


def test_enter_after_a_number_keeps_the_window_open(
    qtbot: QtBot, page: NominationsPage, old_round: RoundId, services: Services
) -> None:
    dialog = opened(page)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.grid.setFocus()
    qtbot.keyClick(dialog.grid, Qt.Key.Key_1)
    editor = dialog.focusWidget()
    assert editor is not dialog.grid
    qtbot.keyClicks(editor, "3")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(services.quotas.stated(old_round)))
    assert dialog.isVisible()
    dialog.yes.setFocus()
    qtbot.keyClick(dialog.yes, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_unit_that_is_only_a_name_takes_no_base(page: NominationsPage, old_round: RoundId) -> None:
    dialog = opened(page)
    row = next(at for at, one in enumerate(dialog.model.rows()) if one.unit == "Đơn vị lạ")
    column = next(at for at, one in enumerate(dialog.model.columns) if one.key == "base")
    assert not dialog.model.enter({(row, column): "13"})
    assert "chưa có trong danh bạ" in dialog.trouble()


def test_a_round_without_ceilings_says_so(
    page: NominationsPage, round_2024: RoundOf2024, feedback: FakeFeedback
) -> None:
    assert opened(page).told() == "Không có danh hiệu nào trong đợt bị khống chế tỷ lệ"
    assert page.insight.strip.isHidden()
