"""The fund: its book, what decisions take out of it, the sentences of the law of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.sittings import BANG_KHEN, LDTT, sitting
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.funds import FundBalance, FundEntry, FundKind, FundTextMissing
from thidua_desktop.domain.ids import DecisionId, FundEntryId
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.services.funds import Format
from thidua_desktop.storage.store import Store

DAY, PAID = date(2024, 6, 20), date(2024, 6, 25)
INCOME = FundEntry(2024, date(2024, 1, 5), FundKind.INCOME, "  Ngân sách   cấp ", 10_000_000)


def signed(services: Services, *awards: str) -> DecisionId:
    services.office.save(Office("SỞ NỘI VỤ", "UBND TỈNH HỒNG SƠN", "Hồng Sơn", "SNV", ("GIÁM ĐỐC",)))
    sat = sitting(services, awards)
    services.decisions.draft_from_tally(sat.meeting)
    (decision,) = services.decisions.of_meeting(sat.meeting)
    assert decision.id is not None
    services.decisions.move(decision.id, DecisionState.TO_SIGN)
    services.decisions.sign(decision.id, "5/QĐ-SNV", DAY)
    return decision.id


def test_a_decision_waits_to_be_paid_and_is_paid_once(services: Services) -> None:
    decision_id = signed(services, LDTT, LDTT)
    services.funds.save(INCOME)
    before = services.funds.of_year(2024)
    assert [entry.text for entry in before.book.entries] == ["Ngân sách cấp"]
    (waiting,) = before.unpaid
    assert (waiting.decision.id, waiting.open_lines) == (decision_id, 0)
    assert waiting.total == services.pay_lists.of(decision_id).total > 0
    assert before.after_all == 10_000_000 - waiting.total
    services.funds.pay([decision_id, decision_id], PAID)
    after = services.funds.of_year(2024)
    assert after.unpaid == ()
    assert after.book.balance == after.after_all == before.after_all
    with pytest.raises(AppError) as refused:
        services.funds.pay([decision_id], PAID)
    assert refused.value.code == "fund.already_paid"
    services.funds.remove([after.book.entries[-1].id or FundEntryId(0)])
    assert services.funds.of_year(2024).unpaid == before.unpaid
    services.undo.undo()
    assert services.funds.of_year(2024).book == after.book


def test_what_others_decide_takes_nothing_out_of_the_fund(services: Services, store: Store) -> None:
    signed(services, LDTT)
    services.funds.save(INCOME)
    decision = services.decisions.of_year(2024)[0]
    elsewhere = replace(decision, id=None, number="9/QĐ-UBND", authority="chu_tich_ubnd_tinh")
    with store.write("decision.save", title="x") as work:
        other = DecisionId(work.decision.decisions.save(elsewhere))
        work.decision.lines.add_many([replace(line, id=None, decision_id=other) for line in decision.lines])
    found = services.funds.of_year(2024)
    assert [one.decision.id for one in found.unpaid] == [decision.id]
    assert [(one.decision.id, one.payers) for one in found.elsewhere] == [(other, ("Chủ tịch UBND cấp tỉnh",))]
    assert found.after_all == found.book.balance - found.unpaid[0].total
    assert services.funds.around(other) is None


def test_an_open_payment_of_december_is_seen_in_the_next_year(services: Services) -> None:
    decision_id = signed(services, LDTT)
    services.funds.save(replace(INCOME, year=2025, day=date(2025, 1, 5)))
    (carried,) = services.funds.of_year(2025).unpaid
    assert (carried.decision.id, carried.carried_from) == (decision_id, 2024)
    assert services.funds.of_year(2025).after_all == 10_000_000 - carried.total
    assert [one.carried_from for one in services.funds.of_year(2024).unpaid] == [None]
    assert services.funds.of_year(2026).unpaid == (), "the year has no book, and 2024 had none either"
    services.funds.save(INCOME)
    assert [one.carried_from for one in services.funds.of_year(2026).unpaid] == [2024]
    services.funds.pay([decision_id], date(2025, 2, 1))
    assert services.funds.of_year(2024).unpaid == services.funds.of_year(2025).unpaid == ()


def test_the_balance_around_a_payment(services: Services) -> None:
    decision_id = signed(services, LDTT)
    assert services.funds.around(decision_id) is None, "no fund is kept"
    services.funds.save(INCOME)
    total = services.pay_lists.of(decision_id).total
    expected = FundBalance(2024, 10_000_000, 10_000_000 - total)
    assert services.funds.around(decision_id) == expected
    services.funds.pay([decision_id], PAID)
    services.funds.save(replace(INCOME, day=date(2024, 12, 1), amount=5))
    assert services.funds.around(decision_id) == expected, "as it was when it was paid"


def test_what_cannot_be_paid_yet_is_not_booked(services: Services) -> None:
    sat = sitting(services, (BANG_KHEN,))
    services.decisions.draft_from_tally(sat.meeting)
    (draft,) = services.decisions.of_meeting(sat.meeting)
    assert draft.id is not None
    with pytest.raises(AppError) as refused:
        services.funds.pay([draft.id], PAID)
    assert refused.value.code == "fund.nothing_to_pay"
    with pytest.raises(FundTextMissing):
        services.funds.save(replace(INCOME, text=" "))
    assert services.funds.of_year(2024).book.entries == ()
    assert services.funds.years() == ()


def test_each_year_has_the_law_of_its_own(services: Services) -> None:
    cited = {year: [rule.basis.citation for rule in services.funds.of_year(year).rules] for year in (2020, 2024, 2026)}
    assert "Điều 65 Nghị định 91/2017/NĐ-CP" in cited[2020]
    assert any("98/2023" in each for each in cited[2024])
    assert any("152/2025" in each for each in cited[2026])
    assert services.funds.of_year(1990).rules == ()


def test_the_sheet_is_written(services: Services, tmp_path: Path) -> None:
    services.funds.save(INCOME)
    for format in (Format.PDF, Format.DOCX, Format.XLSX):
        out = services.funds.write(2024, tmp_path / f"quy.{format.value}", format)
        assert out.stat().st_size > 1000
