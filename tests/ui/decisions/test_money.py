"""Bonuses of a decision, and the fund that they are paid from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.helpers import FakeFeedback, unnamed
from thidua_desktop.domain.decisions import Decision, DecisionState
from thidua_desktop.domain.funds import FundKind
from thidua_desktop.domain.ids import DecisionId
from thidua_desktop.services.container import Services
from thidua_desktop.services.funds import UnpaidDecision
from thidua_desktop.ui.common.entry import EntryNotRead
from thidua_desktop.ui.decisions.bonus_dialog import BonusDialog, read_amount
from thidua_desktop.ui.decisions.bonuses import Bonuses
from thidua_desktop.ui.decisions.deeds import DecisionDeeds
from thidua_desktop.ui.decisions.fund_dialog import FundDialog, PayDialog
from thidua_desktop.ui.decisions.fund_pane import FundPane, elsewhere, numbered


@pytest.fixture
def signed(services: Services, draft: DecisionId) -> DecisionId:
    services.decisions.move(draft, DecisionState.TO_SIGN)
    services.decisions.sign(draft, "5/QĐ-SYT", date(2024, 6, 20))
    return draft


@pytest.fixture
def fund(deeds: DecisionDeeds) -> FundPane:
    made = FundPane(deeds, deeds.parent_widget())
    made.resize(1200, 640)
    deeds.navigation.changes_made.connect(lambda _changes: made.reload())
    made.show_year(2024)
    return made


def bonuses(deeds: DecisionDeeds, services: Services, decision: DecisionId) -> BonusDialog:
    asked = Bonuses(deeds)
    asked.show(services.decisions.get(decision))
    assert asked.dialog is not None
    return asked.dialog


def book(fund: FundPane, kind: FundKind, text: str, amount: str) -> None:
    deed = {FundKind.INCOME: fund.income, FundKind.EXPENSE: fund.expense, FundKind.OPENING: fund.opening}[kind]
    deed.trigger()
    dialog = fund.deeds.dialog
    assert isinstance(dialog, FundDialog)
    dialog.text.setText(text)
    dialog.amount.setText(amount)
    dialog.yes.click()


@pytest.mark.parametrize(
    ("text", "amount"), [("710.000", 710_000), (" 710 000 đồng", 710_000), ("", None), ("0", 0), ("1", 1)]
)
def test_amounts_are_read_as_they_are_typed(text: str, amount: int | None) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize("text", ["bảy trăm", "-5", "7,5", "...", "99.999.999.999.999.999.999"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(EntryNotRead):
        read_amount(text)


def test_the_rulebook_gives_the_amounts_and_the_sum_is_spelled_out(
    deeds: DecisionDeeds, services: Services, signed: DecisionId
) -> None:
    dialog = bonuses(deeds, services, signed)

    pay = services.pay_lists.of(signed)
    assert [paid.pay.amount for paid in dialog.model.rows()] == [
        line.amount for group in pay.groups for line in group.lines
    ]
    assert "đồng" in dialog.told()


def test_an_amount_of_its_own_is_kept_and_taken_back(
    qtbot: QtBot, deeds: DecisionDeeds, services: Services, signed: DecisionId
) -> None:
    dialog = bonuses(deeds, services, signed)
    typed = next(at for at, column in enumerate(dialog.model.columns) if column.key == "typed")
    line = dialog.model.line_of(dialog.model.rows()[0].line.id)
    assert line is not None
    with qtbot.waitSignal(dialog.model.edited):
        dialog.model.setData(dialog.model.index(line, typed), "1.000.000")
    assert services.decisions.get(signed).lines[0].bonus == 1_000_000
    assert dialog.model.rows()[0].pay.amount == 1_000_000
    with qtbot.waitSignal(dialog.model.edited):
        dialog.model.setData(dialog.model.index(line, typed), "")

    assert services.decisions.get(signed).lines[0].bonus is None


def test_the_fund_is_booked_and_paid_from(fund: FundPane, services: Services, signed: DecisionId) -> None:
    fund.reload()
    book(fund, FundKind.OPENING, "Số dư năm trước", "10.000.000")
    book(fund, FundKind.INCOME, "Ngân sách cấp", "50.000.000")
    assert not fund.opening.isEnabled(), "a year begins once"
    total = services.pay_lists.of(signed).total
    fund.unpaid.selectRow(0)
    fund.pay.trigger()
    dialog = fund.deeds.dialog
    assert isinstance(dialog, PayDialog)
    dialog.yes.click()

    assert services.funds.of_year(2024).book.balance == 60_000_000 - total
    assert fund.unpaid_model.rows() == ()
    assert [booked.balance for booked in fund.model.rows()] == [10_000_000, 60_000_000, 60_000_000 - total]


def test_a_day_of_another_year_is_refused_in_the_dialog(fund: FundPane) -> None:
    fund.income.trigger()
    dialog = fund.deeds.dialog
    assert isinstance(dialog, FundDialog)
    dialog.text.setText("Ngân sách cấp")
    assert not dialog.yes.isEnabled(), "no amount yet"
    dialog.amount.setText("5.000.000")
    dialog.day.setText("01/01/2023")
    dialog.yes.click()

    assert "2024" in dialog.told()
    assert fund.model.rows() == ()


def test_entries_are_corrected_and_taken_out(fund: FundPane, feedback: FakeFeedback) -> None:
    book(fund, FundKind.INCOME, "Ngân sách cấp", "5.000.000")
    fund.grid.selectRow(0)
    fund.edit.trigger()
    dialog = fund.deeds.dialog
    assert isinstance(dialog, FundDialog)
    dialog.amount.setText("6.000.000")
    dialog.yes.click()
    assert fund.model.rows()[0].entry.amount == 6_000_000
    fund.grid.selectRow(0)
    fund.remove.trigger()
    assert fund.model.rows() == ()
    feedback.offers[-1].do()

    assert len(fund.model.rows()) == 1


def test_the_book_is_written(fund: FundPane, feedback: FakeFeedback, tmp_path: Path) -> None:
    book(fund, FundKind.INCOME, "Ngân sách cấp", "5.000.000")
    feedback.target = tmp_path / "quy.docx"
    fund.word.trigger()

    assert feedback.target.is_file()


def test_everything_has_a_name_for_a_screen_reader(qtbot: QtBot, fund: FundPane) -> None:
    with qtbot.waitExposed(fund.deeds.parent_widget()):
        fund.deeds.parent_widget().show()

    assert unnamed(fund) == []


def test_an_open_payment_of_the_year_before_says_its_year(fund: FundPane, signed: DecisionId) -> None:
    assert signed
    fund.show_year(2025)
    assert [numbered(one) for one in fund.unpaid_model.rows()] == ["05/QĐ-SYT (năm 2024)"]


def test_decisions_that_others_pay_are_named_and_not_counted() -> None:
    paid = [UnpaidDecision(Decision("x", number=f"{at}/QĐ-UBND"), 1, 0, payers=("A",)) for at in range(6, 11)]
    assert elsewhere(()) == ""
    assert elsewhere(paid[:1]).endswith("không tính ở đây: 6/QĐ-UBND.")
    assert elsewhere(paid).endswith("6/QĐ-UBND, 7/QĐ-UBND, 8/QĐ-UBND và 2 quyết định khác.")
