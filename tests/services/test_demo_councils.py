"""The councils of the sample office: a meeting in each state, decisions on their way, a register with history."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.services import demo, demo_councils
from thidua_desktop.services.container import Services


@pytest.fixture
def office(services: Services) -> Services:
    services.office.save(demo.OFFICE)
    demo_councils.build(services, 2024)
    return services


def test_there_is_a_meeting_in_each_state_and_decisions_on_their_way(office: Services) -> None:
    assert [row.meeting.state for row in office.meetings.of_year(2024)] == [
        *(MeetingState.SIGNED, MeetingState.COUNTED, MeetingState.SITTING, MeetingState.PREPARING),
    ]
    assert {one.state for one in office.decisions.of_year(2024)} == {
        *(DecisionState.CORRECTED, DecisionState.SIGNED, DecisionState.TO_SIGN, DecisionState.DRAFT),
    }
    assert all(one.historical for year in (2021, 2022) for one in office.decisions.of_year(year))
    sitting = office.meetings.of_year(2024)[2].meeting.id
    assert sitting is not None
    (state,) = office.ballots.of_meeting(sitting)
    assert len(state.disagreements) == 1
    assert not state.line_findings
    assert [row.sent.waits for row in office.sent_up.all(waiting=False)] == [False, True]
    assert office.funds.of_year(2024).unpaid == ()


def test_every_paper_of_the_signed_meeting_is_ready(office: Services) -> None:
    signed = office.meetings.of_year(2024)[0].meeting.id
    assert signed is not None
    assert all(row.ready for row in office.meeting_papers.catalogue(signed))
    for decision in office.decisions.of_meeting(signed):
        assert decision.id is not None
        assert office.name_checks.of(decision.id).differences == ()


def test_a_second_call_changes_nothing(office: Services) -> None:
    before = office.history.recent()
    demo_councils.build(office, 2024)
    assert office.history.recent() == before
