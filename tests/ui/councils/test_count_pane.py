"""Typing the counts of a ballot, however long it is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.services.sittings import CSTD, sitting
from tests.ui.councils.conftest import Open
from thidua_desktop.domain.councils.meetings import Attendance, Presence
from thidua_desktop.services.container import Services
from thidua_desktop.ui.common.grid import Grid
from thidua_desktop.ui.councils import count_rows
from thidua_desktop.ui.councils.count_pane import CountPane
from thidua_desktop.ui.councils.count_rows import CountRow, Draft
from thidua_desktop.ui.councils.facts import load


def _agree(pane: CountPane, line: int, votes: str) -> None:
    columns = [column.key for column in count_rows.COLUMNS]
    pane.model.enter({(line, columns.index("agree")): votes})


def test_a_ballot_is_made_ready_once_and_not_at_every_number(
    qtbot: QtBot, open_pane: Open[CountPane], services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = sitting(services, [CSTD] * 3, size=5)
    services.ballots.open(held.meeting)
    made: list[Draft] = []
    shown: list[int] = []
    blank, set_rows = count_rows.blank, Grid.set_rows

    def blank_too(*given: object) -> Draft:
        made.append(blank(*given))  # type: ignore[arg-type]
        return made[-1]

    def shown_too(grid: Grid[CountRow], rows: Sequence[CountRow]) -> None:
        shown.append(len(rows))
        set_rows(grid, rows)

    monkeypatch.setattr(count_rows, "blank", blank_too)
    monkeypatch.setattr(Grid, "set_rows", shown_too)
    pane = open_pane(CountPane, held.meeting)
    assert (len(made), shown) == (1, [3])
    _agree(pane, 0, "4")
    qtbot.waitUntil(lambda: pane.unsaved() == 1)
    issued, returned, invalid, _ = pane.fields.fields
    qtbot.keyClick(returned, Qt.Key.Key_5)
    qtbot.keyClick(returned, Qt.Key.Key_Backspace)
    assert (len(made), shown) == (1, [3]), "nothing that the lines show has changed"
    assert [row.agree for row in pane.model.rows()] == [4, None, None]
    qtbot.keyClick(returned, Qt.Key.Key_5)
    qtbot.keyClick(invalid, Qt.Key.Key_0)
    assert issued.text() == "5"
    assert (len(made), shown) == (1, [3, 3]), "the sum that every line must come to"
    assert [row.valid for row in pane.model.rows()] == [5, 5, 5]


def test_a_count_that_nobody_has_begun_follows_who_came(open_pane: Open[CountPane], services: Services) -> None:
    held = sitting(services, [CSTD], size=5)
    services.ballots.open(held.meeting)
    pane = open_pane(CountPane, held.meeting)
    assert pane.fields.numbers()[0] == 5
    came = [Attendance(member, Presence.PRESENT) for member in held.members[:4]]
    services.meetings.attend(held.meeting, came)
    pane.show_facts(load(services, held.meeting), editable=True)
    assert pane.fields.numbers()[0] == 4


def test_a_name_that_was_offered_is_kept_as_it_is_shown(open_pane: Open[CountPane], services: Services) -> None:
    held = sitting(services, [CSTD], size=5)
    services.ballots.open(held.meeting)
    pane = open_pane(CountPane, held.meeting)
    name = pane.facts.members[1].name if pane.facts is not None else ""
    pane.fields.counted_by.setText(name[:3])
    pane.fields.counted_by.textEdited.emit(name[:3])
    pane.fields.counted_by._completer.activated[str].emit(name)
    pane.refresh()
    assert pane.fields.counted_by.text() == name
