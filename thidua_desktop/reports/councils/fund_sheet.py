"""Sổ theo dõi quỹ thi đua, khen thưởng: what the fund had, what every decision took out of it, what is left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thidua_desktop.domain.bonuses import Fund
from thidua_desktop.domain.units import Office
from thidua_desktop.reports.model import (
    Align,
    Block,
    Closing,
    Column,
    HeadCell,
    Heading,
    HeadingLine,
    Letterhead,
    Paragraph,
    Report,
    Row,
    Signature,
    Style,
    Table,
)
from thidua_desktop.wording import council_papers, decision_papers, papers
from thidua_desktop.wording import register_papers as phrases

_RIGHT = Align.RIGHT
_COLUMNS = (Column(12, Align.CENTER), Column(66), Column(28, _RIGHT), Column(28, _RIGHT), Column(31, _RIGHT))
_HEADS = (
    council_papers.ORDINAL,
    phrases.FUND_CONTENT,
    phrases.FUND_IN,
    phrases.FUND_OUT,
    phrases.FUND_LEFT,
)


def fund_sheet(office: Office, fund: Fund, *, day: date | None = None) -> Report:
    """The sheet of a year, with the balance after every line.

    Args:
        fund: its payments in the order in which they are listed, by the number of the decision.
        day: up to which day; the sheet bears it.
    """
    if fund.balance < 0:
        left = Paragraph(phrases.fund_overdrawn(-fund.balance), Align.LEFT, Style.BOLD)
    else:
        left = Paragraph(phrases.fund_in_words(fund.balance), Align.LEFT, Style.ITALIC)
    blocks: tuple[Block, ...] = (
        Letterhead(office.name.upper(), papers.superior_line(office.superior), office.place, day),
        Heading((HeadingLine(phrases.FUND_TITLE), HeadingLine(phrases.fund_subject(fund.year, day), Style.REGULAR))),
        Table(_COLUMNS, (tuple(map(HeadCell, _HEADS)),), tuple(_rows(fund))),
        left,
        Closing(
            (
                Signature((papers.COMPILER,), office.compiler_name, papers.SIGN_AND_NAME),
                Signature((decision_papers.ACCOUNTANT,), "", papers.SIGN_AND_NAME),
                Signature(tuple(map(str.upper, office.signer_posts)) or (papers.HEAD_OF_UNIT,), office.signer_name),
            )
        ),
    )
    return Report(phrases.FUND_TITLE, blocks)


def _rows(fund: Fund) -> Iterator[Row]:
    left = fund.opening
    yield Row((1, phrases.FUND_OPENING, phrases.money(fund.opening), None, phrases.money(left)))
    left += fund.income
    yield Row((2, phrases.FUND_INCOME, phrases.money(fund.income), None, phrases.money(left)))
    for number, (decision, amount) in enumerate(fund.spent.items(), start=3):
        left -= amount
        yield Row((number, phrases.fund_paid(decision), None, phrases.money(amount), phrases.money(left)))
    spent = sum(fund.spent.values())
    total = phrases.money(fund.opening + fund.income)
    yield Row((None, phrases.FUND_TOTAL, total, phrases.money(spent), phrases.money(fund.balance)), bold=True)
