"""Sổ theo dõi quỹ thi đua, khen thưởng: what the fund had, what came in and went out, what is left after each line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thidua_desktop.domain.funds import FundBook, FundEntry, FundKind
from thidua_desktop.domain.identity import without_id_numbers
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
from thidua_desktop.wording import council_papers, decision_papers, formats, papers
from thidua_desktop.wording import register_papers as phrases

_RIGHT = Align.RIGHT
_COLUMNS = (
    *(Column(11, Align.CENTER), Column(23, Align.CENTER), Column(38)),
    *(Column(31, _RIGHT), Column(31, _RIGHT), Column(31, _RIGHT)),
)
_HEADS = (
    council_papers.ORDINAL,
    phrases.FUND_DAY,
    phrases.FUND_CONTENT,
    phrases.FUND_IN,
    phrases.FUND_OUT,
    phrases.FUND_LEFT,
)


def fund_sheet(office: Office, fund: FundBook, *, day: date | None = None) -> Report:
    """The sheet of a year, with the balance after every line.

    Args:
        fund: its entries in the order of the book.
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


def _rows(fund: FundBook) -> Iterator[Row]:
    for number, (entry, left) in enumerate(zip(fund.entries, fund.running(), strict=True), start=1):
        yield Row((number, formats.day(entry.day), _said(entry), *_amounts(entry), phrases.money(left)))
    came, went = phrases.money(fund.opening + fund.income), phrases.money(fund.expense)
    yield Row((None, None, phrases.FUND_TOTAL, came, went, phrases.money(fund.balance)), bold=True)


def _said(entry: FundEntry) -> str:
    return without_id_numbers("\n".join(filter(None, (entry.text, entry.note))))


def _amounts(entry: FundEntry) -> tuple[str | None, str | None]:
    amount = phrases.money(entry.amount)
    return (None, amount) if entry.kind is FundKind.EXPENSE else (amount, None)
