"""Awards of a decision that was really signed: counted once, as corrected, and not any more once taken back."""

from __future__ import annotations

from datetime import date

from tests.services.test_decisions import GIAY_KHEN, SIGNED_ON, drafted, signed
from thidua_desktop.domain.awards import RecipientKind
from thidua_desktop.domain.changes import Kind
from thidua_desktop.domain.decision_changes import CorrectedField
from thidua_desktop.domain.recipients import Recipient
from thidua_desktop.domain.register import RegisterEntry
from thidua_desktop.domain.statistics import periods
from thidua_desktop.domain.statistics.questions import Subject, ask
from thidua_desktop.services.container import Services
from thidua_desktop.services.corrections import By

YEAR = periods.year(2024)
LATER = date(2024, 7, 1)


def counted(services: Services, **wanted: str) -> int:
    return int(services.statistics.answer([ask(Subject.AWARDS, YEAR, **wanted)])[0].value)


def decisions(services: Services) -> int:
    return int(services.statistics.answer([ask(Subject.DECISIONS, YEAR)])[0].value)


def test_a_draft_gives_nothing(services: Services) -> None:
    drafted(services)
    assert (counted(services), decisions(services)) == (0, 0)
    nominated = ask(Subject.NOMINATIONS, YEAR, result="agreed")
    assert services.statistics.answer([nominated])[0].value == 3


def test_a_line_that_is_in_the_register_counts_once_and_opens_there(services: Services) -> None:
    signed(services)
    assert (counted(services), decisions(services)) == (3, 1)
    lines = services.statistics.behind(ask(Subject.AWARDS, YEAR, month="6"))
    assert [line.text for line in lines] == ["Người Thứ 0", "Người Thứ 1", "Người Thứ 2"]
    assert {(line.key.kind, line.day, line.decision) for line in lines} == {(Kind.AWARD_RECORD, SIGNED_ON, "05/QĐ-SNV")}


def test_an_entry_of_the_register_alone_counts_beside_them(services: Services) -> None:
    signed(services)
    who = services.recipients.save(Recipient(RecipientKind.PERSON, "Lò Thị Mỷ", gender="female")).created[0]
    services.register.save(RegisterEntry(who, GIAY_KHEN, 2024, "Lò Thị Mỷ"))  # type: ignore[arg-type]
    assert counted(services) == 4
    assert counted(services, month="6") == 3
    assert counted(services, month="?", sex="female") == 1


def test_a_corrected_line_counts_with_what_is_read_now(services: Services) -> None:
    _, decision = signed(services)
    assert counted(services, worker="other_leader") == 0
    line_id = decision.lines[0].id
    assert line_id is not None
    assert decision.id is not None
    change = {line_id: {CorrectedField.POSITION: "Trưởng phòng"}}
    services.corrections.correct(decision.id, change, By(LATER, "Ghi nhầm chức vụ"))
    assert (counted(services), counted(services, worker="other_leader")) == (3, 1)
    assert (decisions(services), counted(services, state="corrected"), counted(services, state="valid")) == (1, 1, 2)


def test_a_line_that_was_taken_back_counts_no_more(services: Services) -> None:
    _, decision = signed(services)
    assert decision.id is not None
    line_id = decision.lines[1].id
    assert line_id is not None
    services.corrections.withdraw_lines(decision.id, [line_id], By(LATER, "Khai man thành tích"))
    assert (counted(services), decisions(services)) == (2, 1)
    withdrawn = ask(Subject.NOMINATIONS, YEAR, result="withdrawn")
    assert services.statistics.answer([withdrawn])[0].value == 1


def test_a_decision_that_was_taken_back_counts_no_more(services: Services) -> None:
    _, decision = signed(services)
    assert decision.id is not None
    services.corrections.withdraw(decision.id, By(LATER, "Sai thẩm quyền"))
    assert (counted(services), decisions(services)) == (0, 0)
    services.undo.undo()
    assert (counted(services), decisions(services)) == (3, 1)
