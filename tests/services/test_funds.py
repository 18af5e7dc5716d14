"""The fund: its book, what decisions take out of it, the sentences of the law of the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.sittings import BANG_KHEN, LDTT, sitting
from thidua_desktop.common.errors import AppError
from thidua_desktop.domain.decisions import DecisionState
from thidua_desktop.domain.funds import FundEntry, FundKind, FundTextMissing
from thidua_desktop.domain.ids import DecisionId, FundEntryId
from thidua_desktop.domain.units import Office
from thidua_desktop.services.container import Services
from thidua_desktop.services.funds import Format

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
