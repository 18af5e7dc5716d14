"""The tab in the main window: records are shown where they are worked on, lists go where they belong."""

from __future__ import annotations

from datetime import date

from tests.ui.helpers import FakeFeedback
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.domain.lists import ListTarget
from thidua_desktop.services.container import Services
from thidua_desktop.ui.decisions.decisions_pane import DecisionsPane
from thidua_desktop.ui.decisions.register_pane import RegisterPane
from thidua_desktop.ui.main_window import MainWindow
from thidua_desktop.ui.showing import DECISIONS


def test_records_are_shown_where_they_are_worked_on(
    window: MainWindow, services: Services, draft: DecisionId, feedback: FakeFeedback
) -> None:
    services.decisions.move(draft, DecisionState.TO_SIGN)
    services.decisions.sign(draft, "5/QĐ-SYT", date(2024, 6, 20))
    window.show_year(2023)

    window.open_record(Kind.DECISION.value, draft)

    assert (window.tabs.currentIndex(), window.year()) == (DECISIONS, 2024)
    decisions = window.decisions.pane()
    assert isinstance(decisions, DecisionsPane)
    assert decisions.current() is not None and decisions.current().id == draft
    record = services.register.search()[0]
    assert record.id is not None
    window.open_record(Kind.AWARD_RECORD.value, record.id)
    register = window.decisions.pane()
    assert isinstance(register, RegisterPane)
    current = register.table.current()
    assert current is not None and current.entry.id == record.id
    assert window.receiving.where().target is ListTarget.AWARD_HISTORY
    window.open_record(Kind.DECISION.value, 4711)
    assert len(feedback.troubles) == 1, "a decision that is not there is said, nothing else happens"

    window.navigation.changes_made.emit(services.years.close(2024))
    window.decisions.show_decision(draft)
    assert not decisions.withdraw.isEnabled() and not decisions.add.isEnabled()
    assert window.strip.isVisible(), "a sentence says why nothing can be changed"
