"""What a meeting waits for: the next step of each state, and the draft of a decision at the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from shiboken6 import delete

from tests.services.sittings import CSTD, LDTT, sitting
from thidua_desktop.domain.councils.meetings import MeetingState
from thidua_desktop.services.container import Services
from thidua_desktop.ui.councils.deeds import Deeds
from thidua_desktop.ui.councils.facts import load
from thidua_desktop.ui.councils.meeting_deeds import MeetingDeeds
from thidua_desktop.ui.councils.next_step import Next, next_step


def test_the_facts_have_the_results_that_the_service_has(services: Services) -> None:
    held = sitting(services, [CSTD, CSTD], size=5, present=5)
    held.vote([5, 2])
    services.ballots.open(held.meeting, [held.lines[1]])
    assert load(services, held.meeting).results == services.ballots.results(held.meeting)


def test_drafting_does_not_ask_the_dialog_again_once_it_is_closed(
    services: Services, deeds: Deeds, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = sitting(services, [LDTT])
    services.verdicts.conclude(held.meeting)
    waiting: list[Callable[[], object]] = []
    monkeypatch.setattr(deeds, "do", lambda work, *_, **__: waiting.append(work))
    MeetingDeeds(deeds, deeds.window).draft(load(services, held.meeting))
    dialog = deeds.dialog
    assert dialog is not None
    dialog.accept()
    delete(dialog)  # as the window system does, before the work begins beside the window
    waiting[0]()
    assert len(services.decisions.of_meeting(held.meeting)) == 1


def test_a_meeting_always_says_what_it_waits_for(services: Services) -> None:
    held = sitting(services, [CSTD, LDTT], size=5, present=0)

    def now() -> Next:
        return next_step(load(services, held.meeting)).next

    assert now() is Next.ATTEND
    services.meetings.move(held.meeting, MeetingState.PREPARING, reason="Lập lại")
    assert now() is Next.OPEN
    services.meetings.take_out(held.meeting, held.lines, "Xem lại")
    assert now() is Next.BRING
    services.meetings.bring(held.meeting)
    services.meetings.move(held.meeting, MeetingState.SITTING)
    services.meetings.take_out(held.meeting, held.lines, "Xem lại")
    assert now() is Next.BRING, "a council that sits with nothing before it does not conclude"
    services.nominations.delete(held.lines)
    assert now() is Next.ROUNDS


def test_where_nobody_gets_anything_there_is_nothing_to_draft(services: Services) -> None:
    held = sitting(services, [CSTD], size=5, present=5)
    assert next_step(load(services, held.meeting)).next is Next.VOTE
    held.vote([1])
    assert next_step(load(services, held.meeting)).next is Next.CLOSE
    services.verdicts.conclude(held.meeting)
    assert next_step(load(services, held.meeting)).next is Next.SIGN
    services.meetings.move(held.meeting, MeetingState.SIGNED)
    assert next_step(load(services, held.meeting)).next is Next.NOTHING
