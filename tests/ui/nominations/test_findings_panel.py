"""The panel of findings: what stands in the way first, everything with its article, Enter on what is missing."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.eligibility.verdicts import Ask, AskKind, Assessment, Claim, Override, Verdict
from thidua_desktop.domain.evidence import AwardRecord, Evidence, Rating, YearRating
from thidua_desktop.services.eligibility import EligibilityService
from thidua_desktop.services.rulebooks import RulebookService
from thidua_desktop.ui.common.finding_lines import LineKind, finding_lines
from thidua_desktop.ui.nominations.findings_panel import FindingsPanel, Judged
from thidua_desktop.wording.rules import Names

DAY = date(2025, 12, 15)
CSTDCS = "chien_si_thi_dua_co_so"


@lru_cache(maxsize=1)
def law() -> tuple[EligibilityService, Names]:
    rulebooks = RulebookService()
    names = Names({award.id: award.name for award in rulebooks.awards()}, rulebooks.on(DAY).vocabulary)
    return EligibilityService(rulebooks), names


def assessed(award: str = "bang_khen_bo_tinh") -> tuple[Assessment, Names]:
    file = Evidence(
        "1",
        RecipientKind.PERSON,
        "Nguyễn Văn An",
        awards=(AwardRecord(CSTDCS, 2023, decision="46/QĐ-SNV"),),
        ratings=(YearRating(2024, Rating.EXCELLENT, "12/QĐ-SNV"),),
    )
    service, names = law()
    return service.check(Claim(award, RecipientKind.PERSON, 2025, DAY), file), names


@pytest.fixture
def panel(qtbot: QtBot) -> FindingsPanel:
    made = FindingsPanel()
    made.lay_out(())
    qtbot.addWidget(made)
    return made


def shown(panel: FindingsPanel) -> Assessment:
    found, names = assessed()
    panel.show_judged(Judged("Ông Nguyễn Văn An", "Bằng khen", DAY, found, found.final, names))
    return found


def test_what_stands_in_the_way_is_read_first_and_every_rule_has_its_article() -> None:
    found, names = assessed()
    lines = [line for line in finding_lines(found, names) if line.kind is LineKind.RULE and not line.quiet]
    order = [Verdict.NOT_MET, Verdict.CANNOT_TELL, Verdict.MET]
    places = [order.index(line.verdict) for line in lines if line.verdict is not None]
    assert places == sorted(places)
    assert len(lines) == len(found.findings)
    assert all("Điều" in line.detail for line in lines)


def test_each_missing_fact_can_be_entered_once_for_a_way_to_the_award() -> None:
    found, names = assessed()
    asks = [line.ask for line in finding_lines(found, names) if line.ask is not None and not line.quiet]
    assert set(asks) == set(found.asks())
    assert len(asks) == len(set(asks))


def test_other_ways_are_named_with_what_they_lack() -> None:
    found, names = assessed()
    assert found.others
    headings = [line for line in finding_lines(found, names) if line.kind is LineKind.HEADING]
    assert [line.text.split(":")[0] for line in headings[: len(found.others)]] == ["Cách khác đã xét"] * len(
        found.others
    )


def test_notes_stand_before_the_rules() -> None:
    found, names = assessed()
    assert finding_lines(found, names, ["Chưa gắn với danh bạ."])[0].text == "Chưa gắn với danh bạ."


def test_enter_on_what_is_missing_wants_to_enter_it(qtbot: QtBot, panel: FindingsPanel) -> None:
    shown(panel)
    at = next(at for at, line in enumerate(panel.list.lines()) if line.ask is not None)
    panel.list.setCurrentRow(at)
    with qtbot.waitSignal(panel.ask_opened) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [panel.list.lines()[at].ask]


def test_from_a_rule_enter_goes_to_the_question_below_it(panel: FindingsPanel) -> None:
    shown(panel)
    panel.list.setCurrentRow(0)
    assert panel.list.current_ask() == Ask(AskKind.AWARD, (CSTDCS,), (2024,))


def test_the_clerks_own_verdict_is_told_with_name_and_reason(panel: FindingsPanel) -> None:
    found, names = assessed()
    own = found.overridden(Override(Verdict.MET, "Lê Thị Dung", "đã có bản gốc", DAY))
    panel.show_judged(Judged("Ông Nguyễn Văn An", "Bằng khen", DAY, own, own.final, names))
    assert "theo quyết định của Lê Thị Dung, 15/12/2025: đã có bản gốc" in panel.own.text()
    panel.show_judged(Judged("Ông Nguyễn Văn An", "Bằng khen", DAY, found, found.final, names))
    assert panel.own.text() == ""


def test_without_a_line_the_panel_says_what_goes_there(panel: FindingsPanel) -> None:
    shown(panel)
    panel.show_nothing()
    assert panel.list.count() == 0
    assert panel.pages.currentIndex() == 1
